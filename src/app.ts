import 'reflect-metadata/lite';
import { createAdjustments } from './app/adjustments';
import { createAreas } from './app/areas';
import { createCases } from './app/cases';
import { createDesk } from './app/desk';
import { createField, createIntake } from './app/field';
import { createChanges } from './app/changes';
import { createFeed } from './app/feed';
import { createFileHolds } from './app/file-holds';
import { createFoundation, type Foundation } from './app/foundation';
import { createFrame, type Frame } from './app/frame';
import { createInspections } from './app/inspections';
import { createInspectionLists } from './app/inspection-plans';
import { createLists } from './app/lists';
import { createLogs } from './app/logs';
import { createMediation } from './app/mediation';
import { createNotifications } from './app/notifications';
import { createNotices } from './app/notices';
import { createPeople } from './app/people';
import { createPrivacy } from './app/privacy';
import { createRegistry } from './app/registry';
import { createSheets } from './app/sheets';
import { createSolved } from './app/statistics';
import { createVisits } from './app/visits';
import { createAccounts } from './app/accounts';
import { createApplications } from './app/applications';
import { createCounters } from './app/counters';
import { createServiceItems } from './app/services';
import { DeliveryRepo } from './modules/webhooks/delivery.repo';
import { HookRepo } from './modules/webhooks/webhook.repo';
import { WebhookService } from './modules/webhooks/webhook.service';
import { type StandingService } from './auth/standing.service';
import { JobRepo } from './modules/jobs/job.repo';
import { JobService } from './modules/jobs/job.service';
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
  const ground = createAreas(foundation);
  const { areas } = ground;
  const people = createPeople(foundation, areas, standings);
  const registry = createRegistry(foundation, areas);
  const { households, residents, residentChanges } = registry;
  const sheets = createSheets(foundation, { areas, ...registry });
  const cases = createCases(foundation, areas, people.departments);
  const places = createPlaces(table, areas, clock);
  const intake = createIntake(foundation, residents);
  const inspections = createInspections(foundation, cases, places.premises);
  const services = createServiceItems(foundation, { ...people, ...sheets });
  const privacy = createPrivacy(foundation, residents, residentChanges, sheets.sheetReading);
  const office = (district: string, at: Date) => cases.terms.officeAt(district, at);
  const forServices = { areas, residents, ...sheets, ...privacy, ...cases, ...services, office };
  const applications = createApplications(foundation, forServices);
  const logs = createLogs(foundation, { areas, ...people, ...registry, ...cases, ...applications });
  const work = { ...registry, ...cases, ...logs, ...inspections, ...applications, notes: logs.logEntries };
  const mediation = createMediation(foundation, cases.cases, residents);
  const visits = createVisits(foundation, cases.evidence, intake.intake, work);
  return {
    ...createAdjustments(foundation, households, standings),
    ...ground,
    ...people,
    ...registry,
    ...privacy,
    ...sheets,
    ...cases,
    ...createFileHolds(foundation),
    ...createFeed(foundation, cases.cases),
    ...createLists(foundation),
    ...createDesk(foundation),
    solved: createSolved(foundation),
    ...mediation,
    ...inspections,
    ...createInspectionLists(foundation, cases.routes),
    ...createNotifications(foundation, cases.cases),
    ...createNotices(foundation, areas, residents, privacy.careTags, cases.evidence),
    ...places,
    ...logs,
    ...visits,
    ...createField(intake, { ...work, ...visits, ...sheets, ...places, ...inspections, ...mediation }),
    ...createChanges(foundation, areas, { ...registry, ...places, ...visits, ...cases }),
    webhooks: new WebhookService(
      ...([new HookRepo(table), new DeliveryRepo(table), vault, clock, loopbackWebhooks] as const),
    ),
    ...services,
    ...applications,
    ...createCounters(foundation, { ...forServices, ...applications }),
    ...createAccounts(foundation, { residents, accessRecords: privacy.accessRecords }),
    jobs: new JobService(new JobRepo(table), transfers, clock),
  };
}
