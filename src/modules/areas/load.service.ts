import { type TableChange } from '../../data/table-change';
import { businessDate, businessMonth, isValidOn, nextBusinessDay } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { logFailure } from '../../shared/logger';
import { type AreaRepo } from './area.repo';
import { type LoadChange, loadChangeBy } from './load.events';
import { type LoadRepo } from './load.repo';
import { type LoadCounts } from './load.rules';

/** Who can count what a grid carries, from the rows themselves and strongly consistent. */
export interface LoadSources {
  readonly households: {
    countsOf(grid: string): Promise<Pick<LoadCounts, 'households' | 'residents' | 'floating'>>;
  };
  readonly places: { countsOf(grid: string): Promise<Pick<LoadCounts, 'premises'>> };
  readonly staff: { countsOf(grid: string): Promise<Required<Pick<LoadCounts, 'workers'>>> };
}

/** Who counts something else of a grid whenever it is counted; what fails is due again with all of it. */
export interface FellowCounter {
  count(grid: string): Promise<void>;
}

/** What became of a grid that was due. */
export interface Recount {
  readonly grid: string;
  readonly outcome: 'COUNTED' | 'UNKNOWN' | 'FAILED';
}

const MINUTE = 60_000;

/** How long a closed case is remembered as such: the table's stream keeps its events for a day. */
const REMEMBERED = 7 * 24 * 60 * MINUTE;

/** Grids counted at one time. */
const AT_ONCE = 8;

/** Over how many minutes after midnight the daily recount is spread. */
const SPREAD = 120;

/** The load of grids: counted from the rows, never added up. See docs/adr/0008. */
export class LoadService {
  constructor(
    private readonly repo: LoadRepo,
    private readonly areas: AreaRepo,
    private readonly sources: LoadSources,
    private readonly clock: Clock,
    private readonly fellows: readonly FellowCounter[] = [],
  ) {}

  /** Takes note of changes of the table: keeps which cases are open, then marks the grids concerned. May be repeated. */
  async observe(changes: readonly TableChange[]): Promise<void> {
    const meant = changes.map(loadChangeBy).filter((change): change is LoadChange => change !== undefined);
    const now = this.clock.now();
    for (const change of meant) {
      for (const standing of change.cases)
        await this.repo.note(standing, new Date(now.getTime() + REMEMBERED));
    }
    await this.markDue(meant.flatMap(({ grids }) => grids));
  }

  /** Marks grids as to be counted again in the clock's next round; may be repeated. */
  async markDue(grids: readonly string[]): Promise<void> {
    const dueAt = new Date(Math.floor(this.clock.now().getTime() / MINUTE) * MINUTE);
    for (const grid of new Set(grids)) await this.repo.mark(grid, dueAt);
  }

  /** Ids of the open cases of a grid, as the table's changes have told so far; for a caller who has been authorised. */
  openCasesOf(grid: string): Promise<readonly string[]> {
    return this.repo.openCases(grid);
  }

  /** Counts the grids that are due; one that fails stays due. */
  async recountDue(): Promise<Recount[]> {
    const due = await this.repo.due(this.clock.now());
    const recounts: Recount[] = [];
    for (let done = 0; done < due.length; done += AT_ONCE) {
      const some = due.slice(done, done + AT_ONCE);
      recounts.push(...(await Promise.all(some.map((grid) => this.#tryRecount(grid)))));
    }
    return recounts;
  }

  async #tryRecount(grid: string): Promise<Recount> {
    try {
      return { grid, outcome: await this.recount(grid) };
    } catch (error) {
      logFailure('grid not counted', error);
      return { grid, outcome: 'FAILED' };
    }
  }

  /**
   * Counts a grid. What changes while it counts has set a new mark, and is counted next time; a count that began later
   * is never replaced by one that began before.
   */
  async recount(grid: string): Promise<Recount['outcome']> {
    const mark = await this.repo.markOn(grid);
    const countedAt = this.clock.now();
    const [area, homes, places, staff, openCases] = await Promise.all([
      this.areas.find(grid, { consistent: true }),
      this.sources.households.countsOf(grid),
      this.sources.places.countsOf(grid),
      this.sources.staff.countsOf(grid),
      this.repo.openCases(grid),
    ]);
    const today = businessDate(countedAt);
    if (area !== undefined) {
      const { kind, validFrom, validTo } = area.facts;
      const counts = { ...homes, ...places, ...staff, openCases: openCases.length };
      const load = { grid, name: area.names.at(-1) ?? grid, kind, validFrom, validTo, countedAt, ...counts };
      await this.repo.save(businessMonth(countedAt), load);
      await this.repo.save('NOW', load);
      await Promise.all(this.fellows.map((fellow) => fellow.count(grid)));
    }
    const goesOn =
      area !== undefined && (isValidOn(area.facts, today) || today < (area.facts.validFrom ?? ''));
    if (mark !== undefined)
      await this.repo.settle(grid, mark, goesOn ? nextCount(grid, countedAt) : undefined);
    return area === undefined ? 'UNKNOWN' : 'COUNTED';
  }
}

/**
 * Each grid is counted at least once a day, soon after midnight: so every month has its load, an event that was lost
 * does no lasting harm, and an area that begins or ends on a day is seen to.
 */
function nextCount(grid: string, now: Date): Date {
  return new Date(nextBusinessDay(now).getTime() + (Number(grid.slice(-6)) % SPREAD) * MINUTE);
}
