import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { levelOf } from '../../shared/area-code';
import { type PageArgs } from '../../shared/connection.type';
import { type Page, pageOf } from '../../shared/page';
import { TechnicalError } from '../../shared/errors';
import { type HouseholdRepo } from './household.repo';
import { type Household } from './household.type';

/** Households: the doors of a grid. */
export class HouseholdService {
  constructor(private readonly repo: HouseholdRepo) {}

  /** The households of a grid or courtyard, by door; NOT_FOUND for an area the actor does not answer for. */
  async inArea(actor: Actor, area: string | undefined, args: PageArgs): Promise<Page<Household>> {
    const code = area ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    const level = code === undefined ? undefined : levelOf(code);
    if (code === undefined || (level !== 'GRID' && level !== 'COURTYARD')) {
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 15 / 18' });
    }
    if (grantFor(actor, 'household:read', { area: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return this.repo.inArea(code, pageOf(args));
  }

  /** Takes in households; may be repeated. For the seed and for imports, not exposed by the API. */
  async importHouseholds(households: readonly Household[]): Promise<void> {
    await this.repo.save(households);
  }
}
