import 'reflect-metadata';
import { StandingRepo } from './auth/standing.repo';
import { StandingService } from './auth/standing.service';
import { createTokenReader, issuerKeys, type TokenReader } from './auth/token';
import { type Bucket, openBucket } from './data/bucket';
import { type CollectionReader, createCollectionReader } from './data/collection-reader';
import { openTable, type Table } from './data/table';
import { openVault, type Vault } from './data/vault';
import { AdjustmentRepo } from './modules/adjustments/adjustment.repo';
import { AdjustmentService } from './modules/adjustments/adjustment.service';
import { AdjustmentDraftService } from './modules/adjustments/adjustment-draft.service';
import { AdjustmentEffectService } from './modules/adjustments/adjustment-effect.service';
import { AdjustmentMoveService } from './modules/adjustments/adjustment-move.service';
import { AdjustmentPreviewService } from './modules/adjustments/adjustment-preview.service';
import { AreaRepo } from './modules/areas/area.repo';
import { AreaService } from './modules/areas/area.service';
import { AreaImportService } from './modules/areas/area-import.service';
import { AreaNameRepo } from './modules/areas/area-name.repo';
import { AreaSearchService } from './modules/areas/area-search.service';
import { BoundaryRepo } from './modules/areas/boundary.repo';
import { CommunityMapService } from './modules/areas/community-map.service';
import { CoverageService } from './modules/areas/coverage.service';
import { LoadRepo } from './modules/areas/load.repo';
import { LoadService } from './modules/areas/load.service';
import { CareErasureService } from './modules/care/care-erasure.service';
import { CareTagRepo } from './modules/care/care.repo';
import { CareTagService } from './modules/care/care.service';
import { CaseRepo } from './modules/cases/case.repo';
import { CaseService } from './modules/cases/case.service';
import { CaseHandoverService } from './modules/cases/case-handover.service';
import { CaseMoveService } from './modules/cases/case-move.service';
import { CaseReportService } from './modules/cases/case-report.service';
import { EvidenceArrivalService } from './modules/evidence/evidence-arrival.service';
import { EvidenceRepo } from './modules/evidence/evidence.repo';
import { EvidenceService } from './modules/evidence/evidence.service';
import { AccessRevocationService } from './modules/people/access-revocation.service';
import { AppointmentChangeService } from './modules/people/appointment-change.service';
import { AppointmentRepo } from './modules/people/appointment.repo';
import { AppointmentService } from './modules/people/appointment.service';
import { AreaStore } from './modules/jobs/area.store';
import { ExportRun } from './modules/jobs/export-run.service';
import { HouseholdStore } from './modules/jobs/household.store';
import { type AnyStore, ImportRun } from './modules/jobs/import-run.service';
import { DwellingStore, PremisesStore } from './modules/jobs/place.store';
import { ResidentStore } from './modules/jobs/resident.store';
import { StaffStore } from './modules/jobs/staff.store';
import { JobRepo } from './modules/jobs/job.repo';
import { CHUNK_ROWS, type JobKind } from './modules/jobs/job.rules';
import { JobService } from './modules/jobs/job.service';
import { JobWorkService } from './modules/jobs/job-work.service';
import { DepartmentRepo } from './modules/people/department.repo';
import { DepartmentService } from './modules/people/department.service';
import { createPlaces } from './modules/places/places.service';
import { GridStaffService } from './modules/people/grid-staff.service';
import { HouseholdAssignmentService } from './modules/people/household-assignment.service';
import { RosterRepo } from './modules/people/roster.repo';
import { AccessRecordRepo } from './modules/privacy/access-record.repo';
import { AccessRecordService } from './modules/privacy/access-record.service';
import { DataDecisionService } from './modules/privacy/data-decision.service';
import { DataRequestRepo } from './modules/privacy/data-request.repo';
import { DataRequestService } from './modules/privacy/data-request.service';
import { ErasureService } from './modules/privacy/erasure.service';
import { OwnFileService } from './modules/privacy/own-file.service';
import { RevealService } from './modules/privacy/reveal.service';
import { CourtyardMoveService } from './modules/residents/courtyard-move.service';
import { HouseholdRepo } from './modules/residents/household.repo';
import { HouseholdService } from './modules/residents/household.service';
import { RegistryDraftService } from './modules/residents/registry-draft.service';
import { RegistryImportService } from './modules/residents/registry-import.service';
import { RegistryLoadService } from './modules/residents/registry-load.service';
import { ResidenceService } from './modules/residents/residence.service';
import { ResidentChangeService } from './modules/residents/resident-change.service';
import { ResidentErasureService } from './modules/residents/resident-erasure.service';
import { ResidentRepo } from './modules/residents/resident.repo';
import { ResidentService } from './modules/residents/resident.service';
import { RetentionRepo } from './modules/residents/retention.repo';
import { type Clock, systemClock } from './shared/clock';
import { type Env } from './shared/env';

