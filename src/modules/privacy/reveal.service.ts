import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { checkedNumbers, type Numbers } from '../residents/resident.rules';
import { type ResidentService } from '../residents/resident.service';
import { type FoundResident } from '../residents/resident.type';
import { checkedReason } from './access-record.rules';
import { type AccessRecordService } from './access-record.service';
import { type LookUpResidentInput, type RevealResidentInput } from './reveal.input';

/** A resident's numbers in the open. */
export interface RevealedNumbers extends Numbers {
  readonly resident: string;
}

/** Numbers in the open, and whose a number is: each is recorded before it is answered, and counted. */
export class RevealService {
  constructor(
    private readonly residents: ResidentService,
    private readonly records: AccessRecordService,
    private readonly clock: Clock,
  ) {}

  /**
   * The numbers of a resident of the actor's area; NOT_FOUND otherwise. Two round trips.
   * @throws Refusal ID_INVALID, REASON_INVALID, NUMBER_IN_TEXT, CONFLICT, TOO_MANY_REVEALS
   */
  async reveal(
    actor: Actor,
    reads: CollectionReader,
    input: RevealResidentInput,
  ): Promise<{ revealed: RevealedNumbers }> {
    const { id, purpose } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = checkedReason(input.reason);
    const [found, quota, mark] = await Promise.all([
      this.residents.get(actor, reads, input.resident),
      this.records.quotaOf(actor, 'REVEALS'),
      this.residents.markOf(actor, input),
    ]);
    const resident = found.id;
    const grant = grantFor(actor, 'resident:reveal', { area: found.residences[0]?.courtyard });
    if (grant === undefined) throw new TechnicalError('NOT_FOUND');
    const fields = [
      ...(found.maskedIdentityNumber === undefined ? [] : ['identityNumber']),
      ...(found.maskedPhone === undefined ? [] : ['phone']),
    ];
    const access = { id, resident, kind: 'REVEAL', purpose, reason, fields, mark } as const;
    await this.records.record(actor, grant, quota, access);
    return { revealed: { resident, ...(await this.residents.open(found)) } };
  }

  /**
   * Whose a number is, among those of the actor's area: whoever lives elsewhere is as if there were nobody. Two round
   * trips, whether somebody is found or not.
   * @throws Refusal ID_INVALID, ONE_NUMBER_NEEDED, IDENTITY_NUMBER_INVALID, PHONE_INVALID, MASKED_VALUE, REASON_INVALID,
   *   NUMBER_IN_TEXT, CONFLICT, TOO_MANY_LOOK_UPS
   */
  async lookUp(actor: Actor, input: LookUpResidentInput): Promise<{ residents: FoundResident[] }> {
    const { id, purpose } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = checkedReason(input.reason);
    const numbers = oneNumber(input, businessDate(this.clock.now()));
    const [found, quota, mark] = await Promise.all([
      this.residents.withNumber(numbers),
      this.records.quotaOf(actor, 'LOOK_UPS'),
      this.residents.markOf(actor, input),
    ]);
    const grants = new Map<string, Appointment>();
    for (const { id: resident, courtyard } of found) {
      const grant = grantFor(actor, 'resident:look-up', { area: courtyard });
      if (grant !== undefined) grants.set(resident, grant);
    }
    const lookUp = { id, purpose, reason, mark, found: [...grants.keys()] };
    const fields = [numbers.identityNumber === undefined ? 'phone' : 'identityNumber'];
    const shown = await this.records.recordLookUp(actor, grants, quota, lookUp, fields);
    // A repeat shows nobody who was not recorded, and nobody who has moved away since.
    return { residents: found.filter((each) => grants.has(each.id) && shown.includes(each.id)) };
  }
}

function oneNumber({ identityNumber, phone }: LookUpResidentInput, today: string): Numbers {
  if ((identityNumber == null) === (phone == null)) throw new Refusal('ONE_NUMBER_NEEDED');
  return checkedNumbers({ identityNumber: identityNumber ?? undefined, phone: phone ?? undefined }, today);
}
