import { type Bucket } from '../../data/bucket';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate, daysAfter } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { logFailure } from '../../shared/logger';
import { someAtOnce } from '../../shared/some-at-once';
import { type EvidenceHoldRepo } from './evidence-hold.repo';
import { copyKey, originalKey, pictureKey, thumbnailKey } from './evidence.keys';
import { type OwnerType, ownerOf } from './evidence-owner.rules';
import { type EvidenceRepo } from './evidence.repo';
import { type Evidence } from './evidence.type';
import { type FileDueRepo } from './file-due.repo';
import { DAYS_TO_NEXT_LOOK, type FileDue, filesFound, removedFrom } from './file-terms.rules';

/**
 * What came of the clock's looks: files that were removed, files that the store keeps although their term is over, records that
 * could not be looked at.
 */
export interface FileRemovals {
  readonly REMOVED: number;
  readonly KEPT_BY_STORE: number;
  readonly FAILED: number;
}

/** Since when a record has been finished, from its own collection, strongly consistent; undefined while it goes on. */
export type FindEnd = (reads: CollectionReader, id: string) => Promise<Date | undefined>;

/** Records looked at at a time. */
const AT_ONCE = 8;

/** Removes files whose term is over: the only thing here that removes any. */
export class FileRemovalService {
  constructor(
    private readonly dues: FileDueRepo,
    private readonly files: EvidenceRepo,
    private readonly holds: EvidenceHoldRepo,
    private readonly bucket: Bucket,
    /** Of each kind of record that has an end. */
    private readonly ends: Partial<Readonly<Record<OwnerType, FindEnd>>>,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at every record whose day has come, some hundred in a round. It may be broken off anywhere, and done by several at once: a file
   * goes from the store first and is then said to be removed, and the day is taken away last. What fails is due again.
   */
  async removeDue(): Promise<FileRemovals> {
    const now = this.clock.now();
    const count = { REMOVED: 0, KEPT_BY_STORE: 0, FAILED: 0 };
    const dues = await this.dues.upTo(businessDate(now));
    await someAtOnce(AT_ONCE, dues, async (due) => {
      try {
        const { removed, kept } = await this.#look(due, now);
        count.REMOVED += removed;
        count.KEPT_BY_STORE += kept;
      } catch (error) {
        logFailure('files not removed', error);
        count.FAILED += 1;
      }
    });
    return count;
  }

  async #look(due: FileDue, now: Date): Promise<{ removed: number; kept: number }> {
    const { owner } = due;
    const reads = this.newReads();
    // One Query brings all three.
    const [files, hold, finishedAt] = await Promise.all([
      this.files.ofOwner(reads, owner, true),
      this.holds.ofOwner(reads, owner, true),
      this.#finishedAt(reads, owner),
    ]);
    const { over, next } = filesFound(files, { finishedAt, isHeld: hold?.on ?? false }, now);
    const [removed, kept] = [[], []] as [Evidence[], Evidence[]];
    for (const { file, keptUntil } of over) {
      if (await this.#isGone(file)) {
        await this.files.replaceBy(removedFrom(file, keptUntil, now), file.status);
        removed.push(file);
      } else kept.push(file);
    }
    const later = daysAfter(businessDate(now), DAYS_TO_NEXT_LOOK);
    const [day] = [next, kept.length > 0 ? later : undefined].filter((each) => each !== undefined).sort();
    if (day !== undefined) await this.dues.keep([{ owner, day }]);
    await this.dues.remove(due);
    return { removed: removed.length, kept: kept.length };
  }

  async #finishedAt(reads: CollectionReader, owner: string): Promise<Date | undefined> {
    const record = ownerOf(owner);
    return record && this.ends[record.type]?.(reads, record.id);
  }

  /** The original first: while the store keeps it, what is shown of it stays as well. */
  async #isGone(file: Evidence): Promise<boolean> {
    const served = file.kind === 'PDF' ? [copyKey] : [pictureKey, thumbnailKey];
    for (const keyOf of [originalKey, ...served]) if (!(await this.bucket.remove(keyOf(file)))) return false;
    return true;
  }
}