/** What every door is built on. */
export interface Foundation {
  readonly table: Table;
  /** Evidence: locked and kept. */
  readonly bucket: Bucket;
  readonly vault: Vault;
  /** Files brought in and taken out: gone after thirty days. */
  readonly transfers: Bucket;
  readonly clock: Clock;
}

/** The product, built by hand once per container. */
export interface App {
  readonly services: Services;
  readonly readToken: TokenReader;
  /** Whether tokens still stand. */
  readonly standings: StandingService;
  /** A reader of item collections for one request. */
  newReads(): CollectionReader;
}

/** The use cases that the API and the other doors call. */
export type Services = ReturnType<typeof createServices>;

/** Opens table and bucket as the environment names them; no request is made. */
export function createFoundation(env: Env, clock: Clock = systemClock): Foundation {
  const table = openTable({ name: env.tableName, endpoint: env.dynamodbEndpoint });
  return {
    table,
    vault: openVault(table, env.fieldKey),
    bucket: openBucket({ name: env.bucketName, endpoint: env.s3Endpoint }),
    transfers: openBucket({ name: env.transferBucketName, endpoint: env.s3Endpoint }),
    clock,
  };
}

/** Builds the product on a foundation. */
export function createApp(env: Env, foundation: Foundation = createFoundation(env)): App {
  const standings = createStandings(foundation);
  return {
    services: createServices(foundation, standings),
    standings,
    readToken: createTokenReader({
      issuer: env.issuer,
      audience: env.audience,
      keys: issuerKeys(env.jwksUri),
    }),
    newReads: () => createCollectionReader(foundation.table),
  };
}

/** Only what checks evidence, so that its doors load nothing of the API. */
export function createArrivals(
  env: Env,
  foundation: Foundation = createFoundation(env),
): EvidenceArrivalService {
  const { table, bucket, clock } = foundation;
  return new EvidenceArrivalService(new EvidenceRepo(table), bucket, clock);
}

/** Only what counts the load of grids, so that its doors load nothing of the API. */
export function createLoads({ table, clock }: Pick<Foundation, 'table' | 'clock'>): LoadService {
  const areaRepo = new AreaRepo(table);
  const areas = new AreaService(areaRepo, new BoundaryRepo(table), clock);
  const households = new HouseholdService(new HouseholdRepo(table), areas, clock);
  const { premises: places } = createPlaces(table, areas, clock);
  const staff = new AppointmentService(new AppointmentRepo(table), clock);
  return new LoadService(new LoadRepo(table), areaRepo, { households, places, staff }, clock);
}

/** What knows whether tokens still stand. */
export function createStandings({ table, clock }: Pick<Foundation, 'table' | 'clock'>): StandingService {
  return new StandingService(new StandingRepo(table), clock);
}

