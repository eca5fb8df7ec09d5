import { type CaseService } from '../modules/cases/case.service';
import { FindingAlertService } from '../modules/inspections/finding-alert.service';
import { FindingCaseNoteService } from '../modules/inspections/finding-case-note.service';
import { FindingCaseRepo } from '../modules/inspections/finding-case.repo';
import { FindingEventRepo } from '../modules/inspections/finding-event.repo';
import { InspectionRepo } from '../modules/inspections/inspection.repo';
import { type PremisesService } from '../modules/places/premises.service';
import { type Foundation } from './foundation';

/** Only what tells of findings, so that the doors of what is live load nothing else of inspections. */
export function createFindingAlerts(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  cases: CaseService,
  premises: PremisesService,
) {
  const sources = { cases, premises, inspections: new InspectionRepo(table) };
  return { findingAlerts: new FindingAlertService(new FindingEventRepo(table), sources, clock) };
}

/** Only what keeps the files of premises as the cases of their findings are. */
export function createFindingNotes({ table }: Pick<Foundation, 'table'>): FindingCaseNoteService {
  return new FindingCaseNoteService(new FindingCaseRepo(table));
}
