import { type Actor } from '../../auth/actor';
import { type Bucket, type StoredPart } from '../../data/bucket';
import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type RecordLink } from '../../shared/record-link.type';
import { originalKey } from './evidence.keys';
import { type EvidenceRepo } from './evidence.repo';
import { isSettled, isSha256, LINK_SECONDS } from './evidence.rules';
import { type Evidence } from './evidence.type';
import { ownerKeyOf } from './evidence-owner.rules';
import { isPart, PART_BYTES, partsFor } from './evidence-upload.rules';
import { type MultipartUpload } from './evidence-upload.type';

/** Uploads in parts, which go on where they were broken off: for films, and wherever the network is bad. */
export class EvidenceUploadService {
  constructor(
    private readonly repo: EvidenceRepo,
    private readonly bucket: Bucket,
    private readonly clock: Clock,
  ) {}

  /** The file of a record that is no case; whether it is the actor's own is asked when it is sent. One GetItem. */
  async fileOf(record: Pick<RecordLink, 'type' | 'id'>, id: string): Promise<Evidence | undefined> {
    const owner = ownerKeyOf(record);
    return owner !== undefined && isId(record.id) && isId(id) ? this.repo.find({ owner, id }) : undefined;
  }

  /**
   * Opens the upload of a file in parts, or goes on with the one that is open: says which parts are there, and signs the
   * others with their hashes. May be asked for again whenever links have run out.
   * @throws Refusal NOT_FOUND, EVIDENCE_VERIFIED_ALREADY, PART_HASHES_INVALID, UPLOAD_IN_PARTS_UNAVAILABLE, CONFLICT
   */
  async open(
    actor: Actor,
    reads: CollectionReader,
    evidence: Evidence | undefined,
    hashes: readonly string[],
  ): Promise<MultipartUpload> {
    const own = ownOf(actor, evidence);
    const parts = partsFor(own.size);
    if (hashes.length !== parts.length || !hashes.every(isSha256)) {
      throw new Refusal('PART_HASHES_INVALID', { count: parts.length, bytes: PART_BYTES }, ['partHashes']);
    }
    const { uploadId, stored } = await this.#standing(actor, reads, own);
    const expiresInSeconds = LINK_SECONDS.part;
    const key = originalKey(own);
    return {
      partSize: PART_BYTES,
      expiresAt: new Date(this.clock.now().getTime() + expiresInSeconds * 1000),
      parts: await Promise.all(
        parts.map(async (part, index) => {
          const sha256 = hashes[index] ?? '';
          const there = stored.find(({ number }) => number === part.number);
          if (there && isPart(there, part, sha256)) return { ...part, sha256, etag: there.etag };
          const signed = { key, uploadId, number: part.number, sha256, expiresInSeconds };
          return { ...part, sha256, url: await this.bucket.multipart.signPart(signed) };
        }),
      ),
    };
  }

  /**
   * Puts the parts together; the check of the whole follows as for any file that arrives. Done already is done.
   * @throws Refusal NOT_FOUND, UPLOAD_NOT_OPEN, UPLOAD_INCOMPLETE (with the numbers of the parts that lack),
   *   UPLOAD_IN_PARTS_UNAVAILABLE
   */
  async complete(actor: Actor, evidence: Evidence | undefined): Promise<void> {
    if (evidence?.by !== actor.id) throw new Refusal('NOT_FOUND', {}, ['evidenceId']);
    if (isSettled(evidence.status)) return;
    const key = originalKey(evidence);
    const { uploadId } = evidence;
    const stored = uploadId === undefined ? 'GONE' : await this.#partsOf(key, uploadId);
    if (uploadId === undefined || stored === 'GONE') return this.#assertThere(key);
    const parts = partsFor(evidence.size);
    const lacking = parts.filter((part) => !stored.some((known) => isSame(known, part)));
    if (lacking.length > 0) {
      throw new Refusal('UPLOAD_INCOMPLETE', { parts: lacking.map(({ number }) => number).join(', ') });
    }
    await actor.standing?.confirmed();
    await this.bucket.multipart.complete(key, uploadId, stored.slice(0, parts.length));
  }

  /** The upload that is open, with what has arrived of it; a new one where there is none. */
  async #standing(
    actor: Actor,
    reads: CollectionReader,
    evidence: Evidence,
  ): Promise<{ uploadId: string; stored: readonly StoredPart[] }> {
    const key = originalKey(evidence);
    const { uploadId: known } = evidence;
    const stored = known === undefined ? 'GONE' : await this.#partsOf(key, known);
    if (known !== undefined && stored !== 'GONE') return { uploadId: known, stored };
    await actor.standing?.confirmed();
    const uploadId = await this.bucket.multipart.begin(key, evidence.contentType);
    // Asked at once, so that a store that cannot tell is found out before anything is sent to it.
    if ((await this.bucket.multipart.partsOf(key, uploadId)) === 'UNSUPPORTED') throw unavailable();
    const result = await this.repo.noteUpload(reads, evidence, uploadId, actor.standing);
    if (result.done) return { uploadId, stored: [] };
    // Somebody was faster: another device, or this one, whose answer was lost.
    await this.bucket.multipart.abort(key, uploadId);
    const rival = this.repo.fromItem(result.found[0]);
    const theirs = rival?.uploadId;
    const parts = theirs === undefined ? 'GONE' : await this.#partsOf(key, theirs);
    if (theirs === undefined || parts === 'GONE') {
      throw new Refusal('CONFLICT', { what: { zh: '上传状态已变化', en: 'the upload has changed' } });
    }
    return { uploadId: theirs, stored: parts };
  }

  async #partsOf(key: string, uploadId: string): Promise<readonly StoredPart[] | 'GONE'> {
    const parts = await this.bucket.multipart.partsOf(key, uploadId);
    if (parts === 'UNSUPPORTED') throw unavailable();
    return parts;
  }

  /** An upload that is gone was either put together already, or given up. */
  async #assertThere(key: string): Promise<void> {
    const file = await this.bucket.open(key);
    if (file === undefined) throw new Refusal('UPLOAD_NOT_OPEN');
    file.close();
  }
}

function ownOf(actor: Actor, evidence: Evidence | undefined): Evidence {
  if (evidence?.by !== actor.id) throw new Refusal('NOT_FOUND', {}, ['evidenceId']);
  if (isSettled(evidence.status)) throw new Refusal('EVIDENCE_VERIFIED_ALREADY', {}, ['evidenceId']);
  return evidence;
}

function isSame(stored: StoredPart, part: { number: number; size: number }): boolean {
  return stored.number === part.number && isPart(stored, part);
}

function unavailable(): Refusal {
  return new Refusal('UPLOAD_IN_PARTS_UNAVAILABLE');
}
