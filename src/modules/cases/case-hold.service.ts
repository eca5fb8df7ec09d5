import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type EvidenceHoldService } from '../evidence/evidence-hold.service';
import { type LegalHold } from '../evidence/evidence-hold.type';
import { assertText } from './case-move.rules';
import { caseKey } from './case-keys.rules';
import { type CaseRepo } from './case.repo';
import { targetOf } from './case-target.rules';
import { type Case } from './case.type';

/** Legal holds of cases. */
export class CaseHoldService {
  constructor(
    private readonly repo: CaseRepo,
    private readonly holds: EvidenceHoldService,
  ) {}

  /** The hold of a case that the actor sees; from the Query that brought the case. */
  async of(reads: CollectionReader, { id }: Case): Promise<LegalHold | undefined> {
    return this.holds.of(reads, caseKey(id));
  }

  /**
   * Sets or lifts the hold of a case's files.
   * @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG, NOT_FOUND, OUT_OF_AREA, CONFLICT
   */
  async set(
    actor: Actor,
    reads: CollectionReader,
    { caseId, on, reason }: { readonly caseId: string; readonly on: boolean; readonly reason: string },
  ): Promise<{ case: Case }> {
    assertText(reason, ['reason']);
    const found = isId(caseId) ? await this.repo.find(reads, caseId, true) : undefined;
    if (found === undefined || grantFor(actor, 'case:read', targetOf(found)) === undefined) {
      throw new Refusal('NOT_FOUND', {}, ['caseId']);
    }
    if (grantFor(actor, 'evidence:hold', targetOf(found)) === undefined)
      throw new Refusal('OUT_OF_AREA', {}, ['caseId']);
    await this.holds.set(actor, reads, caseKey(caseId), { on, reason: reason.trim() });
    return { case: found };
  }
}
