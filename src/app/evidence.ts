import { CaseHoldService } from '../modules/cases/case-hold.service';
import { CaseIntegrityService } from '../modules/cases/case-integrity.service';
import { type CaseRepo } from '../modules/cases/case.repo';
import { CaseUploadService } from '../modules/cases/case-upload.service';
import { EvidenceHoldRepo } from '../modules/evidence/evidence-hold.repo';
import { EvidenceHoldService } from '../modules/evidence/evidence-hold.service';
import { EvidenceIntegrityService } from '../modules/evidence/evidence-integrity.service';
import { EvidenceRepo } from '../modules/evidence/evidence.repo';
import { EvidenceService } from '../modules/evidence/evidence.service';
import { EvidenceUploadService } from '../modules/evidence/evidence-upload.service';
import { MissingFileService } from '../modules/evidence/missing-file.service';
import { type Foundation } from './foundation';

/** Pictures and films, and what can be asked of them by their cases. */
export function createEvidence({ table, bucket, clock }: Foundation, cases: CaseRepo) {
  const repo = new EvidenceRepo(table);
  const evidence = new EvidenceService(repo, bucket, clock);
  const uploads = new EvidenceUploadService(repo, bucket, clock);
  const holds = new EvidenceHoldService(new EvidenceHoldRepo(table), repo, bucket, clock);
  return {
    evidence,
    missingFiles: new MissingFileService(repo, clock),
    caseUploads: new CaseUploadService(cases, evidence, uploads),
    caseIntegrity: new CaseIntegrityService(cases, evidence, new EvidenceIntegrityService(bucket)),
    caseHolds: new CaseHoldService(cases, holds),
  };
}
