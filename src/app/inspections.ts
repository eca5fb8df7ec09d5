import { type CaseReportService } from '../modules/cases/case-report.service';
import { type CaseService } from '../modules/cases/case.service';
import { type EvidenceService } from '../modules/evidence/evidence.service';
import { FindingCaseRepo } from '../modules/inspections/finding-case.repo';
import { InspectionRepo } from '../modules/inspections/inspection.repo';
import { InspectionService } from '../modules/inspections/inspection.service';
import { PremisesFileService } from '../modules/inspections/premises-file.service';
import { type PremisesService } from '../modules/places/premises.service';
import { createFindingAlerts } from './finding-alerts';
import { type Foundation } from './foundation';

/** Inspections of premises, and the premises' file. */
export function createInspections(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  {
    cases,
    caseReports,
    evidence,
  }: Readonly<{
    cases: CaseService;
    caseReports: CaseReportService;
    evidence: EvidenceService;
  }>,
  premises: PremisesService,
) {
  const repo = new InspectionRepo(table);
  const premisesFiles = new PremisesFileService(repo, new FindingCaseRepo(table), cases, premises, clock);
  const sources = { premises, reports: caseReports, evidence, files: premisesFiles };
  return {
    premisesFiles,
    inspections: new InspectionService(repo, sources, clock),
    ...createFindingAlerts({ table, clock }, cases, premises),
  };
}
