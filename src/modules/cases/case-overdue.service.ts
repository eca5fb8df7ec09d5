import { type CollectionReader } from '../../data/collection-reader';
import { type TableChange } from '../../data/table-change';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { logFailure } from '../../shared/logger';
import { someAtOnce } from '../../shared/some-at-once';
import { type CaseDeadlineRepo } from './case-deadline.repo';
import { type CaseDeadline, deadlinesBy } from './case.events';
import { isNearing, overdue } from './case-overdue.rules';
import { type CaseRepo } from './case.repo';
import { type Case } from './case.type';

/** What came of looking at one deadline: the case went up, its holder was reminded, it was too late, or it failed. */
export type Overdue = 'WENT_UP' | 'REMINDED' | 'MOVED_BEFORE' | 'FAILED';

/** Reminds whoever holds a case that its limit is nearly over; may be asked twice, and reminds them once. */
export type Remind = (found: Case) => Promise<void>;

/** Deadlines read and looked at together. */
const PAGE = 100;
const AT_ONCE = 8;

/** How often a case is tried again when somebody else moved it in between. */
const ATTEMPTS = 5;

/**
 * Whoever holds a case is reminded before its limit is over; when it is over, the case goes one level up by itself, whoever
 * holds it. Both exactly once for each limit.
 */
export class CaseOverdueService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly deadlines: CaseDeadlineRepo,
    private readonly clock: Clock,
    private readonly newReads: () => CollectionReader,
    private readonly remind: Remind,
  ) {}

  /** Takes note of the clocks that began with changes of the table; may be told twice, in any order. Returns how many. */
  async observe(changes: readonly TableChange[]): Promise<number> {
    return this.deadlines.keep(changes.flatMap(deadlinesBy));
  }

  /**
   * Looks at every clock that is near its end or has run out. It may be broken off anywhere, and done by several at once:
   * the case is moved first, or its holder reminded, and the deadline taken away afterwards; a clock that runs no more does
   * nothing. What fails is due again.
   */
  async sendUp(): Promise<Readonly<Record<Overdue, number>>> {
    const now = this.clock.now();
    const count = { WENT_UP: 0, REMINDED: 0, MOVED_BEFORE: 0, FAILED: 0 };
    for await (const page of this.deadlines.before(now, PAGE)) {
      await someAtOnce(AT_ONCE, page, async (deadline) => {
        const look = deadline.moment === 'DUE' ? this.#sendUp(deadline, now) : this.#remind(deadline, now);
        const outcome = await look.catch((error: unknown): Overdue => {
          logFailure('overdue case not sent up', error);
          return 'FAILED';
        });
        count[outcome] += 1;
      });
    }
    return count;
  }

  async #remind(deadline: CaseDeadline, now: Date): Promise<Overdue> {
    const found = await this.repo.find(this.newReads(), deadline.id, true);
    const isDue = found !== undefined && isNearing(found, deadline.began, now);
    if (isDue) await this.remind(found);
    await this.deadlines.remove(deadline);
    return isDue ? 'REMINDED' : 'MOVED_BEFORE';
  }

  async #sendUp(deadline: CaseDeadline, now: Date): Promise<Overdue> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const reads = this.newReads();
      const found = await this.repo.find(reads, deadline.id, true);
      const next = found && overdue(found, deadline.began, now);
      const isDone = next === undefined || (await this.repo.replace(reads, next, [], undefined)).done;
      if (!isDone) continue;
      await this.deadlines.remove(deadline);
      return next === undefined ? 'MOVED_BEFORE' : 'WENT_UP';
    }
    throw new TechnicalError('TRY_AGAIN');
  }
}
