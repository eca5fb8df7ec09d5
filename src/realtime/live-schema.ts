import { type GraphQLSchema } from 'graphql';
import { buildSchema } from '../api/build-schema';
import { CaseActionResolver } from '../modules/cases/case-action.resolver';
import { CaseClockResolver } from '../modules/cases/case-clock.resolver';
import { CaseCommentResolver } from '../modules/cases/case-comment.resolver';
import { CaseHoldResolver } from '../modules/cases/case-hold.resolver';
import { CaseMergeResolver } from '../modules/cases/case-merge.resolver';
import { CaseSplitResolver } from '../modules/cases/case-split.resolver';
import { CaseMoveResolver } from '../modules/cases/case-move.resolver';
import { CaseResolver } from '../modules/cases/case.resolver';
import { CategoryGroupResolver } from '../modules/cases/category-group.resolver';
import { CategoryResolver } from '../modules/cases/category.resolver';
import { EvidenceResolver } from '../modules/evidence/evidence.resolver';
import { FeedResolver } from '../modules/feed/feed.resolver';
import { CaseFindingResolver } from '../modules/inspections/case-finding.resolver';
import { FindingAlertResolver } from '../modules/inspections/finding-alert.resolver';
import { NoticeAlertResolver } from '../modules/notices/notice-alert.resolver';
import { RoutingResolver } from '../modules/routing/routing.resolver';

/** What can be watched, and whatever gives a field to a type that is reached from there. */
const RESOLVERS = [
  FeedResolver,
  CaseResolver,
  CaseActionResolver,
  CaseClockResolver,
  CaseCommentResolver,
  CaseHoldResolver,
  CaseMoveResolver,
  CaseMergeResolver,
  CaseSplitResolver,
  CaseFindingResolver,
  CategoryResolver,
  CategoryGroupResolver,
  EvidenceResolver,
  RoutingResolver,
  NoticeAlertResolver,
  FindingAlertResolver,
] as const;

/**
 * The API as far as subscriptions reach: every type that they answer with is the whole type. The rest of the API is left to
 * the HTTP door, so that the doors of what is live do not carry and build all of it.
 */
export function createLiveSchema(options: { check?: boolean } = {}): GraphQLSchema {
  return buildSchema(RESOLVERS, options);
}
