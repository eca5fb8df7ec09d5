import { type Change } from '../../shared/change';
import { Refusal } from '../../shared/errors';
import { type Member } from './residence.rules';
import { type Resident } from './resident.type';

/** How many years the record of somebody who lives here no more is kept: as long as benefits may be asked back for. */
export const YEARS_KEPT = 2;

/** The day (YYYY-MM-DD) on which a record is kept long enough; undefined while they live here or when it is gone. */
export function eraseOn({ state, residences }: Pick<Resident, 'state' | 'residences'>): string | undefined {
  if (state !== 'MOVED_OUT' && state !== 'DECEASED') return undefined;
  const left = residences.map(({ until }) => until ?? '').reduce((a, b) => (a > b ? a : b), '');
  const [year, rest] = [left.slice(0, 4), left.slice(4)];
  const day = rest === '-02-29' ? '-03-01' : rest;
  return left === '' ? undefined : `${String(Number(year) + YEARS_KEPT)}${day}`;
}

/** What is left of somebody: a tombstone for the statistics, and stays of nobody in the households. */
export interface Erasure {
  readonly tombstone: Resident;
  readonly stays: readonly { readonly household: string; readonly member: Member }[];
}

/**
 * Throws while somebody lives here.
 * @throws Refusal LIVES_HERE_STILL
 */
export function assertLeft({ residences }: Pick<Resident, 'residences'>): void {
  if (residences.some(({ until }) => until === undefined)) throw new Refusal('LIVES_HERE_STILL');
}

/**
 * A record without the person: sex, year of birth and kind stay for the statistics.
 * @throws Refusal LIVES_HERE_STILL
 */
export function planErasure(before: Resident, change: Change): Erasure {
  assertLeft(before);
  const { id, version, sex, kind, birthDate } = before;
  const birthYear = birthDate === undefined ? undefined : Number(birthDate.slice(0, 4));
  return {
    tombstone: {
      ...{ id, version: version + 1, state: 'ERASED', name: '', sex, kind, birthYear },
      ...{ residences: [], changes: [change] },
    },
    stays: before.residences.map(({ household, from, until, relation, beginning, ending }) => ({
      household,
      member: { resident: id, name: '', sex, kind, from, until, relation, beginning, ending },
    })),
  };
}
