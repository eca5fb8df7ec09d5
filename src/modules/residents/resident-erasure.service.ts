import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut, type Gate } from '../../data/commit';
import { businessDate } from '../../shared/business-date';
import { type Change } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { eraseOn, planErasure } from './erasure.rules';
import { type HouseholdRepo } from './household.repo';
import { type ResidentRepo } from './resident.repo';
import { type Resident } from './resident.type';
import { type RetentionRepo } from './retention.repo';

/** Taking the person out of a record, for callers who have been authorised. */
export class ResidentErasureService {
  constructor(
    private readonly residentRepo: ResidentRepo,
    private readonly householdRepo: HouseholdRepo,
    private readonly retentionRepo: RetentionRepo,
    private readonly clock: Clock,
  ) {}

  /** Whose record is kept long enough, or was once thought to be: `isDue` tells. */
  async due(): Promise<string[]> {
    return this.retentionRepo.due(businessDate(this.clock.now()));
  }

  /** Whether a record is kept long enough today. */
  isDue(resident: Resident): boolean {
    const day = eraseOn(resident);
    return day !== undefined && day <= businessDate(this.clock.now());
  }

  /** Takes a record out of the queue of those to be erased: they live here again, or it is gone. */
  async keep(id: string): Promise<void> {
    await this.retentionRepo.settle(id);
  }

  /**
   * Erases a record with its copies in the households, together with what others keep beside it: all or nothing.
   * @throws Refusal LIVES_HERE_STILL; TRY_AGAIN when the record has changed
   */
  async erase(
    reads: CollectionReader,
    before: Resident,
    change: Change,
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<Resident> {
    const { tombstone, stays } = planErasure(before, change);
    const { done } = await this.residentRepo.save(
      reads,
      [tombstone],
      [
        ...stays.map(({ household, member }) => this.householdRepo.keeping(household, member)),
        this.retentionRepo.settling(before.id),
        ...others,
      ],
      gate,
    );
    if (!done) throw new TechnicalError('TRY_AGAIN');
    return tombstone;
  }
}
