import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type Gate, type PreparedPut } from '../../data/commit';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { toWgs84 } from '../../shared/geo';
import { isId } from '../../shared/ids';
import { type Language } from '../../shared/language';
import { type Page, pageOf } from '../../shared/page';
import { type EvidenceService } from '../evidence/evidence.service';
import { type Evidence } from '../evidence/evidence.type';
import { keptUntilOf } from '../evidence/file-terms.rules';
import { type HouseholdService } from '../residents/household.service';
import { type HouseholdFile } from '../residents/household.type';
import { type ResidentService } from '../residents/resident.service';
import { type DueVisit } from './due.type';
import { type SubmitVisitInput } from './visit.input';
import { visitKey, type VisitRepo } from './visit.repo';
import { assertNext, assertVisit, isTooLate, type Part, partsOf } from './visit.rules';
import { type Visit, type VisitSummary } from './visit.type';
import { type VisitDivisionService } from './visit-division.service';
import { type VisitPartAnswer } from './visit-payload.type';
import { type VisitPlanRepo } from './visit-plan.repo';
import { shownPlan, type VisitPlan, type VisitPolicy, withKnock } from './visit-plan.rules';
import { type VisitPlanService } from './visit-plan.service';
import { type VisitPolicyService } from './visit-policy.type';

/** How often a visit is tried again when somebody else changed the household's plan in between. */
const ATTEMPTS = 5;

/** What a visit came to. */
export interface Submitted {
  readonly visit: Visit;
  readonly next: DueVisit;
  readonly parts: VisitPartAnswer[];
}

/** Who visits use. */
export interface VisitSources {
  readonly households: HouseholdService;
  readonly residents: ResidentService;
  readonly policies: VisitPolicyService;
  readonly plans: VisitPlanService;
  readonly evidence: EvidenceService;
  readonly division: VisitDivisionService;
}

/** Visits (入户走访): one knock at one door, and all that it brought home. */
export class VisitService {
  constructor(
    private readonly repo: VisitRepo,
    private readonly planRepo: VisitPlanRepo,
    private readonly sources: VisitSources,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in a visit with its parts. Nothing of a part is written before the visit is; inspections go with it, and after that each
   * part is on its own.
   * The same id and content may be sent again: what was taken in is answered as it was, and what was not is tried again.
   * @throws Refusal of `assertVisit`, `partsOf`, `assertNext` and evidence slots, OUT_OF_AREA, CONFLICT
   */
  async submit(
    actor: Actor,
    reads: CollectionReader,
    language: Language,
    input: SubmitVisitInput,
  ): Promise<Submitted> {
    assertVisit(input, await this.#takenAt(reads, input));
    const parts = partsOf(input.parts);
    const preparing = this.sources.division.prepare({ actor, reads, language }, parts);
    const { household, policy, grant } = await this.#reach(actor, reads, input.household);
    // Parts may carry numbers of persons, so the mark is a keyed one.
    const mark = await this.sources.residents.markOf(actor, contentOf(input));
    const along = await preparing;
    const written = this.#write(actor, reads, { input, parts, along, household, policy, grant, mark });
    // Whoever takes in a part reads meanwhile, and writes once the visit is written, unless that was written with it.
    const gate: Gate = {
      confirmed: () => written.then(() => undefined),
      written: () => actor.standing?.written?.(),
      takesOver: async (puts) => includesAll((await written).along, puts),
    };
    const occasion = { actor: { ...actor, standing: gate }, reads, language, household, visit: input };
    const [{ visit, plan }, answers] = await Promise.all([
      written,
      this.sources.division.divide(occasion, parts),
    ]);
    return { visit, next: shownPlan(plan), parts: answers };
  }

  /** The visit with this id; NOT_FOUND when there is none or it was outside the actor's area. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<Visit> {
    const found = isId(id) ? await this.repo.find(reads, id) : undefined;
    if (found === undefined || grantFor(actor, 'visit:read', { area: found.courtyard }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** The visits at a door, newest first; one Query. For a caller who may see the household. */
  async atDoor({ id }: HouseholdFile, args: PageArgs): Promise<Page<VisitSummary>> {
    return this.repo.atDoor(id, pageOf(args));
  }

  /** When a household is due; shares the Query of its page. Undefined until it is on the list, a moment after it is on file. */
  async nextOf(reads: CollectionReader, { id }: HouseholdFile): Promise<DueVisit | undefined> {
    const plan = await this.planRepo.find(reads, id);
    return plan && shownPlan(plan);
  }

  /** The pictures of a visit; shares the Query of its page. */
  async evidenceOf(actor: Actor, reads: CollectionReader, { id, courtyard }: Visit): Promise<Evidence[]> {
    const all = await this.sources.evidence.ofOwner(reads, visitKey(id));
    const mayReadOriginal = grantFor(actor, 'evidence:read-original', { area: courtyard }) !== undefined;
    return all.map((each) => ({
      ...{ ...each, mayReadOriginal, mayUpload: each.by === actor.id },
      keptUntil: keptUntilOf(each, undefined),
    }));
  }

  /** The household with the policy that holds there, and what lets the actor visit it; NOT_FOUND for all others. */
  async #reach(actor: Actor, reads: CollectionReader, id: string) {
    const [household, policy] = await Promise.all([
      isId(id) ? this.sources.households.lookUp(reads, id, { consistent: true }) : undefined,
      this.sources.policies.in(actor.appointments[0]?.area ?? ''),
    ]);
    const grant = household && grantFor(actor, 'visit:submit', { area: household.courtyard });
    if (household === undefined || grant === undefined) throw new TechnicalError('NOT_FOUND');
    return { household, policy, grant };
  }

  /** By when a visit is judged: now, or when this one was taken in, whose answer was lost for weeks. */
  async #takenAt(reads: CollectionReader, { id, at }: SubmitVisitInput): Promise<Date> {
    const now = this.clock.now();
    if (!isId(id) || !isTooLate(at, now)) return now;
    return (await this.repo.find(reads, id, { consistent: true }))?.recordedAt ?? now;
  }

