import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { ancestorAt } from '../../shared/area-code';
import { daysAfter, momentOf } from '../../shared/business-date';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageOf } from '../../shared/page';
import { isEnded } from '../cases/case.machine';
import { type CaseSummary } from '../cases/case.type';
import { type CaseListRepo, type Stretch } from './case-list.repo';
import { type CaseWish, isOpenWish, isWished, LIST, turnFrom } from './case-list.rules';

/** From which day to which, in business dates (YYYY-MM-DD), both inclusive. */
interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Most characters that are looked for. */
const MOST_WORDS = 30;

/** Looking for cases, what one supervises, and what one reported. */
export class CaseListService {
  constructor(private readonly repo: Pick<CaseListRepo, 'page'>) {}

  /**
   * The cases of an area as the actor wishes, as far as they may see them, newest first. One Query for each 250 rows looked
   * at, of at most 1,000 for a page.
   * @throws TechnicalError NOT_FOUND for an area that is not theirs; BAD_USER_INPUT
   */
  async search(
    actor: Actor,
    { area, from, to, ...wish }: CaseWish & Days & { readonly area: string },
    args: PageArgs,
  ): Promise<Page<CaseSummary>> {
    if (grantFor(actor, 'case:search', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const { words } = wish;
    if (words !== undefined && (words.trim() === '' || words.length > MOST_WORDS))
      throw new TechnicalError('BAD_USER_INPUT', { what: `words: 1–${String(MOST_WORDS)}` });
    const grid = ancestorAt(area, 'GRID') ?? area;
    const all: CaseWish = { ...wish, within: grid === area ? undefined : area };
    const stretch = { list: LIST.area(grid), ...stretchOf({ from, to }) };
    return this.repo.page(stretch, pageOf(args), {
      isWanted: (row) => isWished(row, all) && maySee(actor, row),
      isRare: !isOpenWish(all),
    });
  }

  /**
   * What an area supervises and is not ended, newest first; the actor's own duty when none is named.
   * @throws TechnicalError NOT_FOUND when it is not theirs
   */
  async supervised(actor: Actor, supervisor: string | undefined, args: PageArgs): Promise<Page<CaseSummary>> {
    const code = supervisor ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    if (code === undefined || grantFor(actor, 'case:list-supervised', { holder: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const list = { list: LIST.supervisor(code), ...stretchOf({}) };
    return this.repo.page(list, pageOf(args), {
      isWanted: (row) => !isEnded(row.state) && maySee(actor, row),
      isRare: true,
    });
  }

  /** What the actor reported, newest first. One Query. */
  async reported(actor: Actor, args: PageArgs): Promise<Page<CaseSummary>> {
    const list = { list: LIST.reporter(actor.id), ...stretchOf({}) };
    return this.repo.page(list, pageOf(args), { isWanted: () => true, isRare: false });
  }
}

function stretchOf({ from, to }: Days): Pick<Stretch, 'from' | 'to'> {
  const [first, afterLast] = [from ?? '2000-01-01', to === undefined ? '2200-01-01' : daysAfter(to, 1)];
  const [begin, end] = [first, afterLast].map((day) => turnFrom(momentOf(day, '00:00:00')));
  return { from: begin ?? '', to: end ?? '' };
}

/** An adjustment of grids can leave in a list what nobody there may see any more. */
function maySee(actor: Actor, { area, holder, reporter }: CaseSummary): boolean {
  const target = { area, holder: holder?.code, reporterId: reporter.id };
  return grantFor(actor, 'case:read', target) !== undefined;
}
