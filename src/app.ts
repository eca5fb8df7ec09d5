import 'reflect-metadata/lite';
import { createAdjustments } from './app/adjustments';
import { createLoads } from './app/background';
import { createCases } from './app/cases';
import { createDesk } from './app/desk';
import { createField, createIntake } from './app/field';
import { createChanges } from './app/changes';
import { createFeed } from './app/feed';
import { createFoundation, type Foundation } from './app/foundation';
import { createFrame, type Frame } from './app/frame';
import { createInspections } from './app/inspections';
import { createLists } from './app/lists';
import { createLogs } from './app/logs';
import { createMediation } from './app/mediation';
import { createNotifications } from './app/notifications';
import { createNotices } from './app/notices';
import { createPrivacy } from './app/privacy';
import { createRegistry } from './app/registry';
import { createSheets } from './app/sheets';
import { createSolved } from './app/statistics';
import { createVisits } from './app/visits';
import { createApplications } from './app/applications';
import { createServiceItems } from './app/services';
import { DeliveryRepo } from './modules/webhooks/delivery.repo';
import { HookRepo } from './modules/webhooks/webhook.repo';
import { WebhookService } from './modules/webhooks/webhook.service';
import { type StandingService } from './auth/standing.service';
import { createCollectionReader } from './data/collection-reader';
import { AreaImportService } from './modules/areas/area-import.service';
import { AreaNameRepo } from './modules/areas/area-name.repo';
import { AreaSearchService } from './modules/areas/area-search.service';
import { AreaRepo } from './modules/areas/area.repo';
import { AreaService } from './modules/areas/area.service';
import { BoundaryRepo } from './modules/areas/boundary.repo';
import { CoverageService } from './modules/areas/coverage.service';
import { JobRepo } from './modules/jobs/job.repo';
import { JobService } from './modules/jobs/job.service';
import { AccessRevocationService } from './modules/people/access-revocation.service';
import { AppointmentChangeService } from './modules/people/appointment-change.service';
import { AppointmentRepo } from './modules/people/appointment.repo';
import { AppointmentService } from './modules/people/appointment.service';
import { DepartmentRepo } from './modules/people/department.repo';
import { DepartmentService } from './modules/people/department.service';
import { HouseholdAssignmentService } from './modules/people/household-assignment.service';
import { RosterRepo } from './modules/people/roster.repo';
import { createPlaces } from './modules/places/places.service';
import { type Env } from './shared/env';

/** The product, built by hand once per container. */
export interface App extends Frame {
  readonly services: Services;
}

/** The use cases that the API and the other doors call. */
export type Services = ReturnType<typeof createServices>;

/** Builds the product on a foundation. */
export function createApp(env: Env, foundation: Foundation = createFoundation(env)): App {
  const frame = createFrame(env, foundation);
  return { services: createServices(foundation, frame.standings), ...frame };
}

/** The use cases on a foundation. */
export function createServices(foundation: Foundation, standings: StandingService) {
  const { table, transfers, vault, clock, loopbackWebhooks = false } = foundation;
  const [areaRepo, boundaries, areaNames] = [
    new AreaRepo(table),
    new BoundaryRepo(table),
    new AreaNameRepo(table),
  ];
  const areas = new AreaService(areaRepo, boundaries, clock);
  const departments = new DepartmentService(new DepartmentRepo(table));
  const registry = createRegistry(foundation, areas);
  const { households, residents, residentChanges } = registry;
  const sheets = createSheets(foundation, { areas, ...registry });
  const appointmentRepo = new AppointmentRepo(table);
  const rosters = new RosterRepo(table);
  const appointments = new AppointmentService(appointmentRepo, clock);
  const cases = createCases(foundation, areas, departments);
  const logs = createLogs(foundation, { areas, households, appointments, ...cases });
  const places = createPlaces(table, areas, clock);
  const intake = createIntake(foundation, residents);
  const work = { ...registry, ...cases, ...logs, notes: logs.logEntries };
  const services = createServiceItems(foundation);
  const visits = createVisits(foundation, cases.evidence, intake.intake, work);
  const privacy = createPrivacy(foundation, residents, residentChanges, sheets.sheetReading);
  return {
    ...createAdjustments(foundation, households, standings),
    areas,
    areaImports: new AreaImportService(areaRepo, boundaries, areaNames, () => createCollectionReader(table)),
    areaSearch: new AreaSearchService(areaNames, clock),
    coverage: new CoverageService(areaRepo, boundaries, clock),
    loads: createLoads(foundation),
    departments,
    appointments,
    appointmentChanges: new AppointmentChangeService(
      ...([appointmentRepo, rosters, areas, departments, standings, clock] as const),
    ),
    householdAssignments: new HouseholdAssignmentService(appointmentRepo, rosters, clock),
    accessRevocations: new AccessRevocationService(appointmentRepo, standings, clock),
    ...registry,
    ...privacy,
    ...sheets,
    ...cases,
    ...createFeed(foundation, cases.cases),
    ...createLists(foundation),
    ...createDesk(foundation),
    solved: createSolved(foundation),
    ...createMediation(foundation, cases.cases, residents),
    ...createInspections(foundation, cases, places.premises),
    ...createNotifications(foundation, cases.cases),
    ...createNotices(foundation, areas, residents, privacy.careTags),
    ...places,
    ...logs,
    ...visits,
    ...createField(intake, { ...work, ...visits, ...sheets, ...places }),
    ...createChanges(foundation, areas, { ...registry, ...places, ...visits, ...cases }),
    webhooks: new WebhookService(
      ...([new HookRepo(table), new DeliveryRepo(table), vault, clock, loopbackWebhooks] as const),
    ),
    ...services,
    ...createApplications(foundation, {
      ...{ residents, evidence: cases.evidence, serviceItems: services.serviceItems },
      office: (district, at) => cases.terms.officeAt(district, at),
    }),
    jobs: new JobService(new JobRepo(table), transfers, clock),
  };
}
