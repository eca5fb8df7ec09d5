import { type CollectionReader } from '../../data/collection-reader';
import { untilDone } from '../../data/until-done';
import { type NewCodes } from '../../shared/area-code';
import { someAtOnce } from '../../shared/some-at-once';
import { SHEET_FILL_STATES } from './fill.machine';
import { type SheetFillRepo } from './fill.repo';
import { type SheetRepo } from './sheet.repo';

/** Filled sheets followed at one time. */
const AT_ONCE = 8;

/** Where somebody has to do something with them: to review, or to put right. */
const OPEN_STATES = SHEET_FILL_STATES.filter((state) => state !== 'ACCEPTED');

/** Filled sheets that are not accepted yet follow their courtyard when an adjustment of grids gives it another code. */
export class SheetFillFollowService {
  constructor(
    private readonly fills: SheetFillRepo,
    private readonly sheets: Pick<SheetRepo, 'allPublished'>,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * Takes what waits for a review or was returned in these courtyards to their new codes; results that were accepted keep theirs.
   * May be cut off and repeated: what has followed is not found in the old ones any more.
   */
  async follow(community: string, codes: NewCodes): Promise<void> {
    for (const sheet of await this.sheets.allPublished(community)) {
      for (const state of OPEN_STATES) {
        const found = await this.fills.allResults({ sheet, area: community, state });
        const left = found.filter(({ area }) => codes.has(area));
        await someAtOnce(AT_ONCE, left, ({ id }) => this.#take(id, codes));
      }
    }
  }

  async #take(id: string, codes: NewCodes): Promise<void> {
    await untilDone(async () => {
      const reads = this.newReads();
      const found = await this.fills.find(reads, id, { consistent: true });
      const area = found && codes.get(found.area);
      if (found === undefined || area === undefined || found.state === 'ACCEPTED') return true;
      return (await this.fills.relocate(reads, { ...found, area })) || undefined;
    });
  }
}
