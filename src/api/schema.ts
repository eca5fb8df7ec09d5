import { type GraphQLSchema } from 'graphql';
import { buildSchema } from './build-schema';
import { AdjustmentResolver } from '../modules/adjustments/adjustment.resolver';
import { AreaFactsResolver } from '../modules/areas/area-facts.resolver';
import { AreaResolver } from '../modules/areas/area.resolver';
import { ChangeResolver } from '../modules/changes/change.resolver';
import { CoverageResolver } from '../modules/areas/coverage.resolver';
import { LoadResolver } from '../modules/areas/load.resolver';
import { CareTagResolver } from '../modules/care/care.resolver';
import { CaseClockResolver } from '../modules/cases/case-clock.resolver';
import { CaseActionResolver } from '../modules/cases/case-action.resolver';
import { CaseCommentResolver } from '../modules/cases/case-comment.resolver';
import { CaseResolver } from '../modules/cases/case.resolver';
import { CaseHoldResolver } from '../modules/cases/case-hold.resolver';
import { CaseIntegrityResolver } from '../modules/cases/case-integrity.resolver';
import { CaseMergeResolver } from '../modules/cases/case-merge.resolver';
import { CaseSplitResolver } from '../modules/cases/case-split.resolver';
import { CaseMoveResolver } from '../modules/cases/case-move.resolver';
import { CaseUploadResolver } from '../modules/cases/case-upload.resolver';
import { CategoryGroupResolver } from '../modules/cases/category-group.resolver';
import { CategoryResolver } from '../modules/cases/category.resolver';
import { DuplicateResolver } from '../modules/duplicates/duplicate.resolver';
import { EvidenceResolver } from '../modules/evidence/evidence.resolver';
import { CaseFindingResolver } from '../modules/inspections/case-finding.resolver';
import { InspectionResolver } from '../modules/inspections/inspection.resolver';
import { PremisesInspectionsResolver } from '../modules/inspections/premises-inspections.resolver';
import { MediationResolver } from '../modules/mediation/mediation.resolver';
import { FileHoldResolver } from '../modules/evidence/file-hold.resolver';
import { MissingFileResolver } from '../modules/evidence/missing-file.resolver';
import { AppointmentResolver } from '../modules/people/appointment.resolver';
import { JobResolver } from '../modules/jobs/job.resolver';
import { LogEntryResolver } from '../modules/logs/log-entry.resolver';
import { LogResolver } from '../modules/logs/log.resolver';
import { WorkPlanResolver } from '../modules/logs/work-plan.resolver';
import { PeopleResolver } from '../modules/people/people.resolver';
import { CourtyardResolver } from '../modules/places/courtyard.resolver';
import { FacilityResolver } from '../modules/places/facility.resolver';
import { NoticeAlertResolver } from '../modules/notices/notice-alert.resolver';
import { NoticeFilesResolver, NoticePictureResolver } from '../modules/notices/notice-picture.resolver';
import { NoticeResolver } from '../modules/notices/notice.resolver';
import { NotificationResolver } from '../modules/notifications/notification.resolver';
import { OrganisationResolver } from '../modules/places/organisation.resolver';
import { PremisesResolver } from '../modules/places/premises.resolver';
import { DataRequestResolver } from '../modules/privacy/data-request.resolver';
import { OwnFileResolver } from '../modules/privacy/own-file.resolver';
import { RevealResolver } from '../modules/privacy/reveal.resolver';
import { HouseholdResolver } from '../modules/residents/household.resolver';
import { ResidentResolver } from '../modules/residents/resident.resolver';
import { DueInspectionResolver } from '../modules/inspections/due-inspection.resolver';
import { DueResolver } from '../modules/visits/due.resolver';
import { HouseholdVisitsResolver } from '../modules/visits/household-visits.resolver';
import { CaseEventResolver } from '../modules/feed/case-event.resolver';
import { FeedResolver } from '../modules/feed/feed.resolver';
import { CaseListResolver } from '../modules/lists/case-list.resolver';
import { DeskApplicationResolver } from '../modules/desk/desk-application.resolver';
import { DeskResolver } from '../modules/desk/desk.resolver';
import { SolvedResolver } from '../modules/statistics/solved.resolver';
import { ConflictResolver } from '../modules/field/conflict.resolver';
import { FieldBatchResolver } from '../modules/field/field-batch.resolver';
import { DistrictRulesResolver } from '../modules/district-rules/district-rules.resolver';
import { RoutingResolver } from '../modules/routing/routing.resolver';
import { WebhookResolver } from '../modules/webhooks/webhook.resolver';
import { VisitResolver } from '../modules/visits/visit.resolver';
import { SheetFillResolver } from '../modules/sheets/fill.resolver';
import { SheetResolver } from '../modules/sheets/sheet.resolver';
import { ApplicationLimitResolver } from '../modules/applications/application-limit.resolver';
import { ApplicationFormResolver } from '../modules/applications/application-form.resolver';
import { ApplicationResolver } from '../modules/applications/application.resolver';
import { BookingResolver } from '../modules/counters/booking.resolver';
import { CounterResolver } from '../modules/counters/counter.resolver';
import { QueueResolver } from '../modules/counters/queue.resolver';
import { ServiceItemResolver } from '../modules/services/service-item.resolver';
import { AccountResolver } from '../modules/accounts/account.resolver';
import { FindingAlertResolver } from '../modules/inspections/finding-alert.resolver';
import { FindingEventResolver } from '../modules/inspections/finding-event.resolver';
import { NodeResolver } from './node.resolver';

