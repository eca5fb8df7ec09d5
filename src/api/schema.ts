import 'reflect-metadata';
import { type GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchemaSync, type PubSub } from 'type-graphql';
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
import { CaseMoveResolver } from '../modules/cases/case-move.resolver';
import { CaseUploadResolver } from '../modules/cases/case-upload.resolver';
import { CategoryGroupResolver } from '../modules/cases/category-group.resolver';
import { CategoryResolver } from '../modules/cases/category.resolver';
import { DuplicateResolver } from '../modules/duplicates/duplicate.resolver';
import { EvidenceResolver } from '../modules/evidence/evidence.resolver';
import { MissingFileResolver } from '../modules/evidence/missing-file.resolver';
import { AppointmentResolver } from '../modules/people/appointment.resolver';
import { JobResolver } from '../modules/jobs/job.resolver';
import { LogEntryResolver } from '../modules/logs/log-entry.resolver';
import { LogResolver } from '../modules/logs/log.resolver';
import { WorkPlanResolver } from '../modules/logs/work-plan.resolver';
import { PeopleResolver } from '../modules/people/people.resolver';
import { CourtyardResolver } from '../modules/places/courtyard.resolver';
import { FacilityResolver } from '../modules/places/facility.resolver';
import { NotificationResolver } from '../modules/notifications/notification.resolver';
import { OrganisationResolver } from '../modules/places/organisation.resolver';
import { PremisesResolver } from '../modules/places/premises.resolver';
import { DataRequestResolver } from '../modules/privacy/data-request.resolver';
import { OwnFileResolver } from '../modules/privacy/own-file.resolver';
import { RevealResolver } from '../modules/privacy/reveal.resolver';
import { HouseholdResolver } from '../modules/residents/household.resolver';
import { ResidentResolver } from '../modules/residents/resident.resolver';
import { DueResolver } from '../modules/visits/due.resolver';
import { HouseholdVisitsResolver } from '../modules/visits/household-visits.resolver';
import { CaseEventResolver } from '../modules/feed/case-event.resolver';
import { FeedResolver } from '../modules/feed/feed.resolver';
import { ConflictResolver } from '../modules/field/conflict.resolver';
import { FieldBatchResolver } from '../modules/field/field-batch.resolver';
import { DistrictRulesResolver } from '../modules/district-rules/district-rules.resolver';
import { RoutingResolver } from '../modules/routing/routing.resolver';
import { VisitResolver } from '../modules/visits/visit.resolver';
import { SheetFillResolver } from '../modules/sheets/fill.resolver';
import { SheetResolver } from '../modules/sheets/sheet.resolver';
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
  CaseClockResolver,
  CaseMoveResolver,
  CaseUploadResolver,
  CaseHoldResolver,
  CaseIntegrityResolver,
  CaseEventResolver,
  FeedResolver,
  CategoryResolver,
  CategoryGroupResolver,
  RoutingResolver,
  DistrictRulesResolver,
  EvidenceResolver,
  VisitResolver,
  FieldBatchResolver,
  ConflictResolver,
  DueResolver,
  HouseholdVisitsResolver,
  LogResolver,
  LogEntryResolver,
  WorkPlanResolver,
  MissingFileResolver,
  JobResolver,
  AdjustmentResolver,
  SheetResolver,
  SheetFillResolver,
  ChangeResolver,
  NodeResolver,
] as const;

/** Nobody subscribes within a process: `src/realtime` keeps who watches what, and runs the operation at each event. */
const NO_PUB_SUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Subscriptions are kept by src/realtime.');
  },
};

/** Builds the schema. Checking it takes three times as long as building it, so only the emitter and the tests do. */
export function createSchema({ check = false } = {}): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    validate: false,
    pubSub: NO_PUB_SUB,
    skipCheck: !check,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
  });
  Object.assign(schema.getQueryType() ?? {}, { description: 'What can be asked (查询).' });
  Object.assign(schema.getMutationType() ?? {}, {
    description: 'What can be done (操作); every one is safe to repeat.',
  });
  Object.assign(schema.getSubscriptionType() ?? {}, {
    description: 'What can be watched (订阅), over WebSocket in the graphql-transport-ws protocol.',
  });
  return schema;
}
