import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type RecordLink } from '../../shared/record-link.type';
import { type EvidenceService } from '../evidence/evidence.service';
import { type Evidence } from '../evidence/evidence.type';
import { type EvidenceUploadService } from '../evidence/evidence-upload.service';
import { type MultipartUpload } from '../evidence/evidence-upload.type';
import { caseKey } from './case-keys.rules';
import { type CaseRepo } from './case.repo';
import { targetOf } from './case-target.rules';
import { type Case } from './case.type';

/** A file, by its id and its record: a case by its id alone, or any record that has files. */
interface FileOfRecord {
  readonly caseId?: string | null | undefined;
  readonly record?: Pick<RecordLink, 'type' | 'id'> | null | undefined;
  readonly evidenceId: string;
}

/** Uploads in parts: to a case, and of what a visit or a note announced. */
export class CaseUploadService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly evidence: EvidenceService,
    private readonly uploads: EvidenceUploadService,
  ) {}

  /**
   * Opens the upload of a file whose slot the actor opened, or goes on with it.
   * @throws Refusal NOT_FOUND, UPLOAD_RECORD_NEEDED, and those of the upload
   */
  async open(
    actor: Actor,
    reads: CollectionReader,
    input: FileOfRecord & { readonly partHashes: readonly string[] },
  ): Promise<{ upload: MultipartUpload }> {
    const { file } = await this.#load(actor, reads, input);
    return { upload: await this.uploads.open(actor, reads, file, input.partHashes) };
  }

  /**
   * Puts a file together whose parts are all there; gives the case, where it is one's.
   * @throws Refusal NOT_FOUND, UPLOAD_RECORD_NEEDED, and those of the upload
   */
  async complete(
    actor: Actor,
    reads: CollectionReader,
    input: FileOfRecord,
  ): Promise<{ case: Case | undefined }> {
    const { found, file } = await this.#load(actor, reads, input);
    await this.uploads.complete(actor, file);
    return { case: found };
  }

  /** The file, and its case where it is one's. Of other records the slot says enough: only who opened it may send. */
  async #load(
    actor: Actor,
    reads: CollectionReader,
    { caseId, record, evidenceId }: FileOfRecord,
  ): Promise<{ found?: Case | undefined; file: Evidence | undefined }> {
    if ((caseId == null) === (record == null)) throw new Refusal('UPLOAD_RECORD_NEEDED', {}, ['record']);
    if (record != null && record.type !== 'CASE')
      return { file: await this.uploads.fileOf(record, evidenceId) };
    const id = caseId ?? record?.id ?? '';
    const found = isId(id) ? await this.repo.find(reads, id, true) : undefined;
    if (found === undefined || grantFor(actor, 'case:read', targetOf(found)) === undefined) {
      throw new Refusal('NOT_FOUND', {}, [caseId == null ? 'record' : 'caseId']);
    }
    const all = await this.evidence.ofOwner(reads, caseKey(id), true);
    return { found, file: all.find((each) => each.id === evidenceId) };
  }
}
