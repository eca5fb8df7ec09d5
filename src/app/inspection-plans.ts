import { createCollectionReader } from '../data/collection-reader';
import { AreaRepo } from '../modules/areas/area.repo';
import { AreaService } from '../modules/areas/area.service';
import { BoundaryRepo } from '../modules/areas/boundary.repo';
import { DueInspectionService } from '../modules/inspections/due-inspection.service';
import { InspectionCountRepo } from '../modules/inspections/inspection-count.repo';
import { InspectionCountService } from '../modules/inspections/inspection-count.service';
import { InspectionCoverageService } from '../modules/inspections/inspection-coverage.service';
import { InspectionPlanRepo } from '../modules/inspections/inspection-plan.repo';
import { InspectionPlanService } from '../modules/inspections/inspection-plan.service';
import { InspectionRepo } from '../modules/inspections/inspection.repo';
import { InspectionSightService } from '../modules/inspections/inspection-sight.service';
import { createPlaces } from '../modules/places/places.service';
import { type RouteService } from '../modules/routing/route.service';
import { type Foundation } from './foundation';
import { createInspectionPolicies } from './policies';

type Ground = Pick<Foundation, 'table' | 'clock'>;

/** Only what keeps plans of inspections right as records change, so that its door loads nothing of the API. */
export function createInspectionPlans({ table, clock }: Ground): InspectionPlanService {
  const { premises, policies } = sourcesOf({ table, clock });
  const sources = { premises, policies, inspections: new InspectionRepo(table) };
  const newReads = () => createCollectionReader(table);
  return new InspectionPlanService(new InspectionPlanRepo(table), sources, newReads, clock);
}

/** Only what counts how plans of inspections are kept in a grid. */
export function createInspectionCounts({ table, clock }: Ground): InspectionCountService {
  const sources = { ...sourcesOf({ table, clock }), plans: createInspectionPlans({ table, clock }) };
  return new InspectionCountService(
    ...([new InspectionCountRepo(table), new InspectionPlanRepo(table), sources, clock] as const),
  );
}

/** Plans of inspections and their lists, whole. */
export function createInspectionLists({ table, clock }: Ground, routes: RouteService) {
  const sight = new InspectionSightService(routes, clock);
  return {
    inspectionPolicies: sourcesOf({ table, clock }).policies,
    dueInspections: new DueInspectionService(new InspectionPlanRepo(table), sight, clock),
    inspectionCoverages: new InspectionCoverageService(new InspectionCountRepo(table), sight, clock),
  };
}

function sourcesOf({ table, clock }: Ground) {
  const areas = new AreaService(new AreaRepo(table), new BoundaryRepo(table), clock);
  return {
    premises: createPlaces(table, areas, clock).premises,
    policies: createInspectionPolicies({ table, clock }),
  };
}