  /** Throws unless the day that was agreed fits; one that was taken in fits, whatever the household's tier is since. */
  async #assertNext(
    reads: CollectionReader,
    { input, policy, mark }: { input: SubmitVisitInput; policy: VisitPolicy; mark: string },
    plan: VisitPlan,
  ): Promise<void> {
    try {
      assertNext(input.nextOn, input.at, plan, policy);
    } catch (error) {
      const standing = await this.repo.find(reads, input.id, { consistent: true });
      if (standing?.mark !== mark) throw error;
    }
  }

  async #write(
    actor: Actor,
    reads: CollectionReader,
    facts: {
      readonly input: SubmitVisitInput;
      readonly parts: readonly Part[];
      /** Prepared writes of parts that are made with the visit. */
      readonly along: readonly PreparedPut[];
      readonly household: HouseholdFile;
      readonly policy: VisitPolicy;
      readonly grant: Appointment;
      readonly mark: string;
    },
    attempt = 1,
  ): Promise<{ visit: Visit; plan: VisitPlan; along: readonly PreparedPut[] }> {
    const { input, along, household, policy } = facts;
    const before = await this.sources.plans.planFor(reads, household, policy);
    await this.#assertNext(reads, facts, before);
    const visit = visitFrom(actor, facts, this.clock.now());
    const knock = {
      ...{ id: visit.id, on: businessDate(visit.at), at: visit.at.toISOString() },
      ...{ outcome: visit.outcome, nextOn: visit.nextOn },
    };
    const plan = { ...withKnock(before, knock, visit.met, policy), version: before.version + 1 };
    const owner = { key: visitKey(visit.id), area: visit.courtyard };
    const slots = this.sources.evidence.prepare(actor, owner, input.evidence);
    const puts = [this.planRepo.saving(plan), ...slots, ...along];
    const result = await this.repo.create(reads, visit, puts, actor.standing);
    if (result.done) return { visit, plan, along };
    const [found, , ...others] = result.found;
    const standing = this.repo.fromItem(found);
    if (standing?.mark === visit.mark) return { visit: standing, plan: before, along: [] };
    if (standing !== undefined) throw new Refusal('CONFLICT', { what: visit.id }, ['id']);
    const taken = others.slice(0, slots.length);
    if (taken.some(isThere)) throw this.sources.evidence.slotConflict(taken);
    if (attempt >= ATTEMPTS) throw new TechnicalError('TRY_AGAIN');
    // Somebody else has changed the plan: another visit, or what is on file. What stands there already is its part's own matter.
    const open = others.slice(slots.length).some(isThere) ? [] : along;
    return this.#write(actor, reads, { ...facts, along: open }, attempt + 1);
  }
}

const isThere = (item: unknown): boolean => item !== undefined;

/** Whether all of these are among those. */
function includesAll<Each>(those: readonly Each[], these: readonly Each[]): boolean {
  return these.every((each) => those.includes(each));
}

/** What makes two requests the same visit: what its sender was waiting for when they sent it does not. */
function contentOf(input: SubmitVisitInput): object {
  return { ...input, parts: input.parts.map((part) => ({ ...part, after: undefined })) };
}

function visitFrom(
  actor: Actor,
  {
    input,
    parts,
    household,
    grant,
    mark,
  }: {
    readonly input: SubmitVisitInput;
    readonly parts: readonly Part[];
    readonly household: HouseholdFile;
    readonly grant: Appointment;
    readonly mark: string;
  },
  recordedAt: Date,
): Visit {
  const { id, at, outcome, met, point, note, nextOn } = input;
  return {
    ...{ id, household: household.id, grid: household.grid, courtyard: household.courtyard },
    ...{ address: household.address, at, recordedAt, outcome, met: [...new Set(met)] },
    point: point == null ? undefined : toWgs84(point, point.datum),
    note: note?.trim() === '' ? undefined : note?.trim(),
    nextOn: nextOn ?? undefined,
    parts: parts.map(({ kind, input: { id: part } }) => ({ kind, id: part })),
    by: { id: actor.id, name: actor.name, role: grant.role },
    mark,
  };
}
