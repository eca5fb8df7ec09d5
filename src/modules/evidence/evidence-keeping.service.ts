import { type Bucket } from '../../data/bucket';
import { type CollectionReader } from '../../data/collection-reader';
import { originalKey } from './evidence.keys';
import { type EvidenceRepo } from './evidence.repo';

const DAY = 24 * 3_600_000;

/** Keeps the files of a settled record for as long as they may be asked for. */
export class EvidenceKeepingService {
  constructor(
    private readonly repo: EvidenceRepo,
    private readonly bucket: Bucket,
    /** Days that a file is kept after its record was settled; the bucket itself keeps it as long from its upload. */
    private readonly keptDays: number,
  ) {}

  /** Locks a record's verified files until so many days after it was settled; may be done twice. Returns how many. */
  async keep(reads: CollectionReader, owner: string, settledAt: Date): Promise<number> {
    const all = await this.repo.ofOwner(reads, owner, true);
    const verified = all.filter(({ status }) => status === 'VERIFIED');
    const until = new Date(settledAt.getTime() + this.keptDays * DAY);
    await Promise.all(
      verified.map((file) => this.bucket.keepUntil(originalKey(file), file.versionId, until)),
    );
    return verified.length;
  }
}
