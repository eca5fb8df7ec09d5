import 'reflect-metadata/lite';
import { createCollectionReader } from '../data/collection-reader';
import { AdjustmentDraftService } from '../modules/adjustments/adjustment-draft.service';
import { AdjustmentEffectService } from '../modules/adjustments/adjustment-effect.service';
import { AdjustmentRepo } from '../modules/adjustments/adjustment.repo';
import { ApplicationFollowService } from '../modules/applications/application-follow.service';
import { ApplicationRepo } from '../modules/applications/application.repo';
import { AreaImportService } from '../modules/areas/area-import.service';
import { AreaNameRepo } from '../modules/areas/area-name.repo';
import { AreaRepo } from '../modules/areas/area.repo';
import { AreaService } from '../modules/areas/area.service';
import { BoundaryRepo } from '../modules/areas/boundary.repo';
import { CommunityMapService } from '../modules/areas/community-map.service';
import { LoadRepo } from '../modules/areas/load.repo';
import { LoadService } from '../modules/areas/load.service';
import { CareErasureService } from '../modules/care/care-erasure.service';
import { CareTagRepo } from '../modules/care/care.repo';
import { CaseDeadlineRepo } from '../modules/cases/case-deadline.repo';
import { CaseHandoverService } from '../modules/cases/case-handover.service';
import { CaseKeepingService } from '../modules/cases/case-keeping.service';
import { CaseOverdueService } from '../modules/cases/case-overdue.service';
import { CaseRepo } from '../modules/cases/case.repo';
import { DuplicateWatchService } from '../modules/duplicates/duplicate-watch.service';
import { DuplicateRepo } from '../modules/duplicates/duplicate.repo';
import { EvidenceArrivalService } from '../modules/evidence/evidence-arrival.service';
import { EvidenceHoldRepo } from '../modules/evidence/evidence-hold.repo';
import { EvidenceKeepingService } from '../modules/evidence/evidence-keeping.service';
import { openDecoder } from '../modules/evidence/evidence.decoder';
import { EvidenceRepo } from '../modules/evidence/evidence.repo';
import { LogWatchService } from '../modules/logs/log-watch.service';
import { LogRepo } from '../modules/logs/log.repo';
import { type FindWholeCase, FollowUpFollowService } from '../modules/mediation/follow-up-follow.service';
import { MediationRepo } from '../modules/mediation/mediation.repo';
import { NoticeFollowService } from '../modules/notices/notice-follow.service';
import { NoticeRepo } from '../modules/notices/notice.repo';
import { AppointmentRepo } from '../modules/people/appointment.repo';
import { AppointmentService } from '../modules/people/appointment.service';
import { createPlaceMoves, createPlaces } from '../modules/places/places.service';
import { DataRequestFollowService } from '../modules/privacy/data-request-follow.service';
import { DataRequestRepo } from '../modules/privacy/data-request.repo';
import { ErasureService } from '../modules/privacy/erasure.service';
import { CourtyardMoveService } from '../modules/residents/courtyard-move.service';
import { HouseholdRepo } from '../modules/residents/household.repo';
import { HouseholdService } from '../modules/residents/household.service';
import { ResidentErasureService } from '../modules/residents/resident-erasure.service';
import { ResidentRepo } from '../modules/residents/resident.repo';
import { ResidentService } from '../modules/residents/resident.service';
import { RetentionRepo } from '../modules/residents/retention.repo';
import { SheetFillFollowService } from '../modules/sheets/fill-follow.service';
import { SheetFollowService } from '../modules/sheets/sheet-follow.service';
import { SheetFillRepo } from '../modules/sheets/fill.repo';
import { SheetErasureService } from '../modules/sheets/sheet-erasure.service';
import { SheetRepo } from '../modules/sheets/sheet.repo';
import { type Env } from '../shared/env';
import { createFoundation, type Foundation } from './foundation';
import { createNotificationSending } from './notifications';
import { createGridStaff } from './staff';
import { createStandings } from './standings';
import { createInspectionCounts } from './inspection-plans';
import { createVisitCounts } from './visits';

/** Only what checks evidence, so that its doors load nothing of the API. */
export function createArrivals(
  env: Env,
  foundation: Foundation = createFoundation(env),
): EvidenceArrivalService {
  const { table, bucket, clock } = foundation;
  return new EvidenceArrivalService(
    ...([new EvidenceRepo(table), bucket, clock, openDecoder(), new EvidenceHoldRepo(table)] as const),
  );
}

/** Only what keeps files of settled records, so that its door loads nothing that decodes them. */
export function createEvidenceKeeping(
  { evidenceLockDays }: Pick<Env, 'evidenceLockDays'>,
  { table, bucket }: Pick<Foundation, 'table' | 'bucket'>,
): EvidenceKeepingService {
  return new EvidenceKeepingService(new EvidenceRepo(table), bucket, evidenceLockDays);
}

