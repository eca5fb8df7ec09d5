import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type TableChange } from '../../data/table-change';
import { ancestorAt } from '../../shared/area-code';
import { businessDate, type Day } from '../../shared/business-date';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type CareNeed, type CareVisitsService } from '../care/care-visits.service';
import { changeBy, conflictWith, isRepeated } from '../residents/change.rules';
import { idsOf } from '../residents/merge.rules';
import { type HouseholdService } from '../residents/household.service';
import { type HouseholdFile } from '../residents/household.type';
import { type ResidentService } from '../residents/resident.service';
import { type DueVisit } from './due.type';
import { type SetVisitTierInput } from './visit.input';
import { type MovedResident, visitChangeBy } from './visit.events';
import { type VisitPlanRepo } from './visit-plan.repo';
import {
  type CareVisit,
  due,
  newPlan,
  shownPlan,
  type VisitPlan,
  type VisitPolicy,
} from './visit-plan.rules';
import { type VisitPolicyService } from './visit-policy.type';

/** How often a plan is tried again when somebody else changed it in between. */
const ATTEMPTS = 6;

/** Where what a plan follows from is found. */
export interface PlanSources {
  readonly households: HouseholdService;
  readonly residents: ResidentService;
  readonly care: CareVisitsService;
  readonly policies: VisitPolicyService;
}

/** The policy that holds in an area. */
type PolicyIn = (area: string) => Promise<VisitPolicy>;

