import { ApplicationRepo } from '../modules/applications/application.repo';
import { CaseRepo } from '../modules/cases/case.repo';
import { EvidenceHoldRepo } from '../modules/evidence/evidence-hold.repo';
import { EvidenceHoldService } from '../modules/evidence/evidence-hold.service';
import { EvidenceRepo } from '../modules/evidence/evidence.repo';
import { FileHoldService } from '../modules/evidence/file-hold.service';
import { LogEntryRepo } from '../modules/logs/log-entry.repo';
import { NoticeRepo } from '../modules/notices/notice.repo';
import { VisitRepo } from '../modules/visits/visit.repo';
import { type Foundation } from './foundation';

/** Legal holds of files, whatever record they belong to. */
export function createFileHolds({ table, bucket, clock }: Pick<Foundation, 'table' | 'bucket' | 'clock'>) {
  const holds = new EvidenceHoldService(
    ...([new EvidenceHoldRepo(table), new EvidenceRepo(table), bucket, clock] as const),
  );
  const [cases, visits, entries] = [new CaseRepo(table), new VisitRepo(table), new LogEntryRepo(table)];
  const [applications, notices] = [new ApplicationRepo(table), new NoticeRepo(table)];
  const inOne = (area: string | undefined) => (area === undefined ? undefined : [area]);
  const consistent = { consistent: true };
  const fileHolds = new FileHoldService(holds, {
    CASE: async (reads, id) => inOne((await cases.find(reads, id, true))?.area),
    VISIT: async (reads, id) => inOne((await visits.find(reads, id, consistent))?.courtyard),
    LOG_ENTRY: async (reads, id) => inOne((await entries.find(reads, id, consistent))?.area),
    APPLICATION: async (reads, id) => inOne((await applications.find(reads, id, consistent))?.area),
    NOTICE: async (reads, id) => (await notices.find(reads, id, consistent))?.areas,
  });
  return { fileHolds };
}
