import { type CollectionReader } from '../../data/collection-reader';
import { untilDone } from '../../data/until-done';
import { type Clock } from '../../shared/clock';
import { someAtOnce } from '../../shared/some-at-once';
import { areasAfter, type ReachAfter } from '../areas/area-reach.rules';
import { MOST_AREAS } from './notice-content.rules';
import { type NoticeRepo } from './notice.repo';

/** Notices followed at one time. */
const AT_ONCE = 8;

/** Notices reach today's areas when an adjustment of grids gives them other codes. */
export class NoticeFollowService {
  constructor(
    private readonly repo: NoticeRepo,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Addresses what is planned or out in a community to the areas that have taken the place of its own; what is over stays as it
   * was. May be cut off and repeated: it is found by its rows under the old codes, which go last.
   */
  async follow(community: string, reachAfter: ReachAfter): Promise<void> {
    const rows = await this.repo.current(community, this.clock.now());
    const moved = rows.filter(({ area }) => reachAfter(area).join() !== area);
    await someAtOnce(AT_ONCE, [...new Set(moved.map(({ id }) => id))], (id) =>
      this.#take(
        id,
        moved.filter((row) => row.id === id).map(({ area }) => area),
        reachAfter,
      ),
    );
  }

  async #take(id: string, known: readonly string[], reachAfter: ReachAfter): Promise<void> {
    await untilDone(async () => {
      const reads = this.newReads();
      const found = await this.repo.find(reads, id, { consistent: true });
      if (found === undefined) return true;
      const areas = areasAfter(found.areas, reachAfter, MOST_AREAS);
      const isMoved = areas.join() !== found.areas.join();
      const next = { ...found, areas, version: found.version + 1 };
      if (isMoved && !(await this.repo.change(reads, next, [], undefined)).done) return undefined;
      await this.repo.removeRows(
        id,
        known.filter((area) => !areas.includes(area)),
      );
      return true;
    });
  }
}
