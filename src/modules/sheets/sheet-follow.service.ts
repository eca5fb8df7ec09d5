import { type CollectionReader } from '../../data/collection-reader';
import { untilDone } from '../../data/until-done';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { someAtOnce } from '../../shared/some-at-once';
import { areasAfter, type ReachAfter } from '../areas/area-reach.rules';
import { type SheetRepo } from './sheet.repo';
import { MOST_OF_SHEET } from './definition.rules';
import { dayPlus, GRACE_DAYS, type Publication, type SheetSummary } from './sheet.rules';

/** Versions followed at one time. */
const AT_ONCE = 8;

/** Sheets are out for today's areas when an adjustment of grids gives them other codes. */
export class SheetFollowService {
  constructor(
    private readonly repo: Pick<SheetRepo, 'current' | 'versionsOf' | 'save'>,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes what is out in a community, or still taken in there, for the areas that have taken the place of its own. May be cut off
   * and repeated: what has followed names the old ones no more.
   */
  async follow(community: string, reachAfter: ReachAfter): Promise<void> {
    const since = dayPlus(businessDate(this.clock.now()), -GRACE_DAYS);
    const rows = await this.repo.current(community, since);
    const moved = rows.filter(({ publication }) => publication && isMoved(publication, reachAfter));
    await someAtOnce(AT_ONCE, moved, (row) => this.#take(row, reachAfter));
  }

  async #take({ id, version }: SheetSummary, reachAfter: ReachAfter): Promise<void> {
    await untilDone(async () => {
      const reads = this.newReads();
      const versions = await this.repo.versionsOf(reads, id);
      const found = versions.find((each) => each.version === version);
      const publication = found?.publication;
      if (found === undefined || publication === undefined || !isMoved(publication, reachAfter)) return true;
      const next = { ...found, publication: after(publication, reachAfter), revision: found.revision + 1 };
      return (await this.repo.save(reads, [next], undefined)).done || undefined;
    });
  }
}

function after(publication: Publication, reachAfter: ReachAfter): Publication {
  return { ...publication, areas: areasAfter(publication.areas, reachAfter, MOST_OF_SHEET.areas) };
}

/** Whether it is for an area that was adjusted, and not yet for all that have taken its place. */
function isMoved(publication: Publication, reachAfter: ReachAfter): boolean {
  const { areas } = publication;
  const isTouched = areas.some((area) => reachAfter(area).join() !== area);
  return isTouched && after(publication, reachAfter).areas.join() !== areas.join();
}
