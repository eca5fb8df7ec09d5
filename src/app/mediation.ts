import { type CaseService } from '../modules/cases/case.service';
import { MediationRepo } from '../modules/mediation/mediation.repo';
import { MediationService } from '../modules/mediation/mediation.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { type Foundation } from './foundation';

/** The mediation of disputes. */
export function createMediation(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  cases: CaseService,
  residents: ResidentService,
) {
  return { mediations: new MediationService(new MediationRepo(table), cases, residents, clock) };
}