/** Only what erases records that are kept long enough. */
export function createErasures({
  table,
  vault,
  clock,
}: Pick<Foundation, 'table' | 'vault' | 'clock'>): ErasureService {
  const residentRepo = new ResidentRepo(table);
  const erasures = new ResidentErasureService(
    residentRepo,
    new HouseholdRepo(table),
    new RetentionRepo(table),
    clock,
  );
  const residents = new ResidentService(residentRepo, vault);
  const careTags = new CareErasureService(new CareTagRepo(table));
  return new ErasureService(new DataRequestRepo(table), careTags, residents, erasures, clock);
}

/** What keeps a resident's data to whoever needs it, and answers to the resident. */
function createPrivacy(
  { table, vault, clock }: Foundation,
  residents: ResidentService,
  residentChanges: ResidentChangeService,
) {
  const requests = new DataRequestRepo(table);
  const dataRequests = new DataRequestService(requests, residents, vault, clock);
  const erasures = createErasures({ table, vault, clock });
  const accessRecords = new AccessRecordService(new AccessRecordRepo(table), clock);
  const careTags = new CareTagService(new CareTagRepo(table), residents, accessRecords, vault, clock);
  return {
    accessRecords,
    careTags,
    dataRequests,
    dataDecisions: new DataDecisionService(
      ...([requests, dataRequests, residents, residentChanges, erasures, clock] as const),
    ),
    erasures,
    ownFiles: new OwnFileService(residents, accessRecords, careTags),
    reveals: new RevealService(residents, accessRecords, clock),
  };
}

/** Where the rows of each kind go and come from. */
function createStores(foundation: Foundation): Readonly<Record<JobKind, AnyStore>> {
  const { areas, areaImports, households, registryImport, appointments, appointmentChanges, ...places } =
    createServices(foundation, createStandings(foundation));
  const newReads = () => createCollectionReader(foundation.table);
  const registry = { areas, households, registry: registryImport, newReads };
  return {
    AREAS: new AreaStore({ areas, imports: areaImports, newReads }),
    STAFF: new StaffStore({ appointments, changes: appointmentChanges }),
    DWELLINGS: new DwellingStore(areas, places.courtyards),
    HOUSEHOLDS: new HouseholdStore(registry),
    RESIDENTS: new ResidentStore(registry),
    PREMISES: new PremisesStore(places.premises),
  };
}

/** Only what works on imports and exports, with the libraries that read and write files. */
export function createJobWork(foundation: Foundation, chunkRows: number = CHUNK_ROWS): JobWorkService {
  const { table, transfers, clock } = foundation;
  const repo = new JobRepo(table);
  const stores = createStores(foundation);
  return new JobWorkService(repo, transfers, clock, {
    imports: new ImportRun(repo, transfers, clock, stores, chunkRows),
    exports: new ExportRun(repo, transfers, clock, stores),
  });
}

/** What lets workers follow the grids. */
function createGridStaff(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  standings: StandingService,
): GridStaffService {
  const [appointments, rosters] = [new AppointmentRepo(table), new RosterRepo(table)];
  const areas = new AreaService(new AreaRepo(table), new BoundaryRepo(table), clock);
  const departments = new DepartmentService(new DepartmentRepo(table));
  const changes = new AppointmentChangeService(
    ...([appointments, rosters, areas, departments, standings, clock] as const),
  );
  const newReads = () => createCollectionReader(table);
  return new GridStaffService(...([appointments, rosters, changes, standings, newReads, clock] as const));
}

/** Only what carries out adjustments of grids, so that its doors load nothing of the API. */
export function createAdjustmentEffects({
  table,
  clock,
}: Pick<Foundation, 'table' | 'clock'>): AdjustmentEffectService {
  const newReads = () => createCollectionReader(table);
  const [areaRepo, boundaries] = [new AreaRepo(table), new BoundaryRepo(table)];
  const staff = createGridStaff({ table, clock }, createStandings({ table, clock }));
  const areas = new AreaService(areaRepo, boundaries, clock);
  const followers = {
    ...{ areas, staff, places: createPlaces(table, areas, clock).placeMoves },
    areaImports: new AreaImportService(areaRepo, boundaries, new AreaNameRepo(table), newReads),
    courtyards: new CourtyardMoveService(new HouseholdRepo(table), new ResidentRepo(table), newReads),
    cases: new CaseHandoverService(new CaseRepo(table), newReads),
    loads: createLoads({ table, clock }),
  };
  const drafts = new AdjustmentDraftService(new CommunityMapService(areaRepo, boundaries), staff, clock);
  return new AdjustmentEffectService(new AdjustmentRepo(table), drafts, followers, newReads, clock);
}

