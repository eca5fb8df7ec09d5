import { type CollectionReader } from '../../data/collection-reader';
import { type TableChange } from '../../data/table-change';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { logFailure } from '../../shared/logger';
import { someAtOnce } from '../../shared/some-at-once';
import { type CaseDeadlineRepo } from './case-deadline.repo';
import { type CaseDeadline, deadlineBy } from './case.events';
import { overdue } from './case-overdue.rules';
import { type CaseRepo } from './case.repo';

/** What came of looking at one deadline: the case went up, it had moved before, or it could not be done. */
export type Overdue = 'WENT_UP' | 'MOVED_BEFORE' | 'FAILED';

/** Deadlines read and looked at together. */
const PAGE = 100;
const AT_ONCE = 8;

/** How often a case is tried again when somebody else moved it in between. */
const ATTEMPTS = 5;

/** Cases whose limit is over go one level up by themselves, each exactly once for each limit, whoever holds them. */
export class CaseOverdueService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly deadlines: CaseDeadlineRepo,
    private readonly clock: Clock,
    private readonly newReads: () => CollectionReader,
  ) {}

  /** Takes note of the clocks that began with changes of the table; may be told twice, in any order. Returns how many. */
  async observe(changes: readonly TableChange[]): Promise<number> {
    return this.deadlines.keep(changes.map(deadlineBy).filter((deadline) => deadline !== undefined));
  }

  /**
   * Looks at every clock that has run out. It may be broken off anywhere, and done by several at once: the case is moved
   * first and its deadline taken away afterwards, and a clock that runs no more moves nothing. What fails is due again.
   */
  async sendUp(): Promise<Readonly<Record<Overdue, number>>> {
    const now = this.clock.now();
    const count = { WENT_UP: 0, MOVED_BEFORE: 0, FAILED: 0 };
    for await (const page of this.deadlines.before(now, PAGE)) {
      await someAtOnce(AT_ONCE, page, async (deadline) => {
        const outcome = await this.#look(deadline, now).catch((error: unknown): Overdue => {
          logFailure('overdue case not sent up', error);
          return 'FAILED';
        });
        count[outcome] += 1;
      });
    }
    return count;
  }

  async #look(deadline: CaseDeadline, now: Date): Promise<Overdue> {
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