/** Only what keeps the files of closed cases. */
export function createCaseKeeping(
  env: Pick<Env, 'evidenceLockDays'>,
  foundation: Pick<Foundation, 'table' | 'bucket'>,
): CaseKeepingService {
  const newReads = () => createCollectionReader(foundation.table);
  return new CaseKeepingService(createEvidenceKeeping(env, foundation), newReads);
}

/** Only what looks at the clocks of cases: reminds of those that are near their end, sends up those that are over. */
export function createOverdue({ table, clock }: Pick<Foundation, 'table' | 'clock'>): CaseOverdueService {
  const newReads = () => createCollectionReader(table);
  const [repo, deadlines] = [new CaseRepo(table), new CaseDeadlineRepo(table)];
  const sending = createNotificationSending({ table, clock });
  return new CaseOverdueService(repo, deadlines, clock, newReads, async (found) => sending.remind(found));
}

/** Only what takes in areas and their boundaries. */
export function createAreaImports({ table }: Pick<Foundation, 'table'>): AreaImportService {
  return new AreaImportService(
    ...([new AreaRepo(table), new BoundaryRepo(table), new AreaNameRepo(table)] as const),
    () => createCollectionReader(table),
  );
}

/** Only what counts the load of grids, so that its doors load nothing of the API. */
export function createLoads(foundation: Pick<Foundation, 'table' | 'vault' | 'clock'>): LoadService {
  const { table, clock } = foundation;
  const areaRepo = new AreaRepo(table);
  const areas = new AreaService(areaRepo, new BoundaryRepo(table), clock);
  const households = new HouseholdService(new HouseholdRepo(table), areas, clock);
  const { premises: places } = createPlaces(table, areas, clock);
  const staff = new AppointmentService(new AppointmentRepo(table), clock);
  const fellows = [createVisitCounts(foundation), createInspectionCounts(foundation)];
  return new LoadService(new LoadRepo(table), areaRepo, { households, places, staff }, clock, fellows);
}

/** Only what finds records that may be of one person, so that its door loads nothing of the API. */
export function createDuplicateWatch({
  table,
  vault,
  clock,
}: Pick<Foundation, 'table' | 'vault' | 'clock'>): DuplicateWatchService {
  const areas = new AreaService(new AreaRepo(table), new BoundaryRepo(table), clock);
  const households = new HouseholdService(new HouseholdRepo(table), areas, clock);
  const residents = new ResidentService(new ResidentRepo(table), vault);
  const newReads = () => createCollectionReader(table);
  return new DuplicateWatchService(new DuplicateRepo(table), residents, households, newReads, clock);
}

/** Only what writes work logs from what is recorded. */
export function createLogWatch({ table }: Pick<Foundation, 'table'>): LogWatchService {
  return new LogWatchService(new LogRepo(table));
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
  const sheets = new SheetErasureService(new SheetFillRepo(table));
  return new ErasureService(
    ...([new DataRequestRepo(table), careTags, sheets, residents, erasures, clock] as const),
  );
}

/** Only what carries out adjustments of grids, so that its doors load nothing of the API. */
export function createAdjustmentEffects({
  table,
  vault,
  clock,
}: Pick<Foundation, 'table' | 'vault' | 'clock'>): AdjustmentEffectService {
  const newReads = () => createCollectionReader(table);
  const [areaRepo, boundaries] = [new AreaRepo(table), new BoundaryRepo(table)];
  const staff = createGridStaff({ table, clock }, createStandings({ table, clock }));
  const areas = new AreaService(areaRepo, boundaries, clock);
  const cases = new CaseRepo(table);
  const findCase: FindWholeCase = async (reads, id) => cases.find(reads, id, true);
  const followers = {
    ...{ areas, staff, places: createPlaceMoves(table) },
    areaImports: createAreaImports({ table }),
    courtyards: new CourtyardMoveService(new HouseholdRepo(table), new ResidentRepo(table), newReads),
    cases: new CaseHandoverService(cases, newReads),
    loads: createLoads({ table, vault, clock }),
    madeKnown: [
      new NoticeFollowService(new NoticeRepo(table), newReads, clock),
      new SheetFollowService(new SheetRepo(table), newReads, clock),
    ],
    matters: [
      new ApplicationFollowService(new ApplicationRepo(table), newReads),
      new DataRequestFollowService(new DataRequestRepo(table), newReads),
      new SheetFillFollowService(new SheetFillRepo(table), new SheetRepo(table), newReads),
      new FollowUpFollowService(new MediationRepo(table), findCase, newReads),
    ],
  };
  const drafts = new AdjustmentDraftService(new CommunityMapService(areaRepo, boundaries), staff, clock);
  return new AdjustmentEffectService(new AdjustmentRepo(table), drafts, followers, newReads, clock);
}
