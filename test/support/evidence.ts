import { createHash } from 'node:crypto';
import { originalKey } from '../../src/modules/evidence/evidence.keys';
import { EvidenceArrivalService } from '../../src/modules/evidence/evidence-arrival.service';
import { EvidenceHoldRepo } from '../../src/modules/evidence/evidence-hold.repo';
import { EvidenceRepo } from '../../src/modules/evidence/evidence.repo';
import { caseKey } from '../../src/modules/cases/case-keys.rules';
import { newId } from '../../src/shared/ids';
import { type EvidenceSlotInput } from '../generated/operations';
import { decoder } from './decoder';
import { type World } from './world';

/** The slot that announces these bytes. */
export function slotOf(bytes: Uint8Array, contentType = 'image/jpeg'): EvidenceSlotInput {
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  return { id: newId(), role: 'SCENE', contentType, size: bytes.length, sha256 };
}

/** The service behind the bucket's door and the clock's, in a world. */
export function arrivalsOf({ foundation }: World): EvidenceArrivalService {
  const { table, bucket, clock } = foundation;
  return new EvidenceArrivalService(
    ...([new EvidenceRepo(table), bucket, clock, decoder(), new EvidenceHoldRepo(table)] as const),
  );
}

/** Where the file of a case's evidence lies. */
export function keyOf(caseId: string, evidenceId: string): string {
  return originalKey({ owner: caseKey(caseId), id: evidenceId });
}

/** Marks all evidence of a case as verified, as if its files had arrived. */
export async function verifyAll(
  { foundation }: World,
  caseId: string,
  ids: readonly string[],
): Promise<void> {
  const repo = new EvidenceRepo(foundation.table);
  for (const id of ids) {
    const evidence = await repo.find({ owner: caseKey(caseId), id });
    if (evidence === undefined) throw new Error(`There is no evidence ${id}.`);
    await repo.replace({ ...evidence, status: 'VERIFIED', checkedAt: foundation.clock.now() });
  }
}
