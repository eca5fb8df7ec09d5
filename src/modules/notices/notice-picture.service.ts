import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type Refusal, TechnicalError } from '../../shared/errors';
import { type EvidenceSlotInput } from '../evidence/evidence.input';
import { type EvidenceService } from '../evidence/evidence.service';
import { type Evidence } from '../evidence/evidence.type';
import { type NoticePicture } from './notice-picture.type';
import { noticeKey } from './notice.repo';
import { type NoticeRecord } from './notice.rules';
import { type Notice } from './notice.type';

/** Pictures of notices: evidence in the notice's own collection, so they cost its readers no Query. */
export class NoticePictureService {
  constructor(private readonly evidence: EvidenceService) {}

  /**
   * The writes that open slots for pictures, to commit together with the notice. Nothing is read where there are none.
   * @throws Refusal those of evidence slots
   */
  async opening(
    actor: Actor,
    reads: CollectionReader,
    { id, areas }: Pick<NoticeRecord, 'id' | 'areas'>,
    slots: readonly EvidenceSlotInput[],
  ): Promise<readonly PreparedPut[]> {
    if (slots.length === 0) return [];
    const owner = { key: noticeKey(id), area: areas[0] ?? '' };
    const present = await this.evidence.ofOwner(reads, owner.key, true);
    return this.evidence.prepare(actor, owner, slots, present.length);
  }

  /** Why nothing was written although the notice still stands as it was read: one of its slots is taken. */
  taken(found: readonly (Record<string, unknown> | undefined)[]): Refusal | TechnicalError {
    const isTaken = found.some((item) => String(item?.sk).startsWith('EVIDENCE#'));
    return isTaken ? this.evidence.slotConflict(found) : new TechnicalError('TRY_AGAIN');
  }

  /** What a notice shows, in its order: pictures whose files have come and are good. From what the notice was read with. */
  async of(reads: CollectionReader, { id, pictureIds }: Notice): Promise<NoticePicture[]> {
    if (pictureIds.length === 0) return [];
    const files = new Map((await this.evidence.ofOwner(reads, noticeKey(id))).map((file) => [file.id, file]));
    return pictureIds.flatMap((picture) => {
      const file = files.get(picture);
      if (file?.status !== 'VERIFIED' || file.hasPicture !== true) return [];
      const { role, width, height } = file;
      return [{ id: picture, role, width, height, file }];
    });
  }

  /** What was announced of its pictures, also what has not come or is shown no longer; undefined for who may not change it. */
  async filesOf(
    actor: Actor,
    reads: CollectionReader,
    { id, isManaged }: Notice,
  ): Promise<Evidence[] | undefined> {
    if (!isManaged) return undefined;
    const files = await this.evidence.ofOwner(reads, noticeKey(id));
    return files.map((file) => {
      const isOwn = file.by === actor.id;
      return { ...file, mayUpload: isOwn, mayReadOriginal: isOwn };
    });
  }

  /** A short-lived link to the small picture. No I/O. */
  thumbnailUrl({ file }: NoticePicture): Promise<string | undefined> {
    return this.evidence.thumbnailUrl(file);
  }

  /** A short-lived link to the large picture. No I/O. */
  pictureUrl({ file }: NoticePicture): Promise<string | undefined> {
    return this.evidence.pictureUrl(file);
  }
}
