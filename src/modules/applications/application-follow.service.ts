import { type CollectionReader } from '../../data/collection-reader';
import { untilDone } from '../../data/until-done';
import { type NewCodes } from '../../shared/area-code';
import { someAtOnce } from '../../shared/some-at-once';
import { APPLICATION_STATES, isWithNobody } from './application.machine';
import { type ApplicationRepo } from './application.repo';

/** Applications followed at one time. */
const AT_ONCE = 8;

/** Where an office has to do with them. */
const OPEN_STATES = APPLICATION_STATES.filter((state) => !isWithNobody(state));

/** Open applications follow their courtyard when an adjustment of grids gives it another code. */
export class ApplicationFollowService {
  constructor(
    private readonly repo: ApplicationRepo,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * Takes what a community has to do with in these courtyards to their new codes: whose errand it is follows from them. What no
   * office has to do with stays where it was until one has. May be cut off and repeated: what has followed is not found in the
   * old ones any more.
   */
  async follow(community: string, codes: NewCodes): Promise<void> {
    for (const state of OPEN_STATES) {
      const found = await this.repo.allToHandle(community, state, ({ area }) => codes.has(area));
      await someAtOnce(AT_ONCE, found, ({ id }) => this.#take(id, codes));
    }
  }

  async #take(id: string, codes: NewCodes): Promise<void> {
    await untilDone(async () => {
      const reads = this.newReads();
      const found = await this.repo.find(reads, id, { consistent: true });
      const area = found && codes.get(found.area);
      if (found === undefined || area === undefined || isWithNobody(found.state)) return true;
      return (await this.repo.relocate(reads, { ...found, area })) || undefined;
    });
  }
}
