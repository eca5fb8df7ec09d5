import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type RecordLink } from '../../shared/record-link.type';
import { type EvidenceHoldService } from './evidence-hold.service';
import { type LegalHold } from './evidence-hold.type';
import { type OwnerType, ownerKeyOf } from './evidence-owner.rules';
import { type HoldFilesInput } from './file-hold.input';

/** Most characters of a reason. */
const MOST_REASON = 2_000;

/** Codes of the areas a record is in, from its own collection, strongly consistent; undefined where there is none with this id. */
export type FindAreas = (reads: CollectionReader, id: string) => Promise<readonly string[] | undefined>;

/** Legal holds (证据保全) of whatever record files belong to, for whoever may set them there: they need not see the record itself. */
export class FileHoldService {
  constructor(
    private readonly holds: EvidenceHoldService,
    private readonly areas: Readonly<Record<OwnerType, FindAreas>>,
  ) {}

  /** The hold of a record's files; undefined where there never was one, NOT_FOUND for whoever may not set it. */
  async of(
    actor: Actor,
    reads: CollectionReader,
    record: { readonly type: OwnerType; readonly id: string },
  ): Promise<LegalHold | undefined> {
    const owner = await this.#reach(actor, reads, record);
    if (owner === undefined) throw new TechnicalError('NOT_FOUND');
    return this.holds.of(reads, owner);
  }

  /**
   * Sets or lifts the hold of a record's files.
   * @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG, NOT_FOUND, CONFLICT
   */
  async set(
    actor: Actor,
    reads: CollectionReader,
    { type, id, on, reason }: HoldFilesInput,
  ): Promise<{ record: RecordLink; hold: LegalHold | undefined }> {
    if (reason.trim() === '') throw new Refusal('TEXT_REQUIRED', {}, ['reason']);
    if (reason.length > MOST_REASON) throw new Refusal('TEXT_TOO_LONG', { max: MOST_REASON }, ['reason']);
    const owner = await this.#reach(actor, reads, { type, id });
    if (owner === undefined) throw new Refusal('NOT_FOUND', {}, ['id']);
    await this.holds.set(actor, reads, owner, { on, reason: reason.trim() });
    return { record: { type, id }, hold: await this.holds.of(reads, owner) };
  }

  /** Key of a record's collection, for whoever may hold files in every area it is in; undefined for all others. */
  async #reach(
    actor: Actor,
    reads: CollectionReader,
    record: { readonly type: OwnerType; readonly id: string },
  ): Promise<string | undefined> {
    const areas = isId(record.id) ? await this.areas[record.type](reads, record.id) : undefined;
    const mayHold = areas?.every((area) => grantFor(actor, 'evidence:hold', { area }) !== undefined);
    return mayHold === true ? ownerKeyOf(record) : undefined;
  }
}
