import { type CollectionReader } from '../../data/collection-reader';
import { type Gate, type PreparedPut } from '../../data/commit';
import { type Change } from '../../shared/change';
import { eraseOn } from './erasure.rules';
import { type HouseholdRepo } from './household.repo';
import {
  assertMergeable,
  fillable,
  homesOf,
  type MergePlan,
  type NumberFields,
  type Pair,
  planMerge,
  planUnmerge,
} from './merge.rules';
import { type ResidentRepo } from './resident.repo';
import { type Numbers } from './resident.rules';
import { type ResidentService } from './resident.service';
import { type Resident } from './resident.type';
import { type RetentionRepo } from './retention.repo';

/** Making one record of two and two of one again, for callers who have been authorised. */
export class ResidentMergeService {
  constructor(
    private readonly residentRepo: ResidentRepo,
    private readonly householdRepo: HouseholdRepo,
    private readonly retentionRepo: RetentionRepo,
    private readonly residents: ResidentService,
  ) {}

  /**
   * Makes one record of two, together with prepared writes of others: all or nothing. Undefined when somebody changed one
   * of the records meanwhile.
   * @throws Refusal RECORD_CLOSED, IDENTITY_NUMBERS_DIFFER
   */
  async merge(
    reads: CollectionReader,
    pair: Pair,
    change: Change,
    together: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<Pair | undefined> {
    assertMergeable(pair);
    const [households, numbers] = await Promise.all([this.#households(reads, pair), this.#completed(pair)]);
    return this.#save(reads, planMerge(pair, numbers, households, change), together, gate);
  }

  /**
   * Takes a merge back, together with prepared writes of others: all or nothing. Undefined when somebody changed one of
   * the records meanwhile.
   * @throws Refusal RECORD_CLOSED
   */
  async unmerge(
    reads: CollectionReader,
    pair: Pair,
    change: Change,
    together: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<Pair | undefined> {
    const [households, numbers] = await Promise.all([this.#households(reads, pair), this.#parted(pair)]);
    return this.#save(reads, planUnmerge(pair, numbers, households, change), together, gate);
  }

  async #households(reads: CollectionReader, pair: Pair) {
    const found = await Promise.all(
      homesOf(pair).map((id) => this.householdRepo.find(reads, id, { consistent: true })),
    );
    return found.filter((household) => household !== undefined);
  }

  /** The numbers of the record that goes on, completed by those of the other; opened only where something is missing. */
  async #completed(pair: Pair): Promise<NumberFields> {
    const { kept, closed } = pair;
    const missing = fillable(pair).filter((field) => field === 'identityNumber' || field === 'phone');
    if (missing.length === 0) return numbersOf(kept);
    const [own, other] = await Promise.all([this.residents.open(kept), this.residents.open(closed)]);
    const taken = Object.fromEntries(missing.map((field) => [field, other[field]]));
    return {
      ...(await this.residents.store(kept.id, { ...own, ...taken })),
      maskedIdentityNumber: kept.maskedIdentityNumber ?? closed.maskedIdentityNumber,
      maskedPhone: kept.maskedPhone ?? closed.maskedPhone,
    };
  }

  /** The numbers of both, each its own; what was changed since the merge stays with the record that went on. */
  async #parted({ kept, closed }: Pair): Promise<{ kept: NumberFields; closed: NumberFields }> {
    const [own, other] = await Promise.all([this.residents.open(kept), this.residents.open(closed)]);
    const taken = closed.merge?.filled ?? [];
    const left = (field: keyof Numbers) =>
      taken.includes(field) && own[field] === other[field] ? undefined : own[field];
    const numbers: Numbers = { identityNumber: left('identityNumber'), phone: left('phone') };
    const isWhole = numbers.identityNumber === own.identityNumber && numbers.phone === own.phone;
    const none = { sealed: undefined, identityIndex: undefined, phoneIndex: undefined };
    return {
      kept: isWhole
        ? numbersOf(kept)
        : {
            ...none,
            ...(await this.residents.store(kept.id, numbers)),
            maskedIdentityNumber: numbers.identityNumber && kept.maskedIdentityNumber,
            maskedPhone: numbers.phone && kept.maskedPhone,
          },
      closed: { ...numbersOf(closed), ...(await this.residents.store(closed.id, other)) },
    };
  }

  async #save(
    reads: CollectionReader,
    { kept, closed, homes }: MergePlan,
    together: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<Pair | undefined> {
    const others = homes.flatMap(({ household, members }) => [
      this.householdRepo.replacing(household),
      ...members.map((member) => this.householdRepo.keeping(household.id, member)),
    ]);
    const due = [kept, closed].flatMap((resident) => {
      const day = eraseOn(resident);
      return day === undefined ? [] : [this.retentionRepo.keepingUntil(resident.id, day)];
    });
    const puts = [...others, ...due, ...together];
    const { done } = await this.residentRepo.save(reads, [kept, closed], puts, gate);
    return done ? { kept, closed } : undefined;
  }
}

function numbersOf(resident: Resident): NumberFields {
  const { sealed, identityIndex, phoneIndex, maskedIdentityNumber, maskedPhone } = resident;
  return { sealed, identityIndex, phoneIndex, maskedIdentityNumber, maskedPhone };
}
