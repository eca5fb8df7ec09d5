import { type Actor } from '../../auth/actor';
import { type Bucket } from '../../data/bucket';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type EvidenceSlotInput } from './evidence.input';
import { copyKey, originalKey, pictureKey, thumbnailKey } from './evidence.keys';
import { type EvidenceRepo } from './evidence.repo';
import {
  CONTENT_TYPES,
  isSettled,
  isSha256,
  LINK_SECONDS,
  MOST_BYTES,
  MOST_BYTES_AT_ONCE,
  MOST_SLOTS,
  nextLook,
} from './evidence.rules';
import { type Evidence, type UploadTicket } from './evidence.type';
import { takesPdf } from './evidence-owner.rules';

const NOTHING = Promise.resolve(undefined);

/** The record a file belongs to: the key of its collection, and the area it happened in. */
export interface EvidenceOwner {
  readonly key: string;
  readonly area: string;
}

/** Slots, uploads and links of evidence; it knows nothing of the records they belong to. */
export class EvidenceService {
  constructor(
    private readonly repo: EvidenceRepo,
    private readonly bucket: Bucket,
    private readonly clock: Clock,
  ) {}

  /**
   * The writes that open slots, for the owner's module to commit together with its record.
   * @throws Refusal ID_INVALID, EVIDENCE_TOO_MANY, EVIDENCE_FULL, EVIDENCE_TYPE_NOT_ALLOWED, EVIDENCE_SIZE_INVALID,
   *   EVIDENCE_HASH_INVALID
   */
  prepare(
    actor: Actor,
    owner: EvidenceOwner,
    slots: readonly EvidenceSlotInput[],
    present = 0,
  ): readonly PreparedPut[] {
    if (slots.length > MOST_SLOTS.request) {
      throw new Refusal('EVIDENCE_TOO_MANY', { max: MOST_SLOTS.request }, ['evidence']);
    }
    if (slots.length > 0 && present + slots.length > MOST_SLOTS.record) {
      throw new Refusal('EVIDENCE_FULL', { max: MOST_SLOTS.record }, ['evidence']);
    }
    const now = this.clock.now();
    return slots.map((slot, index) => {
      const evidence = openSlot(actor, owner, slot, index, now);
      return this.repo.opening(evidence, nextLook(now, now) ?? now);
    });
  }

  /**
   * Opens slots on a record that stands already; slots that stand with the same content are left as they are.
   * @throws Refusal CONFLICT when one of the ids is taken by other content, and those of `prepare`
   */
  async add(
    actor: Actor,
    reads: CollectionReader,
    owner: EvidenceOwner,
    slots: readonly EvidenceSlotInput[],
  ): Promise<void> {
    const fresh = await this.unopened(actor, reads, owner.key, slots);
    const present = await this.ofOwner(reads, owner.key, true);
    const puts = this.prepare(actor, owner, fresh, present.length);
    const result = await this.repo.open(reads, owner.key, puts, actor.standing);
    if (result.done) return;
    // This very request, sent twice, was faster: what it opened stands.
    const rest = await this.unopened(actor, reads, owner.key, fresh);
    if (rest.length === fresh.length) throw this.slotConflict(result.found);
    await this.add(actor, reads, owner, rest);
  }

  /** Those of the slots that the actor has not opened on a record yet; strongly consistent. */
  async unopened(
    actor: Actor,
    reads: CollectionReader,
    owner: string,
    slots: readonly EvidenceSlotInput[],
  ): Promise<readonly EvidenceSlotInput[]> {
    const present = await this.ofOwner(reads, owner, true);
    const marks = new Map(present.map(({ id, fingerprint: mark }) => [id, mark]));
    return slots.filter((slot) => marks.get(slot.id) !== markOf(actor, slot));
  }

  /** The evidence of a record, oldest first. */
  async ofOwner(reads: CollectionReader, owner: string, consistent = false): Promise<Evidence[]> {
    return this.repo.ofOwner(reads, owner, consistent);
  }