/** Plans to change grids, until their day. */
function createAdjustments(
  { table, clock }: Foundation,
  households: HouseholdService,
  standings: StandingService,
) {
  const repo = new AdjustmentRepo(table);
  const adjustments = new AdjustmentService(repo);
  const staff = createGridStaff({ table, clock }, standings);
  const communities = new CommunityMapService(new AreaRepo(table), new BoundaryRepo(table));
  const drafts = new AdjustmentDraftService(communities, staff, clock);
  const cases = new CaseHandoverService(new CaseRepo(table), () => createCollectionReader(table));
  return {
    adjustments,
    adjustmentMoves: new AdjustmentMoveService(repo, adjustments, drafts, clock),
    adjustmentPreviews: new AdjustmentPreviewService(drafts, { households, cases, staff }),
  };
}

/** The use cases on a foundation. */
export function createServices(foundation: Foundation, standings: StandingService) {
  const { table, bucket, transfers, vault, clock } = foundation;
  const [areaRepo, boundaries, areaNames] = [
    new AreaRepo(table),
    new BoundaryRepo(table),
    new AreaNameRepo(table),
  ];
  const areas = new AreaService(areaRepo, boundaries, clock);
  const departments = new DepartmentService(new DepartmentRepo(table));
  const householdRepo = new HouseholdRepo(table);
  const residentRepo = new ResidentRepo(table);
  const retentionRepo = new RetentionRepo(table);
  const households = new HouseholdService(householdRepo, areas, clock);
  const residents = new ResidentService(residentRepo, vault);
  const residentChanges = new ResidentChangeService(residentRepo, householdRepo, residents, clock);
  const drafts = new RegistryDraftService(residents, vault, clock);
  const evidence = new EvidenceService(new EvidenceRepo(table), bucket, clock);
  const appointmentRepo = new AppointmentRepo(table);
  const rosters = new RosterRepo(table);
  const caseRepo = new CaseRepo(table);
  return {
    ...createAdjustments(foundation, households, standings),
    areas,
    areaImports: new AreaImportService(areaRepo, boundaries, areaNames, () => createCollectionReader(table)),
    areaSearch: new AreaSearchService(areaNames, clock),
    coverage: new CoverageService(areaRepo, boundaries, clock),
    loads: createLoads(foundation),
    departments,
    appointments: new AppointmentService(appointmentRepo, clock),
    appointmentChanges: new AppointmentChangeService(
      ...([appointmentRepo, rosters, areas, departments, standings, clock] as const),
    ),
    householdAssignments: new HouseholdAssignmentService(appointmentRepo, rosters, clock),
    accessRevocations: new AccessRevocationService(appointmentRepo, standings, clock),
    households,
    residents,
    residences: new ResidenceService(residentRepo, householdRepo, retentionRepo, residents, clock),
    residentChanges,
    registryImport: new RegistryImportService(householdRepo, residentRepo, drafts, clock),
    registryLoad: new RegistryLoadService(householdRepo, residentRepo, drafts, clock),
    ...createPrivacy(foundation, residents, residentChanges),
    evidence,
    ...createPlaces(table, areas, clock),
    cases: new CaseService(caseRepo, evidence),
    caseReports: new CaseReportService(caseRepo, areas, evidence, clock),
    jobs: new JobService(new JobRepo(table), transfers, clock),
    caseMoves: new CaseMoveService(caseRepo, evidence, departments, clock),
  };
}