/** When households are to be visited: plans follow what is on file, as the table tells of it. */
export class VisitPlanService {
  constructor(
    private readonly repo: VisitPlanRepo,
    private readonly sources: PlanSources,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /** Takes note of changes of the table; may be told twice, and in any order. */
  async observe(changes: readonly TableChange[]): Promise<void> {
    const meant = changes.map(visitChangeBy).filter((change) => change !== undefined);
    const policyIn = this.#policiesOnce();
    const households = new Set(meant.flatMap((change) => change.households));
    await Promise.all([
      ...[...households].map((household) => this.#revise(household, policyIn, asItIs)),
      ...meant.flatMap(({ residents }) => residents.map((moved) => this.#followResident(moved, policyIn))),
    ]);
  }

  /** Looks at households again: whoever is new comes on the list, whatever is shown of others is made right. */
  async follow(households: readonly string[]): Promise<void> {
    const policyIn = this.#policiesOnce();
    await Promise.all(households.map((household) => this.#revise(household, policyIn, asItIs)));
  }

  /**
   * Puts all households of a fresh grid on the list, with the day on which each was seen last, where it was. Plans that
   * stand are left as they are; it is for areas in which nobody works yet. Returns how many it put there.
   */
  async load(grid: string, seenOn: (household: string, today: Day) => Day | undefined): Promise<number> {
    const [homes, kept, policy] = await Promise.all([
      this.sources.households.allIn(grid),
      this.repo.allIn(grid),
      this.sources.policies.in(grid),
    ]);
    const today = this.#today();
    const known = new Set(kept.map(({ household }) => household));
    const plans = homes
      .filter(({ id }) => !known.has(id))
      .map(({ id, courtyard, door, address, maskedHeadName, memberCount }) => {
        const doorway = { household: id, grid, courtyard, door, address, maskedHeadName, memberCount };
        const seen = seenOn(id, today);
        const plan = { ...newPlan(doorway, today, policy), version: 1, seenOn: seen };
        return due({ ...plan, months: seen === undefined ? [] : [seen.slice(0, 7)] }, policy);
      });
    return this.repo.load(plans);
  }

  /**
   * Sets how often a household is visited. The day on which it is due moves with it.
   * @throws Refusal ID_INVALID, CONFLICT; NOT_FOUND outside the actor's area
   */
  async setTier(
    actor: Actor,
    reads: CollectionReader,
    input: SetVisitTierInput,
    attempt = 1,
  ): Promise<{ plan: DueVisit }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [household, policy] = await Promise.all([
      this.sources.households.lookUp(reads, input.household, { consistent: true }),
      this.sources.policies.in(actor.appointments[0]?.area ?? ''),
    ]);
    const grant = household && grantFor(actor, 'visit:set-tier', { area: household.courtyard });
    if (household === undefined || grant === undefined) throw new TechnicalError('NOT_FOUND');
    const before = await this.planFor(reads, household, policy);
    const mark = fingerprint([actor.id, input]);
    if (isRepeated(before.changes, input.id, mark)) return { plan: shownPlan(before) };
    if (before.changes.some(({ id }) => id === input.id)) throw conflictWith(before.changes, ['id']);
    const change = changeBy(actor, grant, { id: input.id, mark, at: this.clock.now(), what: ['TIER'] });
    const changes = withChange(before.changes, change);
    const after = due(
      { ...before, setTier: input.tier ?? undefined, changes, version: before.version + 1 },
      policy,
    );
    const { done } = await this.repo.save(reads, after, actor.standing);
    if (done) return { plan: shownPlan(after) };
    // A visit, or what is on file, has changed the plan meanwhile.
    if (attempt >= ATTEMPTS) throw new TechnicalError('TRY_AGAIN');
    return this.setTier(actor, reads, input, attempt + 1);
  }

  /** The plan of a household, a new one where there is none yet; shares the Query of the household's collection. */
  async planFor(reads: CollectionReader, household: HouseholdFile, policy: VisitPolicy): Promise<VisitPlan> {
    const kept = await this.repo.find(reads, household.id, { consistent: true });
    return withDoorway(kept, household, this.#today(), policy);
  }

  /**
   * A resident's care needs, under whatever record of theirs they were set, go to the plans of the households in which they
   * live, and leave all others.
   */
  async #followResident({ id, left }: MovedResident, policyIn: PolicyIn): Promise<void> {
    const reads = this.newReads();
    const resident = await this.sources.residents.current(reads, id, { consistent: true });
    const ids = [...new Set([id, ...(resident === undefined ? [] : idsOf(resident))])];
    const all = await Promise.all(ids.map((each) => this.sources.care.needsOf(reads, each, this.#today())));
    const needs = all.flat().map((need) => ({ ...need, resident: resident?.id ?? id }));
    const homes = (resident?.residences ?? [])
      .filter(({ until }) => until === undefined)
      .map(({ household }) => household);
    const concerned = new Set([...homes, ...left]);
    await Promise.all(
      [...concerned].map((household) =>
        this.#revise(household, policyIn, (plan) =>
          withNeeds(plan, ids, homes.includes(household) ? needs : []),
        ),
      ),
    );
  }

  /** Makes a household's plan right, and writes it where that changes it. */
  async #revise(
    id: string,
    policyIn: PolicyIn,
    change: (plan: VisitPlan) => VisitPlan,
    attempt = 1,
  ): Promise<void> {
    const reads = this.newReads();
    const household = await this.sources.households.lookUp(reads, id, { consistent: true });
    if (household === undefined) return;
    const policy = await policyIn(household.grid);
    const kept = await this.repo.find(reads, id, { consistent: true });
    const plan = withDoorway(kept, household, this.#today(), policy);
    const after = due(change(plan), policy);
    if (kept !== undefined && JSON.stringify(after) === JSON.stringify(kept)) return;
    const { done } = await this.repo.save(reads, { ...after, version: plan.version + 1 }, undefined);
    if (done) return;
    if (attempt >= ATTEMPTS) throw new TechnicalError('TRY_AGAIN');
    await this.#revise(id, policyIn, change, attempt + 1);
  }

  /** The policies of districts, each read once however many households are looked at. */
  #policiesOnce(): PolicyIn {
    const known = new Map<string, Promise<VisitPolicy>>();
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

/** A plan that only what it follows from has changed. */
const asItIs = (plan: VisitPlan): VisitPlan => plan;

/** The plan that is kept with what is shown of its household now; a new one where none is kept. */
function withDoorway(
  kept: VisitPlan | undefined,
  household: HouseholdFile,
  today: Day,
  policy: VisitPolicy,
): VisitPlan {
  const { id, grid, courtyard, door, address, maskedHeadName, memberCount } = household;
  const doorway = { household: id, grid, courtyard, door, address, maskedHeadName, memberCount };
  if (kept === undefined) return newPlan(doorway, today, policy);
  const care = kept.care.filter(({ until }) => today < until);
  return due({ ...kept, ...doorway, care }, policy);
}

/** The plan with the needs of a person, who has these records; when they were met last is kept. */
function withNeeds(plan: VisitPlan, ids: readonly string[], needs: readonly CareNeed[]): VisitPlan {
  const others = plan.care.filter(({ resident }) => !ids.includes(resident));
  const own = needs.map((need): CareVisit => ({
    ...need,
    metOn: plan.care.find(({ tag }) => tag === need.tag)?.metOn,
  }));
  return { ...plan, care: [...others, ...own].sort((a, b) => (a.tag < b.tag ? -1 : 1)) };
}
