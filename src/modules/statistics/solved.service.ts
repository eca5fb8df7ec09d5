import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type TableChange } from '../../data/table-change';
import { levelOf, pathOf } from '../../shared/area-code';
import { businessDate, businessMonth, type Day, daysAfter, isDay } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { type CaseSolving, solvingBy } from '../cases/case.events';
import { countOf, percentagesOf, SOLVED_LEVELS } from './solved.rules';
import { type SolvedRepo } from './solved.repo';
import { type SolvedAtLevels } from './solved.type';

/** Most days of a period. */
const MOST_DAYS = 366;

/** How long it is remembered what was counted, in ms. */
const REMEMBERED_MS = 90 * 86_400_000;

/** How often a change is counted again when others of the same day come between. */
const ATTEMPTS = 20;

/** At which level cases are solved: whether small matters stay in the grid (小事不出格). */
export class SolvedService {
  constructor(
    private readonly repo: SolvedRepo,
    private readonly clock: Clock,
  ) {}

  /**
   * What was solved in an area, by level, on the days of a period (YYYY-MM-DD, both inclusive); the running month when none is named.
   * @throws TechnicalError NOT_FOUND outside the actor's own area; BAD_USER_INPUT
   */
  async ofArea(
    actor: Actor,
    area: string,
    period: { readonly from?: Day | undefined; readonly to?: Day | undefined },
  ): Promise<SolvedAtLevels> {
    const now = this.clock.now();
    const to = period.to ?? businessDate(now);
    const from = period.from ?? `${businessMonth(now)}-01`;
    if (levelOf(area) === undefined) throw new TechnicalError('BAD_USER_INPUT', { what: 'area' });
    if (!isDay(from) || !isDay(to) || from > to || daysAfter(from, MOST_DAYS) <= to)
      throw new TechnicalError('BAD_USER_INPUT', { what: `from, to: 1–${String(MOST_DAYS)}` });
    if (grantFor(actor, 'statistics:read', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const counts = await this.repo.of(area, from, to);
    const solved = SOLVED_LEVELS.map((_, index) => counts[index] ?? 0);
    const percentages = percentagesOf(solved);
    return {
      ...{ area, from, to, reopened: counts[SOLVED_LEVELS.length] ?? 0 },
      total: solved.reduce((sum, count) => sum + count, 0),
      levels: SOLVED_LEVELS.map((level, index) => ({
        ...{ level, cases: solved[index] ?? 0, percent: percentages[index] ?? 0 },
      })),
    };
  }

  /** Counts the cases that were solved or opened again by changes of the table; may be told twice, in any order. */
  async observe(changes: readonly TableChange[]): Promise<void> {
    for (const change of changes) {
      const solving = solvingBy(change);
      if (solving !== undefined) await this.#count(solving);
    }
  }

  async #count({ id, version, at, area, level }: CaseSolving): Promise<void> {
    const note = { id, version, until: new Date(this.clock.now().getTime() + REMEMBERED_MS) };
    const addition = { areas: pathOf(area), day: businessDate(at), counts: countOf(level) };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const outcome = await this.repo.count(note, addition).catch((error: unknown) => {
        if (error instanceof TechnicalError && error.code === 'TRY_AGAIN') return 'RIVAL';
        throw error;
      });
      if (outcome !== 'RIVAL') return;
    }
    throw new TechnicalError('TRY_AGAIN');
  }
}
