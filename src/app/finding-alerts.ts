import { type CaseService } from '../modules/cases/case.service';
import { FindingAlertService } from '../modules/inspections/finding-alert.service';
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
