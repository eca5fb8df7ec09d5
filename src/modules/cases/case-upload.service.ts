import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type EvidenceService } from '../evidence/evidence.service';
import { type Evidence } from '../evidence/evidence.type';
import { type EvidenceUploadService } from '../evidence/evidence-upload.service';
import { type MultipartUpload } from '../evidence/evidence-upload.type';
import { caseKey, type CaseRepo } from './case.repo';
import { targetOf } from './case.service';
import { type Case } from './case.type';

/** A file of a case, by the ids of both. */
interface FileOfCase {
  readonly caseId: string;
  readonly evidenceId: string;
}

/** Uploads in parts to a case. */
export class CaseUploadService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly evidence: EvidenceService,
    private readonly uploads: EvidenceUploadService,
  ) {}

  /**
   * Opens the upload of a file whose slot the actor opened, or goes on with it.
   * @throws Refusal NOT_FOUND, and those of the upload
   */
  async open(
    actor: Actor,
    reads: CollectionReader,
    input: FileOfCase & { readonly partHashes: readonly string[] },
  ): Promise<{ upload: MultipartUpload }> {
    const { file } = await this.#load(actor, reads, input);
    return { upload: await this.uploads.open(actor, reads, file, input.partHashes) };
  }

  /**
   * Puts a file together whose parts are all there.
   * @throws Refusal NOT_FOUND, and those of the upload
   */
  async complete(actor: Actor, reads: CollectionReader, input: FileOfCase): Promise<{ case: Case }> {
    const { found, file } = await this.#load(actor, reads, input);
    await this.uploads.complete(actor, file);
    return { case: found };
  }

  async #load(
    actor: Actor,
    reads: CollectionReader,
    { caseId, evidenceId }: FileOfCase,
  ): Promise<{ found: Case; file: Evidence | undefined }> {
    const found = isId(caseId) ? await this.repo.find(reads, caseId, true) : undefined;
    if (found === undefined || grantFor(actor, 'case:read', targetOf(found)) === undefined) {
      throw new Refusal('NOT_FOUND', {}, ['caseId']);
    }
    const all = await this.evidence.ofOwner(reads, caseKey(caseId), true);
    return { found, file: all.find(({ id }) => id === evidenceId) };
  }
}
