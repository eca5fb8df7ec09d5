import { businessDate, businessMonth } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PremisesSummary } from '../places/premises.type';
import { type PremisesService } from '../places/premises.service';
import { type InspectionCountRepo } from './inspection-count.repo';
import { countInspections } from './inspection-count.rules';
import { type DueRow, type InspectionPlanRepo } from './inspection-plan.repo';
import { type InspectionPolicy, plannedBy } from './inspection-plan.rules';
import { type InspectionPlanService } from './inspection-plan.service';
import { type InspectionPolicyService } from './inspection-policy.type';

/** Where what is counted comes from. */
export interface InspectionCountSources {
  readonly plans: InspectionPlanService;
  readonly policies: InspectionPolicyService;
  readonly premises: Pick<PremisesService, 'summariesIn'>;
}

/** Counts how well plans of inspections are kept: from the plans themselves, and keeps it at the end of each month. */
export class InspectionCountService {
  constructor(
    private readonly repo: InspectionCountRepo,
    private readonly planRepo: InspectionPlanRepo,
    private readonly sources: InspectionCountSources,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a grid, after having made right what has become of its plans without anybody having told: premises that are not
   * planned or no longer there, and another policy.
   */
  async count(grid: string): Promise<void> {
    const at = this.clock.now();
    const plans = await this.#rightPlans(grid);
    const counted = { grid, at, counts: countInspections(plans, businessDate(at)) };
    await this.repo.save(businessMonth(at), counted);
    await this.repo.save('NOW', counted);
  }

  async #rightPlans(grid: string): Promise<readonly DueRow[]> {
    const [premises, kept, policy] = await Promise.all([
      this.sources.premises.summariesIn(grid),
      this.planRepo.allIn(grid),
      this.sources.policies.in(grid),
    ]);
    const wrong = wrongIn(premises, kept, policy);
    if (wrong.length === 0) return kept;
    await this.sources.plans.follow(wrong);
    return this.planRepo.allIn(grid);
  }
}

/** The premises whose plans are not what they should be. */
function wrongIn(
  premises: readonly PremisesSummary[],
  kept: readonly DueRow[],
  policy: InspectionPolicy,
): string[] {
  const planned = new Map(
    premises.flatMap((each): [string, PremisesSummary][] =>
      plannedBy(policy, each).map((checklist) => [`${each.id} ${checklist}`, each]),
    ),
  );
  const right = new Set(
    kept.flatMap((row) => {
      const key = `${row.premises} ${row.checklist}`;
      const is = planned.get(key);
      const isRight =
        is !== undefined &&
        row.policy === policy.version &&
        [row.name, row.kind, row.control, row.area].join() === [is.name, is.kind, is.control, is.area].join();
      return isRight ? [key] : [];
    }),
  );
  const missing = [...planned].filter(([key]) => !right.has(key)).map(([, { id }]) => id);
  const gone = kept
    .filter((row) => !right.has(`${row.premises} ${row.checklist}`))
    .map((row) => row.premises);
  return [...new Set([...missing, ...gone])];
}
