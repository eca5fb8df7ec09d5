import { createCollectionReader } from '../data/collection-reader';
import { AreaRepo } from '../modules/areas/area.repo';
import { AreaService } from '../modules/areas/area.service';
import { BoundaryRepo } from '../modules/areas/boundary.repo';
import { CareTagRepo } from '../modules/care/care.repo';
import { CareVisitsService } from '../modules/care/care-visits.service';
import { type IntakeService } from '../modules/intake/intake.service';
import { AppointmentRepo } from '../modules/people/appointment.repo';
import { AppointmentService } from '../modules/people/appointment.service';
import { HouseholdRepo } from '../modules/residents/household.repo';
import { HouseholdService } from '../modules/residents/household.service';
import { ResidentRepo } from '../modules/residents/resident.repo';
import { ResidentService } from '../modules/residents/resident.service';
import { DueService } from '../modules/visits/due.service';
import { VisitCountRepo } from '../modules/visits/visit-count.repo';
import { VisitCountService } from '../modules/visits/visit-count.service';
import { VisitDivisionService } from '../modules/visits/visit-division.service';
import { createPartTakers, type PartSources } from '../modules/visits/visit-part-takers.service';
import { VisitPlanRepo } from '../modules/visits/visit-plan.repo';
import { VisitPlanService } from '../modules/visits/visit-plan.service';
import { VisitRepo } from '../modules/visits/visit.repo';
import { VisitService } from '../modules/visits/visit.service';
import { type EvidenceService } from '../modules/evidence/evidence.service';
import { type Foundation } from './foundation';
import { createVisitPolicies } from './policies';

type Ground = Pick<Foundation, 'table' | 'vault' | 'clock'>;

/** Only what keeps due lists right as records change, so that its door loads nothing of the API. */
export function createVisitPlans(ground: Ground): VisitPlanService {
  const { table, clock } = ground;
  const newReads = () => createCollectionReader(table);
  return new VisitPlanService(new VisitPlanRepo(table), sourcesOf(ground), newReads, clock);
}

/** Only what counts coverage and freshness of a grid. */
export function createVisitCounts(ground: Ground): VisitCountService {
  const { table, clock } = ground;
  const { policies, households } = sourcesOf(ground);
  const appointments = new AppointmentService(new AppointmentRepo(table), clock);
  const sources = { plans: createVisitPlans(ground), policies, households, appointments };
  const newReads = () => createCollectionReader(table);
  return new VisitCountService(
    ...([new VisitCountRepo(table), new VisitPlanRepo(table), sources, newReads, clock] as const),
  );
}

/** Visits and due lists, whole. */
export function createVisits(
  ground: Ground,
  evidence: EvidenceService,
  intake: IntakeService,
  work: PartSources,
) {
  const { table, clock } = ground;
  const { policies, households, residents } = sourcesOf(ground);
  const planRepo = new VisitPlanRepo(table);
  const visitPlans = createVisitPlans(ground);
  const visits = new VisitRepo(table);
  const division = new VisitDivisionService(intake, createPartTakers(work), { ...work, visits });
  const sources = { households, residents, policies, plans: visitPlans, evidence, division };
  return {
    visitPlans,
    visitPolicies: policies,
    visitCounts: createVisitCounts(ground),
    dueVisits: new DueService(planRepo, new AppointmentService(new AppointmentRepo(table), clock), clock),
    visits: new VisitService(new VisitRepo(table), planRepo, sources, clock),
  };
}

/** Where what a plan follows from is found. */
function sourcesOf({ table, vault, clock }: Ground) {
  const areas = new AreaService(new AreaRepo(table), new BoundaryRepo(table), clock);
  return {
    households: new HouseholdService(new HouseholdRepo(table), areas, clock),
    residents: new ResidentService(new ResidentRepo(table), vault),
    care: new CareVisitsService(new CareTagRepo(table)),
    policies: createVisitPolicies({ table, clock }),
  };
}
