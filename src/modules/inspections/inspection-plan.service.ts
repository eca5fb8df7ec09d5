import { type CollectionReader } from '../../data/collection-reader';
import { type TableChange } from '../../data/table-change';
import { ancestorAt } from '../../shared/area-code';
import { businessDate, type Day } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { someAtOnce } from '../../shared/some-at-once';
import { type PremisesService } from '../places/premises.service';
import { type InspectionRepo } from './inspection.repo';
import { type PlanChange, planChangeBy } from './inspection-plan.events';
import { type InspectionPlanRepo } from './inspection-plan.repo';
import {
  type InspectionPlan,
  type InspectionPolicy,
  latest,
  plannedBy,
  type PlannedPremises,
  planFor,
} from './inspection-plan.rules';
import { type InspectionPolicyService } from './inspection-policy.type';

/** How often plans are tried again when somebody else changed them in between. */
const ATTEMPTS = 6;

/** Premises looked at in one go, and their last inspections that are. */
const AT_ONCE = 25;
const LATEST = 30;

/** Where what a plan follows from is found. */
export interface PlanSources {
  readonly premises: PremisesService;
  readonly inspections: InspectionRepo;
  readonly policies: InspectionPolicyService;
}

/** The days on which premises were inspected last, by checklist. */
type Days = ReadonlyMap<string, Day>;

/** The policy that holds in an area. */
type PolicyIn = (area: string) => Promise<InspectionPolicy>;

/** When premises are to be inspected: plans follow premises and inspections, as the table tells of them. */
export class InspectionPlanService {
  constructor(
    private readonly repo: InspectionPlanRepo,
    private readonly sources: PlanSources,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /** Takes note of changes of the table; may be told twice, and in any order. */
  async observe(changes: readonly TableChange[]): Promise<void> {
    const meant = changes.map(planChangeBy).filter((change) => change !== undefined);
    const policyIn = this.#policiesOnce();
    await someAtOnce(AT_ONCE, [...inspectedBy(meant)], ([id, days]) => this.#revise(id, days, policyIn));
  }

  /** Looks at premises again, with their last inspections: whatever the table did not tell of is made right. */
  async follow(premises: readonly string[]): Promise<void> {
    const policyIn = this.#policiesOnce();
    await someAtOnce(AT_ONCE, premises, async (id) => this.#revise(id, await this.#inspected(id), policyIn));
  }

  /**
   * Plans the premises of a fresh grid, with the day on which each was inspected last, where it was. Plans that stand are left
   * as they are; it is for areas in which nobody works yet. Returns how many it made.
   */
  async load(
    grid: string,
    inspectedOn: (premises: string, checklist: string, today: Day) => Day | undefined,
  ): Promise<number> {
    const [premises, kept, policy] = await Promise.all([
      this.sources.premises.summariesIn(grid),
      this.repo.allIn(grid),
      this.sources.policies.in(grid),
    ]);
    const today = this.#today();
    const known = new Set(kept.map(({ premises: id }) => id));
    const plans = premises
      .filter(({ id }) => !known.has(id))
      .flatMap((each) =>
        plannedBy(policy, each).map((checklist) => {
          const facts = { policy, today, inspectedOn: inspectedOn(each.id, checklist, today) };
          const plan = planFor(undefined, each, checklist, facts);
          // Premises that were inspected before are not new today.
          return {
            ...planFor({ ...plan, since: facts.inspectedOn ?? today }, each, checklist, facts),
            version: 1,
          };
        }),
      );
    return this.repo.load(plans);
  }

  /** Makes the plans of premises right, and writes those that this changes. */
  async #revise(id: string, inspected: Days, policyIn: PolicyIn, attempt = 1): Promise<void> {
    const reads = this.newReads();
    const [premises, kept] = await Promise.all([
      this.sources.premises.lookUp(id, { consistent: true }),
      this.repo.of(reads, id),
    ]);
    if (premises === undefined) return;
    const policy = await policyIn(premises.area);
    const before = new Map(kept.map((plan) => [plan.checklist, plan]));
    const isNew = plannedBy(policy, premises).some((checklist) => !before.has(checklist));
    const known = isNew ? later(inspected, await this.#inspected(id)) : inspected;
    const changed = this.#plansOf(premises, before, known, policy);
    if (changed.length === 0) return;
    const { done } = await this.repo.save(reads, changed);
    if (done) return;
    if (attempt >= ATTEMPTS) throw new TechnicalError('TRY_AGAIN');
    await this.#revise(id, inspected, policyIn, attempt + 1);
  }

  /** The plans that are not as they should be, as they should be, in their next version. */
  #plansOf(
    premises: PlannedPremises,
    before: ReadonlyMap<string, InspectionPlan>,
    inspected: Days,
    policy: InspectionPolicy,
  ): InspectionPlan[] {
    const today = this.#today();
    const checklists = new Set([...before.keys(), ...plannedBy(policy, premises)]);
    return [...checklists].flatMap((checklist) => {
      const kept = before.get(checklist);
      const facts = { policy, today, inspectedOn: inspected.get(checklist) };
      const plan = planFor(kept, premises, checklist, facts);
      return isSame(plan, kept) ? [] : [{ ...plan, version: plan.version + 1 }];
    });
  }

  async #inspected(premises: string): Promise<Days> {
    const records = await this.sources.inspections.ofPremises(premises, LATEST, undefined);
    // Newest first: the first of each checklist stays.
    return new Map(records.toReversed().map(({ checklist, at }) => [checklist, businessDate(at)]));
  }

  /** The policies of districts, each read once however many premises are looked at. */
  #policiesOnce(): PolicyIn {
    const known = new Map<string, Promise<InspectionPolicy>>();
    return (area) => {
      const district = ancestorAt(area, 'DISTRICT') ?? area;
      const policy = known.get(district) ?? this.sources.policies.in(district);
      known.set(district, policy);
      return policy;
    };
  }

  #today(): Day {
    return businessDate(this.clock.now());
  }
}

/** Premises that changed or were inspected, each with the last days on which it was. */
function inspectedBy(changes: readonly PlanChange[]): ReadonlyMap<string, Days> {
  const days = new Map<string, Days>();
  for (const { premises, inspected } of changes) {
    const told = new Map(inspected && [[inspected.checklist, inspected.on]]);
    days.set(premises, later(days.get(premises) ?? new Map<string, Day>(), told));
  }
  return days;
}

function later(a: Days, b: Days): Days {
  const all = new Map(a);
  for (const [checklist, on] of b) all.set(checklist, latest(all.get(checklist), on) ?? on);
  return all;
}

function isSame(a: InspectionPlan, b: InspectionPlan | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
