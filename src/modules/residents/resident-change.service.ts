import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { businessDate } from '../../shared/business-date';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { assertFresh, changeBy, conflictWith, isRepeated } from './change.rules';
import { type HouseholdRepo } from './household.repo';
import { planPerson } from './residence-plan.rules';
import { type UpdateResidentInput } from './resident.input';
import { type ResidentRepo } from './resident.repo';
import { assertOpen, checkedPerson, type Numbers } from './resident.rules';
import { type ResidentService } from './resident.service';
import { type Resident } from './resident.type';

/** The fields that can be changed. */
const FIELDS = ['name', 'sex', 'birthDate', 'kind', 'identityNumber', 'phone'] as const;

/** Changing what is on file about a resident: one transaction over the record and the households they live in. */
export class ResidentChangeService {
  constructor(
    private readonly residentRepo: ResidentRepo,
    private readonly householdRepo: HouseholdRepo,
    private readonly residents: ResidentService,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a resident's record.
   * @throws Refusal of `checkedPerson`, RECORD_CLOSED, ID_INVALID, CONFLICT; NOT_FOUND outside the actor's area
   */
  async update(
    actor: Actor,
    reads: CollectionReader,
    input: UpdateResidentInput,
  ): Promise<{ resident: Resident }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const before = await this.residents.get(actor, reads, input.resident, { consistent: true });
    const grant = grantFor(actor, 'resident:write', { area: before.residences[0]?.courtyard });
    if (grant === undefined) throw new TechnicalError('NOT_FOUND');
    return this.change(actor, grant, reads, before, input);
  }

  /**
   * The same for a caller who has been authorised, together with prepared writes of others: all or nothing.
   * @throws Refusal of `checkedPerson`, RECORD_CLOSED, CONFLICT
   */
  async change(
    actor: Actor,
    grant: Appointment,
    reads: CollectionReader,
    before: Resident,
    input: UpdateResidentInput,
    together: readonly PreparedPut[] = [],
  ): Promise<{ resident: Resident }> {
    const mark = await this.residents.markOf(actor, input);
    if (isRepeated(before.changes, input.id, mark)) return { resident: before };
    assertFresh(before, input);
    assertOpen(before);

    const at = this.clock.now();
    const what = FIELDS.filter((field) => input[field] !== undefined);
    const change = changeBy(actor, grant, { id: input.id, mark, at, what });
    const after: Resident = {
      ...before,
      ...(await this.#told(before, input, businessDate(at))),
      version: before.version + 1,
      changes: withChange(before.changes, change),
    };
    const homes = await this.#homes(reads, after);
    const others = homes
      .map((household) => planPerson(household, after, change))
      .filter((home) => home !== undefined)
      .flatMap(({ household, member }) => [
        this.householdRepo.replacing(household),
        this.householdRepo.keeping(household.id, member),
      ]);
    const { done } = await this.residentRepo.save(reads, [after], [...others, ...together], actor.standing);
    if (!done) throw conflictWith(before.changes, ['expectedVersion']);
    return { resident: after };
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

  async #homes(reads: CollectionReader, { residences }: Resident) {
    const open = residences.filter(({ until }) => until === undefined);
    const homes = await Promise.all(
      open.map(({ household }) => this.householdRepo.find(reads, household, { consistent: true })),
    );
    return homes.filter((home) => home !== undefined);
  }
}
