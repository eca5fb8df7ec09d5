import { createServices, type Services } from '../app';
import { type StandingService } from '../auth/standing.service';
import { createPlaceMoves } from '../modules/places/places.service';
import { type Env } from '../shared/env';
import { createAreaImports, createDuplicateWatch, createLoads, createLogWatch } from './background';
import { createChangeNotes } from './changes';
import { createDeskNotes } from './desk';
import { createCaseEventNotes } from './feed';
import { createFindingNotes } from './finding-alerts';
import { createFoundation, type Foundation } from './foundation';
import { createFrame, type Frame } from './frame';
import { createInspectionCounts, createInspectionPlans } from './inspection-plans';
import { createCaseListNotes } from './lists';
import { createNotificationWatch } from './notification-watch';
import { createRegistryImports } from './registry';
import { createAccountFollowing } from './standings';

/** The product with what works behind its doors: for what fills a whole table, and for tests. */
export interface WholeApp extends Frame {
  readonly services: WholeServices;
}

/** What the API calls, and what nobody calls. */
export type WholeServices = Services & Backstage;

type Backstage = ReturnType<typeof createBackstage>;

/** Builds all of it on a foundation. */
export function createWholeApp(env: Env, foundation: Foundation = createFoundation(env)): WholeApp {
  const frame = createFrame(env, foundation);
  return { services: createWholeServices(foundation, frame.standings), ...frame };
}

/** The same without what requests are answered within. */
export function createWholeServices(foundation: Foundation, standings: StandingService): WholeServices {
  return { ...createServices(foundation, standings), ...createBackstage(foundation) };
}

/** What follows the table's changes and the clock, and what takes in whole files: no request of the API waits for it. */
function createBackstage(foundation: Foundation) {
  return {
    areaImports: createAreaImports(foundation),
    ...createRegistryImports(foundation),
    placeMoves: createPlaceMoves(foundation.table),
    loads: createLoads(foundation),
    duplicateWatch: createDuplicateWatch(foundation),
    inspectionPlans: createInspectionPlans(foundation),
    inspectionCounts: createInspectionCounts(foundation),
    logWatch: createLogWatch(foundation),
    changeNotes: createChangeNotes(foundation),
    caseEventNotes: createCaseEventNotes(foundation),
    caseListNotes: createCaseListNotes(foundation),
    deskNotes: createDeskNotes(foundation),
    findingNotes: createFindingNotes(foundation),
    notificationSending: createNotificationWatch(foundation),
    accountFollowing: createAccountFollowing(foundation),
  };
}
