import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type EvidenceIntegrityService } from '../evidence/evidence-integrity.service';
import { type EvidenceVerification } from '../evidence/evidence-integrity.type';
import { type EvidenceService } from '../evidence/evidence.service';
import { caseKey } from './case-keys.rules';
import { type CaseRepo } from './case.repo';
import { targetOf } from './case-target.rules';

/** Whether a case's evidence is what it was. */
export class CaseIntegrityService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly evidence: EvidenceService,
    private readonly integrity: EvidenceIntegrityService,
  ) {}

  /**
   * Reads a case's verified files again; whoever may see the case may ask.
   * @throws Refusal NOT_FOUND
   */
  async verify(
    actor: Actor,
    reads: CollectionReader,
    { caseId, after }: { readonly caseId: string; readonly after?: string | null | undefined },
  ): Promise<{ verification: EvidenceVerification }> {
    const found = isId(caseId) ? await this.repo.find(reads, caseId) : undefined;
    if (found === undefined || grantFor(actor, 'case:read', targetOf(found)) === undefined) {
      throw new Refusal('NOT_FOUND', {}, ['caseId']);
    }
    // Before anything is read from the store: that is what costs here.
    await actor.standing?.confirmed();
    const all = await this.evidence.ofOwner(reads, caseKey(caseId));
    return { verification: await this.integrity.verify(all, caseId, after ?? undefined) };
  }
}
