import { type ApplicationOpeningService } from '../modules/applications/application-opening.service';
import { type AreaService } from '../modules/areas/area.service';
import { type CaseReportService } from '../modules/cases/case-report.service';
import { type CaseService } from '../modules/cases/case.service';
import { type EvidenceService } from '../modules/evidence/evidence.service';
import { LogApplicationService } from '../modules/logs/log-application.service';
import { LogCaseService } from '../modules/logs/log-case.service';
import { LogCommentService } from '../modules/logs/log-comment.service';
import { LogEntryRepo } from '../modules/logs/log-entry.repo';
import { LogEntryService } from '../modules/logs/log-entry.service';
import { LogExportService } from '../modules/logs/log-export.service';
import { LogPlaceService } from '../modules/logs/log-place.service';
import { LogRepo } from '../modules/logs/log.repo';
import { LogService } from '../modules/logs/log.service';
import { PatrolRoundRepo } from '../modules/logs/patrol-round.repo';
import { PatrolRoundService } from '../modules/logs/patrol-round.service';
import { WorkPlanRepo } from '../modules/logs/work-plan.repo';
import { WorkPlanService } from '../modules/logs/work-plan.service';
import { type AppointmentService } from '../modules/people/appointment.service';
import { type HouseholdService } from '../modules/residents/household.service';
import { type ResidentService } from '../modules/residents/resident.service';
import { type Foundation } from './foundation';

/** What work logs are made with. */
interface Around {
  readonly areas: AreaService;
  readonly households: HouseholdService;
  readonly appointments: AppointmentService;
  readonly evidence: EvidenceService;
  readonly cases: CaseService;
  readonly caseReports: CaseReportService;
  readonly residents: ResidentService;
  readonly applicationOpenings: ApplicationOpeningService;
}

/** Work logs: reading them, notes and what becomes of them, plans, rounds, the month on paper. */
export function createLogs({ table, transfers, clock }: Foundation, around: Around) {
  const { areas, households, appointments, evidence, cases, caseReports } = around;
  const logs = new LogService(new LogRepo(table), appointments, clock);
  const places = new LogPlaceService(areas, households);
  const entryRepo = new LogEntryRepo(table);
  const logEntries = new LogEntryService(entryRepo, places, evidence, clock);
  return {
    ...{ logs, logEntries },
    logComments: new LogCommentService(entryRepo, logs, clock),
    logCases: new LogCaseService(entryRepo, logEntries, caseReports, cases),
    logApplications: new LogApplicationService(
      ...([entryRepo, logEntries, around.applicationOpenings, around.residents] as const),
    ),
    workPlans: new WorkPlanService(new WorkPlanRepo(table), places, logs, clock),
    patrolRounds: new PatrolRoundService(new PatrolRoundRepo(table), clock),
    logExports: new LogExportService(logs, areas, transfers),
  };
}
