import { TechnicalError } from '../../shared/errors';
import { type Point } from '../../shared/geo';
import { type Site, type SiteRepo } from './site.repo';
import { type Thing, type ThingRepo } from './thing.repo';

/** Any repository of things, as far as moving them needs it. */
type Things = Pick<
  ThingRepo<Thing & { point?: Point | undefined }, Pick<Thing, 'id' | 'area'>>,
  'find' | 'put' | 'inArea'
>;

/** How often a thing is tried again when somebody else changed it in between. */
const ATTEMPTS = 5;

/** Things read at one time. */
const AT_ONCE = 100;

/** Courtyards with all in them, and the things of a grid, follow when an adjustment of grids puts them elsewhere. */
export class PlaceMoveService {
  constructor(
    private readonly sites: readonly Pick<SiteRepo<Site>, 'recode'>[],
    private readonly things: readonly Things[],
  ) {}

  /** Takes a courtyard's profile, buildings and dwellings to its new code. May be cut off and repeated. */
  async recode(from: string, to: string): Promise<void> {
    for (const sites of this.sites) await sites.recode(from, to);
  }

  /**
   * Takes the things of an area, closed ones too, to where `placeOf` says; undefined for those that stay. May be cut off
   * and repeated.
   */
  async moveThings(
    area: string,
    placeOf: (thing: Pick<Thing, 'area'> & { point?: Point | undefined }) => Promise<string | undefined>,
  ): Promise<void> {
    for (const things of this.things) {
      for (const closed of [false, true]) {
        for (const id of await idsIn(things, area, closed)) await move(things, id, placeOf);
      }
    }
  }
}

/** All first, so that what moves away meanwhile turns no page. */
async function idsIn(things: Things, area: string, closed: boolean): Promise<readonly string[]> {
  const ids: string[] = [];
  let afterKey: string | undefined;
  do {
    const { rows, hasNextPage } = await things.inArea(area, closed, { limit: AT_ONCE, afterKey });
    ids.push(...rows.map(({ row }) => row.id));
    afterKey = hasNextPage ? rows.at(-1)?.key : undefined;
  } while (afterKey !== undefined);
  return ids;
}

async function move(
  things: Things,
  id: string,
  placeOf: (thing: Pick<Thing, 'area'> & { point?: Point | undefined }) => Promise<string | undefined>,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await things.find(id);
    const area = found && (await placeOf(found));
    if (area === undefined || area === found?.area) return;
    const { version } = found as Thing;
    // Nobody did it: it is in no work log.
    const moved = { ...(found as Thing), area, version: version + 1, author: undefined };
    if ((await things.put(moved, { expectedVersion: version, gate: undefined })).done) return;
  }
  throw new TechnicalError('TRY_AGAIN');
}
