import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { isValidOn, businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageFrom, pageOf } from '../../shared/page';
import { type Area, areaFrom } from './area.type';
import { districtOf } from './area.rules';
import { type AreaNameRepo } from './area-name.repo';
import { comparable, keyOf, search } from './area-search.rules';

/** Most characters to search for. */
const MOST_TEXT = 50;

/** Finding areas by any part of their name, or the beginning of their code. */
export class AreaSearchService {
  constructor(
    private readonly repo: AreaNameRepo,
    private readonly clock: Clock,
  ) {}

  /** Today's areas that fit, best first; in the actor's own district where nothing is named to search in. */
  async search(
    actor: Actor,
    { text, inside }: { text: string; inside: string | undefined },
    args: PageArgs,
  ): Promise<Page<Area>> {
    if (comparable(text) === '' || text.length > MOST_TEXT)
      throw new TechnicalError('BAD_USER_INPUT', { what: `text: 1–${MOST_TEXT}` });
    const code = inside ?? districtOf(actor.appointments[0]?.area ?? '');
    if (grantFor(actor, 'area:read', { area: code }) === undefined) throw new TechnicalError('NOT_FOUND');
    const { limit, afterKey = '' } = pageOf(args);
    const today = businessDate(this.clock.now());
    const areas = (await this.repo.inside(code)).filter(({ facts }) => isValidOn(facts, today));
    const rows = search(areas, text).map((found) => ({ row: areaFrom(found.area), key: keyOf(found) }));
    return pageFrom(
      rows.filter(({ key }) => key > afterKey),
      limit,
    );
  }
}
