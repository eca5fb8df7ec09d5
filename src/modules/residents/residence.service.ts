import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { assertFresh, changeBy, conflictWith, isRepeated } from './change.rules';
import { eraseOn } from './erasure.rules';
import { householdKey, type HouseholdRepo } from './household.repo';
import { type HouseholdFile } from './household.type';
import {
  type Occasion,
  type Plan,
  planArrival,
  planDeparture,
  planMove,
  planReturn,
} from './residence-plan.rules';
import { type EndResidenceInput, type MoveResidentInput, type RegisterResidentInput } from './resident.input';
import { residentKey, type ResidentRepo } from './resident.repo';
import { checkedPerson } from './resident.rules';
import { type ResidentService } from './resident.service';
import { type Resident } from './resident.type';
import { type RetentionRepo } from './retention.repo';

/** A resident, and the household that the request was about, as they stand now. */
export interface ResidenceChange {
  readonly resident: Resident;
  readonly household: HouseholdFile;
}

/** What a plan is made from: the first household is the one that the request is about. */
interface Standing {
  readonly resident: Resident | undefined;
  readonly households: readonly [HouseholdFile, ...HouseholdFile[]];
}

/** Which records a request is about. */
interface Subject {
  readonly id: string;
  readonly resident: string;
  readonly households: readonly [string, ...string[]];
}

/** How often a change is tried again when somebody else changed the household in between. */
const ATTEMPTS = 4;

/** Who lives where: every change is one transaction over the resident and the households concerned. */
export class ResidenceService {
  constructor(
    private readonly residentRepo: ResidentRepo,
    private readonly householdRepo: HouseholdRepo,
    private readonly retentionRepo: RetentionRepo,
    private readonly residents: ResidentService,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts somebody on file, with where they live.
   * @throws Refusal of `checkedPerson` and `planArrival`, ID_INVALID, CONFLICT; NOT_FOUND outside the actor's area
   */
  async register(
    actor: Actor,
    reads: CollectionReader,
    input: RegisterResidentInput,
  ): Promise<ResidenceChange> {
    const { id, household: home, name, kind, sex, birthDate, identityNumber, phone } = input;
    const draft = {
      ...{ name, kind, sex: sex ?? undefined, birthDate: birthDate ?? undefined },
      ...{ identityNumber: identityNumber ?? undefined, phone: phone ?? undefined },
    };
    const { person, numbers } = checkedPerson(draft, businessDate(this.clock.now()));
    const stored = await this.residents.store(id, numbers);
    const subject: Subject = { id, resident: id, households: [home] };
    return this.#change(
      actor,
      reads,
      subject,
      [input, 'REGISTERED'],
      ({ resident, households }, occasion) => {
        if (resident !== undefined) throw conflictWith(resident.changes, ['id']);
        return planArrival({ id, ...person, ...stored }, households[0], input, occasion);
      },
    );
  }

