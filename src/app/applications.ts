import { ApplicationMoveService, type FindOffice } from '../modules/applications/application-move.service';
import { ApplicationOpeningService } from '../modules/applications/application-opening.service';
import { ApplicationRepo } from '../modules/applications/application.repo';
import { ApplicationService } from '../modules/applications/application.service';
import { type EvidenceService } from '../modules/evidence/evidence.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { type ServiceItemService } from '../modules/services/service-item.service';
import { type Foundation } from './foundation';

/** What applications use. */
interface Sources {
  readonly residents: ResidentService;
  readonly evidence: EvidenceService;
  readonly serviceItems: ServiceItemService;
  readonly office: FindOffice;
}

/** Applications for one-stop services. */
export function createApplications(
  { table, vault, clock }: Pick<Foundation, 'table' | 'vault' | 'clock'>,
  { residents, evidence, serviceItems, office }: Sources,
) {
  const repo = new ApplicationRepo(table);
  const applications = new ApplicationService(repo, residents, evidence, vault, clock);
  const sources = { applications, residents, evidence, vault, office };
  return {
    applications,
    applicationOpenings: new ApplicationOpeningService(repo, serviceItems, sources, clock),
    applicationMoves: new ApplicationMoveService(repo, sources, clock),
  };
}