  /** The refusal for slots whose ids are taken. */
  slotConflict(found: readonly (Record<string, unknown> | undefined)[]): Refusal {
    const taken = found.map((item) => this.repo.fromItem(item)?.id).find((id) => id !== undefined);
    const what = { zh: `取证材料编号 ${taken ?? ''} 已被使用`, en: `evidence id ${taken ?? ''} is taken` };
    return new Refusal('CONFLICT', { what }, ['evidence']);
  }

  /**
   * How to send the file at once, for whoever opened the slot; undefined for others, once it is verified, and for a file
   * that goes in parts. No I/O.
   */
  ticket(evidence: Evidence): Promise<UploadTicket | undefined> {
    if (evidence.mayUpload !== true || isSettled(evidence.status)) return NOTHING;
    const { contentType, size, sha256 } = evidence;
    if (size > MOST_BYTES_AT_ONCE) return NOTHING;
    const terms = {
      key: originalKey(evidence),
      contentType,
      size,
      sha256,
      expiresInSeconds: LINK_SECONDS.upload,
    };
    return this.bucket.presignUpload(terms, this.clock.now());
  }

  /** A short-lived link to the picture without metadata; undefined where there is none. No I/O. */
  thumbnailUrl(evidence: Evidence): Promise<string | undefined> {
    if (evidence.status !== 'VERIFIED' || evidence.hasThumbnail !== true) return NOTHING;
    return this.bucket.presignDownload({
      key: thumbnailKey(evidence),
      expiresInSeconds: LINK_SECONDS.download,
    });
  }

  /** A short-lived link to the large picture without metadata; undefined where there is none. No I/O. */
  pictureUrl(evidence: Evidence): Promise<string | undefined> {
    if (evidence.status !== 'VERIFIED' || evidence.hasPicture !== true) return NOTHING;
    return this.bucket.presignDownload({
      key: pictureKey(evidence),
      expiresInSeconds: LINK_SECONDS.download,
    });
  }

  /** A short-lived link to save the copy of a PDF; undefined where there is none. No I/O. */
  copyUrl(evidence: Evidence): Promise<string | undefined> {
    if (evidence.status !== 'VERIFIED' || evidence.hasCopy !== true) return NOTHING;
    return this.bucket.presignDownload({
      key: copyKey(evidence),
      saveAs: evidence.contentType,
      expiresInSeconds: LINK_SECONDS.download,
    });
  }

  /** A short-lived link to the very version that was checked, for those who may have it; else undefined. No I/O. */
  originalUrl(evidence: Evidence): Promise<string | undefined> {
    if (evidence.status !== 'VERIFIED' || evidence.mayReadOriginal !== true) return NOTHING;
    return this.bucket.presignDownload({
      key: originalKey(evidence),
      versionId: evidence.versionId,
      saveAs: evidence.contentType,
      expiresInSeconds: LINK_SECONDS.download,
    });
  }
}

function markOf(actor: Actor, slot: EvidenceSlotInput): string {
  return fingerprint([actor.id, slot]);
}

function openSlot(
  actor: Actor,
  owner: EvidenceOwner,
  slot: EvidenceSlotInput,
  index: number,
  now: Date,
): Evidence {
  const { id, role, contentType, size, sha256 } = slot;
  const path = (field: string): string[] => ['evidence', String(index), field];
  if (!isId(id)) throw new Refusal('ID_INVALID', {}, path('id'));
  const kind = CONTENT_TYPES[contentType];
  if (kind === undefined || (kind === 'PDF' && !takesPdf(owner.key, role)))
    throw new Refusal('EVIDENCE_TYPE_NOT_ALLOWED', { contentType }, path('contentType'));
  if (size < 1 || size > MOST_BYTES[kind]) {
    throw new Refusal('EVIDENCE_SIZE_INVALID', { max: MOST_BYTES[kind] }, path('size'));
  }
  if (!isSha256(sha256)) throw new Refusal('EVIDENCE_HASH_INVALID', {}, path('sha256'));
  return {
    ...{ id, role, kind, contentType, size, sha256 },
    owner: owner.key,
    area: owner.area,
    by: actor.id,
    openedAt: now,
    status: 'AWAITED',
    fingerprint: markOf(actor, slot),
  };
}
