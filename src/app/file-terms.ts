import { createCollectionReader } from '../data/collection-reader';
import { endedAtOf as applicationEndedAt } from '../modules/applications/application.rules';
import { ApplicationRepo } from '../modules/applications/application.repo';
import { endedAtOf as caseEndedAt } from '../modules/cases/case-end.rules';
import { CaseRepo } from '../modules/cases/case.repo';
import { EvidenceHoldRepo } from '../modules/evidence/evidence-hold.repo';
import { EvidenceRepo } from '../modules/evidence/evidence.repo';
import { FileDueRepo } from '../modules/evidence/file-due.repo';
import { FileRemovalService } from '../modules/evidence/file-removal.service';
import { FileTermService } from '../modules/evidence/file-term.service';
import { type Foundation } from './foundation';

/** Only what takes note of when files will have been kept long enough. */
export function createFileTerms({ table }: Pick<Foundation, 'table'>): FileTermService {
  return new FileTermService(new FileDueRepo(table));
}

/** Only what removes them then. */
export function createFileRemovals({
  table,
  bucket,
  clock,
}: Pick<Foundation, 'table' | 'bucket' | 'clock'>): FileRemovalService {
  const [cases, applications] = [new CaseRepo(table), new ApplicationRepo(table)];
  return new FileRemovalService(
    ...([new FileDueRepo(table), new EvidenceRepo(table), new EvidenceHoldRepo(table), bucket] as const),
    {
      CASE: async (reads, id) => {
        const found = await cases.find(reads, id, true);
        return found && caseEndedAt(found);
      },
      APPLICATION: async (reads, id) => {
        const found = await applications.find(reads, id, { consistent: true });
        return found && applicationEndedAt(found);
      },
    },
    () => createCollectionReader(table),
    clock,
  );
}
