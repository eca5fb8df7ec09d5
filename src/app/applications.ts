import { ApplicationCorrectionService } from '../modules/applications/application-correction.service';
import { ApplicationFormService } from '../modules/applications/application-form.service';
import { ApplicationMoveService, type FindOffice } from '../modules/applications/application-move.service';
import { ApplicationOpeningService } from '../modules/applications/application-opening.service';
import { ApplicationRepo } from '../modules/applications/application.repo';
import { ApplicationService } from '../modules/applications/application.service';
import { type AreaService } from '../modules/areas/area.service';
import { type EvidenceService } from '../modules/evidence/evidence.service';
import { type CorrectionService } from '../modules/privacy/correction.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { type ServiceItemService } from '../modules/services/service-item.service';
import { type SheetFillReadingService } from '../modules/sheets/fill-reading.service';
import { type SheetService } from '../modules/sheets/sheet.service';
import { type Foundation } from './foundation';

/** What applications use. */
interface Sources {
  readonly areas: AreaService;
  readonly residents: ResidentService;
  readonly corrections: CorrectionService;
  readonly evidence: EvidenceService;
  readonly serviceItems: ServiceItemService;
  readonly sheets: SheetService;
  readonly sheetReading: SheetFillReadingService;
  readonly office: FindOffice;
}

/** Applications for one-stop services. */
export function createApplications(
  { table, vault, clock }: Pick<Foundation, 'table' | 'vault' | 'clock'>,
  { areas, residents, corrections, evidence, serviceItems, sheets, sheetReading, office }: Sources,
) {
  const repo = new ApplicationRepo(table);
  const applicationForms = new ApplicationFormService(residents, sheets, sheetReading);
  const applications = new ApplicationService(
    ...([repo, residents, evidence, applicationForms, vault, clock] as const),
  );
  const applicationCorrections = new ApplicationCorrectionService(residents, corrections);
  const own = { applications, corrections: applicationCorrections };
  const sources = { ...own, areas, residents, evidence, vault, office };
  return {
    applications,
    applicationCorrections,
    applicationForms,
    applicationOpenings: new ApplicationOpeningService(repo, serviceItems, sources, clock),
    applicationMoves: new ApplicationMoveService(repo, sources, clock),
  };
}
