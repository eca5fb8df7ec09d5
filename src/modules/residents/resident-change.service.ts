import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { businessDate } from '../../shared/business-date';
import { type Change, withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { assertFresh, changeBy, conflictWith, isRepeated } from './change.rules';
import { householdKey, type HouseholdRepo } from './household.repo';
import { planPerson } from './residence-plan.rules';
import { fieldsTold, touches } from './resident-change.rules';
import { type UpdateResidentInput } from './resident.input';
import { type ResidentRepo } from './resident.repo';
import { assertOpen, checkedPerson, type Numbers } from './resident.rules';
import { type ResidentService } from './resident.service';
import { type Resident } from './resident.type';

/** How often a change is tried again when somebody else changed one of the households in between. */
const ATTEMPTS = 4;

/** What a change goes with. */
export interface ChangeTerms {
  /** Prepared writes of others: all or nothing. */
  readonly together?: readonly PreparedPut[];
  /** Requests of the sender's own that it was made on top of, before they were answered. */
  readonly after?: readonly string[] | undefined;
}

/** Changing what is on file about a resident: one transaction over the record and the households they live in. */
export class ResidentChangeService {
  constructor(
    private readonly residentRepo: ResidentRepo,
    private readonly householdRepo: HouseholdRepo,
    private readonly residents: ResidentService,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a resident's record. What somebody else has changed since collides only where it is the same.
   * @throws Refusal of `checkedPerson`, RECORD_CLOSED, ID_INVALID, CONFLICT; NOT_FOUND outside the actor's area
   */
  async update(
    actor: Actor,
    reads: CollectionReader,
    input: UpdateResidentInput,
    after?: readonly string[],
  ): Promise<{ resident: Resident }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const before = await this.residents.get(actor, reads, input.resident, { consistent: true });
    const grant = grantFor(actor, 'resident:write', { area: before.residences[0]?.courtyard });
    if (grant === undefined) throw new TechnicalError('NOT_FOUND');
    return this.change(actor, grant, reads, before, input, { after });
  }

  /**
   * The same for a caller who has been authorised, on the record as they read it.
   * @throws Refusal of `checkedPerson`, RECORD_CLOSED, CONFLICT
   */
  async change(
    actor: Actor,
    grant: Appointment,
    reads: CollectionReader,
    read: Resident,
    input: UpdateResidentInput,
    { together = [], after }: ChangeTerms = {},
  ): Promise<{ resident: Resident }> {
    const mark = await this.residents.markOf(actor, input);
    const what = fieldsTold(input);
    let before = read;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (isRepeated(before.changes, input.id, mark)) return { resident: before };
      assertFresh(before, { ...input, after }, (change) => touches(change, what));
      assertOpen(before);
      const at = this.clock.now();
      const change = changeBy(actor, grant, { id: input.id, mark, at, what });
      const resident: Resident = {
        ...before,
        ...(await this.#told(before, input, businessDate(at))),
        version: before.version + 1,
        changes: withChange(before.changes, change),
      };
      const homes = await this.#homePuts(reads, resident, change);
      const result = await this.residentRepo.save(reads, [resident], [...homes, ...together], actor.standing);
      if (result.done) return { resident };
      const others = result.found.slice(1 + homes.length);
      if (others.some((item) => item !== undefined)) throw conflictWith(before.changes, ['id']);
      // Somebody was faster, here or in a household: what they did is looked at as if it had been there before.
      before = (await this.residents.lookUp(reads, before.id, { consistent: true })) ?? before;
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /** The record with what the request says; the sealed numbers are opened only where it depends on them. */
  async #told(before: Resident, input: UpdateResidentInput, today: string): Promise<Partial<Resident>> {
    const { identityNumber, phone } = input;
    const renumbered = identityNumber !== undefined || phone !== undefined;
    // Sex and birth date must agree with the number, which is known only when it is opened.
    const opens = renumbered || input.sex != null || input.birthDate != null;
    const known: Numbers = opens ? await this.residents.open(before) : {};
    const { person, numbers } = checkedPerson(
      {
        name: input.name ?? before.name,
        sex: input.sex ?? (identityNumber == null ? before.sex : undefined),
        birthDate: input.birthDate ?? (identityNumber == null ? before.birthDate : undefined),
        kind: input.kind ?? before.kind,
        identityNumber: identityNumber === undefined ? known.identityNumber : (identityNumber ?? undefined),
        phone: phone === undefined ? known.phone : (phone ?? undefined),
      },
      today,
    );
    if (!renumbered) {
      const { maskedIdentityNumber, maskedPhone } = before;
      return { ...person, maskedIdentityNumber, maskedPhone };
    }
    const none = { sealed: undefined, identityIndex: undefined, phoneIndex: undefined };
    return { ...person, ...none, ...(await this.residents.store(before.id, numbers)) };
  }

  /** The writes of the households in which the resident lives. */
  async #homePuts(reads: CollectionReader, resident: Resident, change: Change): Promise<PreparedPut[]> {
    const open = resident.residences.filter(({ until }) => until === undefined);
    const homes = await Promise.all(
      open.map((home) => this.#homeOf(reads, home.household, resident, change)),
    );
    return homes
      .filter((home) => home !== undefined)
      .flatMap(({ household, member }) => [
        this.householdRepo.replacing(household),
        this.householdRepo.keeping(household.id, member),
      ]);
  }

  /** The household as the change leaves it. One without the resident was read before they moved in by the same request. */
  async #homeOf(reads: CollectionReader, id: string, resident: Resident, change: Change) {
    const read = await this.householdRepo.find(reads, id, { consistent: true });
    const planned = read && planPerson(read, resident, change);
    if (read === undefined || planned !== undefined) return planned;
    reads.forget(householdKey(id));
    const fresh = await this.householdRepo.find(reads, id, { consistent: true });
    return fresh && planPerson(fresh, resident, change);
  }
}