/** The API: every resolver there is. */
const RESOLVERS = [
  PeopleResolver,
  AppointmentResolver,
  AreaResolver,
  AreaFactsResolver,
  CoverageResolver,
  LoadResolver,
  HouseholdResolver,
  ResidentResolver,
  DuplicateResolver,
  CourtyardResolver,
  OrganisationResolver,
  PremisesResolver,
  FacilityResolver,
  RevealResolver,
  OwnFileResolver,
  DataRequestResolver,
  CareTagResolver,
  CaseResolver,
  CaseActionResolver,
  CaseCommentResolver,
  NotificationResolver,
  NoticeResolver,
  NoticeFilesResolver,
  NoticePictureResolver,
  NoticeAlertResolver,
  WebhookResolver,
  CaseClockResolver,
  CaseMoveResolver,
  CaseMergeResolver,
  CaseSplitResolver,
  CaseUploadResolver,
  CaseHoldResolver,
  CaseIntegrityResolver,
  CaseEventResolver,
  FeedResolver,
  CaseListResolver,
  DeskApplicationResolver,
  DeskResolver,
  SolvedResolver,
  MediationResolver,
  InspectionResolver,
  PremisesInspectionsResolver,
  CaseFindingResolver,
  FindingAlertResolver,
  FindingEventResolver,
  CategoryResolver,
  CategoryGroupResolver,
  RoutingResolver,
  DistrictRulesResolver,
  EvidenceResolver,
  VisitResolver,
  DueInspectionResolver,
  FieldBatchResolver,
  ConflictResolver,
  DueResolver,
  HouseholdVisitsResolver,
  LogResolver,
  LogEntryResolver,
  WorkPlanResolver,
  FileHoldResolver,
  MissingFileResolver,
  JobResolver,
  AdjustmentResolver,
  SheetResolver,
  SheetFillResolver,
  ChangeResolver,
  ServiceItemResolver,
  ApplicationLimitResolver,
  ApplicationFormResolver,
  ApplicationResolver,
  CounterResolver,
  BookingResolver,
  QueueResolver,
  AccountResolver,
  NodeResolver,
] as const;

/** The schema of the API. `check`: see `buildSchema`. */
export function createSchema(options: { check?: boolean } = {}): GraphQLSchema {
  return buildSchema(RESOLVERS, options);
}
