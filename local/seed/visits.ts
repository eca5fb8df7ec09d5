import { businessDate, type Day, daysAfter } from '../../src/shared/business-date';
import { type SubmitVisitInput } from '../../src/modules/visits/visit.input';
import { dice } from './district/dice';
import { seedId } from './ids';

/** Most households were seen within this many days: some are due before today, most are not. */
const SEEN_WITHIN = 130;

/** One household in so many was never seen. */
const NEVER = 12;

/** When a household of the seed was seen last, by its id: the same at each seeding on the same day. */
export function lastSeen(household: string, today: Day): Day | undefined {
  const number = Number.parseInt(household.replaceAll('-', '').slice(-10), 16) % 2 ** 31;
  if (dice(NEVER, number, 31) === 0) return undefined;
  return daysAfter(today, -dice(SEEN_WITHIN, number, 32) - 1);
}

/** A visit of the seed, and who made it. */
export interface SeedVisit {
  readonly by: string;
  readonly visit: SubmitVisitInput;
}

/** Four knocks of yesterday in the first grid, one for each outcome. */
export function visits(now: Date): SeedVisit[] {
  const yesterday = daysAfter(businessDate(now), -1);
  const rows = [
    ['MET', '09:10', '老人身体好，想问医保怎么办理。'],
    ['NOT_HOME', '09:25', undefined],
    ['REFUSED', '09:40', '住户不便接待，约下月再来。'],
    ['MOVED', '10:05', '邻居说上月已搬走。'],
  ] as const;
  return rows.map(([outcome, time, note], index) => ({
    by: 'wang-fang',
    visit: {
      id: seedId('VISIT', index + 1),
      household: seedId('HOUSEHOLD', index + 1),
      at: new Date(`${yesterday}T${time}:00+08:00`),
      ...{ outcome, note, met: [], evidence: [], parts: [] },
    },
  }));
}
