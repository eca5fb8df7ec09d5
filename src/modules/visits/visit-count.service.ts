import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type AreaLevel, ancestorAt, levelBelow, levelOf } from '../../shared/area-code';
import { businessDate, businessMonth, type Day } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { type AppointmentService } from '../people/appointment.service';
import { type HouseholdService } from '../residents/household.service';
import { type CountedVisits, type VisitCountRepo } from './visit-count.repo';
import {
  addCounts,
  countVisits,
  coverageOf,
  householdsOf,
  meanAgeOf,
  NO_VISITS,
  type VisitCounts,
} from './visit-count.rules';
import { type VisitCoverage } from './visit-coverage.type';
import { type PlanRow, type VisitPlanRepo } from './visit-plan.repo';
import { type VisitPlanService } from './visit-plan.service';
import { type VisitPolicyService } from './visit-policy.type';

/** Plans that are looked at again in one go. */
const AT_ONCE = 25;

/** Where what is counted comes from. */
export interface CountSources {
  readonly plans: VisitPlanService;
  readonly policies: VisitPolicyService;
  readonly households: HouseholdService;
  readonly appointments: AppointmentService;
}

/** Coverage and freshness: counted from the plans themselves, and kept at the end of each month. */
export class VisitCountService {
  constructor(
    private readonly repo: VisitCountRepo,
    private readonly planRepo: VisitPlanRepo,
    private readonly sources: CountSources,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /** How the visits of an area stand, or stood at the end of a month (YYYY-MM); NOT_FOUND outside the actor's own area. */
  async ofArea(actor: Actor, area: string, month?: string): Promise<VisitCoverage> {
    if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      throw new TechnicalError('BAD_USER_INPUT', { what: 'month: YYYY-MM' });
    const level = levelOf(area);
    if (level === undefined || level === 'COURTYARD')
      throw new TechnicalError('BAD_USER_INPUT', { what: 'area: 6 / 9 / 12 / 15' });
    if (grantFor(actor, 'visit:read-coverage', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const now = businessMonth(this.clock.now());
    const grids = await this.repo.inside(month === undefined || month === now ? 'NOW' : month, area);
    return coverage(area, level, month ?? now, grids);
  }

  /**
   * Counts a grid, after having made right what has become of its plans without anything having happened: a household that
   * nobody told of, a care tag that has ended, a new policy.
   */
  async count(grid: string): Promise<void> {
    const at = this.clock.now();
    const today = businessDate(at);
    const plans = await this.#rightPlans(grid, today);
    const visitors = await this.sources.appointments.visitorsOf(this.newReads(), grid);
    const counts = countVisits(plans, today);
    const workers = visitors.map((visitor) => ({
      ...{ person: visitor.id, name: visitor.name },
      counts: countVisits(householdsOf(visitor, visitors, plans), today),
    }));
    const counted = { grid, at, counts, workers };
    await this.repo.save(businessMonth(at), counted);
    await this.repo.save('NOW', counted);
  }

  async #rightPlans(grid: string, today: Day): Promise<readonly PlanRow[]> {
    const [homes, kept, policy] = await Promise.all([
      this.sources.households.allIn(grid),
      this.planRepo.allIn(grid),
      this.sources.policies.in(grid),
    ]);
    const known = new Set(kept.map(({ household }) => household));
    const wrong = [
      ...homes.map(({ id }) => id).filter((id) => !known.has(id)),
      ...kept
        .filter((plan) => plan.policy !== policy.version || (plan.recheckOn ?? today) < today)
        .map(({ household }) => household),
    ];
    if (wrong.length === 0) return kept;
    for (let done = 0; done < wrong.length; done += AT_ONCE)
      await this.sources.plans.follow(wrong.slice(done, done + AT_ONCE));
    return this.planRepo.allIn(grid);
  }
}

/** The figures of an area from those of its grids, with the areas one level below. */
function coverage(
  area: string,
  level: AreaLevel,
  month: string,
  grids: readonly CountedVisits[],
): VisitCoverage {
  const below = level === 'GRID' ? undefined : levelBelow(level);
  const parts = new Map<string, VisitCounts>();
  for (const { grid, counts } of below === undefined ? [] : grids) {
    const part = (below && ancestorAt(grid, below)) ?? grid;
    parts.set(part, addCounts(parts.get(part) ?? NO_VISITS, counts));
  }
  const times = grids.map(({ at }) => at.getTime());
  return {
    ...{ area, month, countedAt: times.length === 0 ? undefined : new Date(Math.min(...times)) },
    ...figures(grids.map(({ counts }) => counts).reduce(addCounts, NO_VISITS)),
    parts: [...parts].map(([code, counts]) => ({ area: code, ...figures(counts) })),
    workers:
      level === 'GRID'
        ? grids.flatMap(({ workers }) =>
            workers.map(({ person, name, counts }) => ({ person, name, ...figures(counts) })),
          )
        : [],
  };
}

function figures(counts: VisitCounts) {
  return { ...counts, coverage: coverageOf(counts), meanAgeDays: meanAgeOf(counts) };
}
