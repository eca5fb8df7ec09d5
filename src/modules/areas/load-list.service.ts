import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { businessDate, lastDateOf } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageOf } from '../../shared/page';
import { type LoadRepo } from './load.repo';
import { type CountedLoad } from './load.rules';

/** The load of grids, as it was counted. */
export class LoadListService {
  constructor(
    private readonly repo: LoadRepo,
    private readonly clock: Clock,
  ) {}

  /** The load of today's grids inside an area, by code, or as it was in a month; NOT_FOUND outside the actor's own area. */
  async ofArea(
    actor: Actor,
    area: string,
    month: string | undefined,
    args: PageArgs,
  ): Promise<Page<CountedLoad>> {
    if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      throw new TechnicalError('BAD_USER_INPUT', { what: 'month: YYYY-MM' });
    if (grantFor(actor, 'area:read-load', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const today = businessDate(this.clock.now());
    const end = month === undefined ? today : lastDateOf(month);
    return this.repo.inside(month ?? 'NOW', area, end < today ? end : today, pageOf(args));
  }
}
