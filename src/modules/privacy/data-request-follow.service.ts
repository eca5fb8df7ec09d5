import { type CollectionReader } from '../../data/collection-reader';
import { type NewCodes } from '../../shared/area-code';
import { someAtOnce } from '../../shared/some-at-once';
import { type DataRequestRepo } from './data-request.repo';
import { type DataRequest } from './data-request.rules';

/** Requests followed at one time. */
const AT_ONCE = 8;

/** Requests that wait follow their courtyard when an adjustment of grids gives it another code. */
export class DataRequestFollowService {
  constructor(
    private readonly repo: DataRequestRepo,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * Takes what waits for an answer in these courtyards to their new codes, in whose grids it is listed; what was decided stays as
   * it was. May be cut off and repeated: what has followed is not found in the old ones any more.
   */
  async follow(community: string, codes: NewCodes): Promise<void> {
    const waiting = await this.repo.allWaitingIn(community, ({ area }) => codes.has(area));
    await someAtOnce(AT_ONCE, waiting, (request) => this.#take(request, codes));
  }

  /** Whoever decides it at the same moment is faster or slower: both is well, and neither is done again. */
  async #take({ id, resident }: DataRequest, codes: NewCodes): Promise<void> {
    const reads = this.newReads();
    const all = await this.repo.of(reads, resident, { consistent: true });
    const found = all.find((each) => each.id === id);
    const area = found && codes.get(found.area);
    if (found?.state !== 'SUBMITTED' || area === undefined) return;
    await this.repo.replace(reads, { ...found, area }, undefined);
  }
}
