import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { isWithin, levelOf } from '../../shared/area-code';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { districtOf } from '../areas/area.rules';
import { isPublished } from './adjustment.machine';
import { type AdjustmentRepo } from './adjustment.repo';
import { type Adjustment, type AdjustmentFacts, type AdjustmentSummary } from './adjustment.type';

/** Adjustments: a plan, and those of an area. */
export class AdjustmentService {
  constructor(private readonly repo: AdjustmentRepo) {}

  /** The plan with this id; NOT_FOUND when there is none or the actor may not see it. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<Adjustment> {
    const found = await this.find(actor, reads, id);
    if (found === undefined) throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** The plan with this id; undefined when there is none or the actor may not see it. */
  async find(
    actor: Actor,
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<Adjustment | undefined> {
    const found = isId(id) ? await this.repo.find(reads, id, { consistent }) : undefined;
    return found && maySee(actor, found) ? found : undefined;
  }

  /**
   * The plans that touch an area, newest first; the actor's own area when none is named. NOT_FOUND for an area that the
   * actor does not answer for.
   */
  async concerning(actor: Actor, area: string | undefined, args: PageArgs): Promise<Page<AdjustmentSummary>> {
    const code = area ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    if (code === undefined || levelOf(code) === undefined)
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area' });
    if (grantFor(actor, 'adjustment:read', { area: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return this.repo.ofDistrict(districtOf(code), pageOf(args), (plan) => {
      const concerned =
        isWithin(plan.community, code) || plan.changes.some((grid) => isWithin(grid.code, code));
      return concerned && maySee(actor, plan);
    });
  }
}

/** Whether somebody sees a plan: staff those of their area, workers those of their grid once they are approved. */
function maySee(actor: Actor, { community, state, changes }: AdjustmentFacts): boolean {
  if (grantFor(actor, 'adjustment:read', { area: community }) !== undefined) return true;
  return (
    isPublished(state) &&
    changes.some(({ code }) => grantFor(actor, 'adjustment:read', { area: code }) !== undefined)
  );
}