  /**
   * Moves a resident to another household of the actor's area; without one that they leave, they come to it.
   * @throws Refusal of `planMove` and `planReturn`, ID_INVALID, CONFLICT; NOT_FOUND outside the actor's area
   */
  async move(actor: Actor, reads: CollectionReader, input: MoveResidentInput): Promise<ResidenceChange> {
    const { id, household, to: target } = input;
    const subject: Subject = {
      id,
      resident: input.resident,
      households: household == null ? [target] : [target, household],
    };
    return this.#change(actor, reads, subject, [input, 'MOVED'], ({ resident, households }, occasion) => {
      const [to, from] = households;
      const found = needResident(resident);
      if (from !== undefined) return planMove(found, { from, to }, input, occasion);
      const last = found.residences[0]?.courtyard;
      if (grantFor(actor, 'resident:write', { area: last }) === undefined)
        throw new TechnicalError('NOT_FOUND');
      return planReturn(found, to, input, occasion);
    });
  }

  /**
   * Ends a residence; a death ends all of the resident's.
   * @throws Refusal of `planDeparture`, ID_INVALID, CONFLICT; NOT_FOUND outside the actor's area
   */
  async end(actor: Actor, reads: CollectionReader, input: EndResidenceInput): Promise<ResidenceChange> {
    const { id, household } = input;
    const subject: Subject = { id, resident: input.resident, households: [household] };
    return this.#change(
      actor,
      reads,
      subject,
      [input, input.ending],
      async ({ resident, households }, occasion) => {
        const found = needResident(resident);
        const others = input.ending === 'DECEASED' ? await this.#otherHomes(reads, found, household) : [];
        return planDeparture(found, [households[0], ...others], input, occasion);
      },
    );
  }

  /** Makes a change, again when somebody else was faster; a request that was done before gives its answer again. */
  async #change(
    actor: Actor,
    reads: CollectionReader,
    subject: Subject,
    [request, what]: readonly [request: unknown, what: string],
    plan: (standing: Standing, occasion: Occasion) => Plan | Promise<Plan>,
  ): Promise<ResidenceChange> {
    const { id } = subject;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const mark = await this.residents.markOf(actor, request);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const standing = await this.#load(actor, reads, subject);
      const { resident, households, grant } = standing;
      if (resident !== undefined && isRepeated(resident.changes, id, mark))
        return { resident, household: households[0] };
      if (resident !== undefined) assertFresh(resident, { id });
      const at = this.clock.now();
      const change = changeBy(actor, grant, { id, mark, at, what: [what] });
      try {
        const planned = await plan(standing, { change, today: businessDate(at) });
        if (await this.#save(actor, reads, planned))
          return { resident: planned.resident, household: planned.homes[0].household };
      } catch (error) {
        const isFinal =
          !(error instanceof Refusal) || (await this.#isAsRead(actor, reads, subject, standing));
        if (isFinal) throw error;
      }
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /**
   * Whether a request's records are still as they were when it was refused. They are read one by one: whoever changed them
   * meanwhile may have been seen in one and not in another, and then what was refused never was.
   */
  async #isAsRead(actor: Actor, reads: CollectionReader, subject: Subject, seen: Standing): Promise<boolean> {
    reads.forget(residentKey(subject.resident));
    for (const household of subject.households) reads.forget(householdKey(household));
    const now = await this.#load(actor, reads, subject);
    return versionsOf(now) === versionsOf(seen);
  }

  /** All that a change is about, in one wave; strongly consistent, because the write depends on it. */
  async #load(actor: Actor, reads: CollectionReader, subject: Subject) {
    const strongly = { consistent: true };
    const home = (id: string) => (isId(id) ? this.householdRepo.find(reads, id, strongly) : undefined);
    const [first, ...more] = subject.households;
    const [resident, household, ...others] = await Promise.all([
      isId(subject.resident) ? this.residentRepo.find(reads, subject.resident, strongly) : undefined,
      home(first),
      ...more.map(home),
    ]);
    const grantIn = (found: HouseholdFile | undefined) =>
      found && grantFor(actor, 'resident:write', { area: found.courtyard });
    const grant = grantIn(household);
    const known = others.filter((other) => other !== undefined && grantIn(other) !== undefined);
    if (household === undefined || grant === undefined || known.length < others.length)
      throw new TechnicalError('NOT_FOUND');
    const households: Standing['households'] = [household, ...known.filter((other) => other !== undefined)];
    return { resident, households, grant };
  }

  async #otherHomes(reads: CollectionReader, { residences }: Resident, household: string) {
    const others = residences.filter((each) => each.until === undefined && each.household !== household);
    const homes = await Promise.all(
      others.map((each) => this.householdRepo.find(reads, each.household, { consistent: true })),
    );
    return homes.filter((home) => home !== undefined);
  }

  async #save(actor: Actor, reads: CollectionReader, { resident, homes }: Plan): Promise<boolean> {
    const others = homes.flatMap(({ household, member }) => [
      this.householdRepo.replacing(household),
      this.householdRepo.keeping(household.id, member),
    ]);
    const due = eraseOn(resident);
    const kept = due === undefined ? [] : [this.retentionRepo.keepingUntil(resident.id, due)];
    return (await this.residentRepo.save(reads, [resident], [...others, ...kept], actor.standing)).done;
  }
}

function versionsOf({ resident, households }: Standing): string {
  return [resident, ...households].map((record) => record?.version).join();
}

function needResident(resident: Resident | undefined): Resident {
  if (resident === undefined) throw new TechnicalError('NOT_FOUND');
  return resident;
}
