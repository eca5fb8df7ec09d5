import { type CollectionReader } from '../../data/collection-reader';
import { untilDone } from '../../data/until-done';
import { someAtOnce } from '../../shared/some-at-once';
import { areaToday } from '../cases/case-mediation.rules';
import { type Case } from '../cases/case.type';
import { type MediationRepo } from './mediation.repo';

/** Records followed at one time. */
const AT_ONCE = 8;

/** Finds a case as it stands, for the system. */
export type FindWholeCase = (reads: CollectionReader, id: string) => Promise<Case | undefined>;

/** Follow-ups that are due stand in the list of the grid in which their open case lies after an adjustment of grids. */
export class FollowUpFollowService {
  constructor(
    private readonly repo: MediationRepo,
    private readonly findCase: FindWholeCase,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * Takes what is due of open cases to where they were handed on. May be cut off and repeated, after the cases: what has followed
   * is not found in the old grids any more. What was agreed in a case that has ended stays with its community.
   */
  async follow(community: string): Promise<void> {
    const due = await this.repo.allDue(community);
    await someAtOnce(AT_ONCE, due, ({ caseId, area }) => this.#take(caseId, area));
  }

  async #take(id: string, listed: string): Promise<void> {
    await untilDone(async () => {
      const reads = this.newReads();
      const record = await this.repo.of(reads, id, { consistent: true });
      const found = await this.findCase(reads, id);
      if (record === undefined || found === undefined || areaToday(found) === listed) return true;
      return (await this.repo.relocate(reads, found, record)) || undefined;
    });
  }
}
