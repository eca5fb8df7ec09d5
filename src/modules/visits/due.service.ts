import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt, levelOf } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageOf } from '../../shared/page';
import { type AppointmentService } from '../people/appointment.service';
import { type DueVisit } from './due.type';
import { daysOf, type DueWindow } from './due-window.rules';
import { type PlanRow, type VisitPlanRepo } from './visit-plan.repo';
import { shownPlan } from './visit-plan.rules';

/** What part of a due list is asked for. */
export interface DueQuery {
  /** A grid or courtyard; the actor's own where none is named. */
  readonly area?: string | undefined;
  readonly window: DueWindow;
  /** Only the actor's own fixed households. */
  readonly mine: boolean;
}

/** Due lists: which households of a grid are to be visited, when. */
export class DueService {
  constructor(
    private readonly plans: VisitPlanRepo,
    private readonly appointments: AppointmentService,
    private readonly clock: Clock,
  ) {}

  /** What is due in a grid or courtyard, by day and then by door; NOT_FOUND for an area the actor does not answer for. */
  async list(
    actor: Actor,
    reads: CollectionReader,
    query: DueQuery,
    args: PageArgs,
  ): Promise<Page<DueVisit>> {
    const area = query.area ?? actor.appointments.map(dutyOf).find((duty) => duty !== undefined);
    const grid = area && ancestorAt(area, 'GRID');
    const level = area && levelOf(area);
    if (area === undefined || grid === undefined || (level !== 'GRID' && level !== 'COURTYARD'))
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 15 / 18' });
    if (grantFor(actor, 'visit:read', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const own = query.mine ? this.#ownHouseholds(actor, reads) : undefined;
    const isInside = ({ courtyard }: PlanRow) => courtyard.startsWith(area);
    const keep = own?.then((mine) => (row: PlanRow) => isInside(row) && mine.has(row.household)) ?? isInside;
    const days = daysOf(query.window, businessDate(this.clock.now()));
    return this.plans.due(grid, days, pageOf(args), keep);
  }

  /** When those of these households that the actor may visit are due. */
  async many(actor: Actor, households: readonly string[]): Promise<DueVisit[]> {
    const plans = await this.plans.many(households);
    return plans.filter(({ courtyard }) => grantFor(actor, 'visit:read', { area: courtyard })).map(shownPlan);
  }

  async #ownHouseholds(actor: Actor, reads: CollectionReader): Promise<ReadonlySet<string>> {
    return new Set(await this.appointments.householdsOf(reads, actor.id));
  }
}
