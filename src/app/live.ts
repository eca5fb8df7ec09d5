import 'reflect-metadata/lite';
import { AreaRepo } from '../modules/areas/area.repo';
import { AreaService } from '../modules/areas/area.service';
import { BoundaryRepo } from '../modules/areas/boundary.repo';
import { DepartmentRepo } from '../modules/people/department.repo';
import { DepartmentService } from '../modules/people/department.service';
import { createPlaces } from '../modules/places/places.service';
import { ResidentRepo } from '../modules/residents/resident.repo';
import { ResidentService } from '../modules/residents/resident.service';
import { type Env } from '../shared/env';
import { createCases } from './cases';
import { createFeed } from './feed';
import { createFindingAlerts } from './finding-alerts';
import { createNoticeAlerts } from './notices';
import { createFoundation, type Foundation } from './foundation';
import { createFrame, type Frame } from './frame';

/** The product as far as it is live. */
export interface LiveApp extends Frame {
  readonly services: LiveServices;
}

/** The use cases that subscriptions and their answers call. */
type LiveServices = ReturnType<typeof createLiveServices>;

/** Builds on a foundation what is live, so that its doors load nothing else of the API. */
export function createLiveApp(env: Env, foundation: Foundation = createFoundation(env)): LiveApp {
  return { services: createLiveServices(foundation), ...createFrame(env, foundation) };
}

function createLiveServices(foundation: Foundation) {
  const { table, vault, clock } = foundation;
  const areas = new AreaService(new AreaRepo(table), new BoundaryRepo(table), clock);
  const cases = createCases(foundation, areas, new DepartmentService(new DepartmentRepo(table)));
  const residents = new ResidentService(new ResidentRepo(table), vault);
  return {
    ...cases,
    ...createFeed(foundation, cases.cases),
    ...createNoticeAlerts(foundation, residents),
    ...createFindingAlerts(foundation, cases.cases, createPlaces(table, areas, clock).premises),
  };
}
