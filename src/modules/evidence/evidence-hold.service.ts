import { type Actor } from '../../auth/actor';
import { type Bucket } from '../../data/bucket';
import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { type EvidenceHoldRepo } from './evidence-hold.repo';
import { type LegalHold } from './evidence-hold.type';
import { originalKey } from './evidence.keys';
import { type EvidenceRepo } from './evidence.repo';

/** Keeps the files of a record from being removed, in the record and in the store itself. */
export class EvidenceHoldService {
  constructor(
    private readonly holds: EvidenceHoldRepo,
    private readonly evidence: EvidenceRepo,
    private readonly bucket: Bucket,
    private readonly clock: Clock,
  ) {}

  /** The hold of a record, from the Query of its collection; undefined when there never was one. */
  async of(reads: CollectionReader, owner: string): Promise<LegalHold | undefined> {
    return this.holds.ofOwner(reads, owner, false);
  }

  /**
   * Sets or lifts a hold. What stands already is left as it is, and the store told once more: so a repeat mends what broke
   * off. Files that arrive while it stands are held by whatever checks them.
   * @throws Refusal CONFLICT
   */
  async set(
    actor: Actor,
    reads: CollectionReader,
    owner: string,
    { on, reason }: { readonly on: boolean; readonly reason: string },
  ): Promise<void> {
    const before = await this.holds.ofOwner(reads, owner, true);
    if ((before?.on ?? false) !== on) {
      const step = { on, reason, by: actor.id, name: actor.name, at: this.clock.now() };
      const hold = {
        owner,
        on,
        version: (before?.version ?? 0) + 1,
        steps: [...(before?.steps ?? []), step],
      };
      const result = await this.holds.replace(reads, hold, actor.standing);
      if (!result.done) {
        throw new Refusal('CONFLICT', { what: { zh: '证据保全状态', en: 'the legal hold' } });
      }
    } else if (before === undefined) return;
    await actor.standing?.confirmed();
    // Read after the hold was written: a file that is verified meanwhile is in the list, or its check sees the hold.
    reads.forget(owner);
    const all = await this.evidence.ofOwner(reads, owner, true);
    const verified = all.filter(({ status }) => status === 'VERIFIED');
    await Promise.all(
      verified.map((file) => this.bucket.setLegalHold(originalKey(file), file.versionId, on)),
    );
  }
}
