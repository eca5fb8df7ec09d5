import { ADJUSTMENTS_ACCESS } from './access/adjustments.access';
import { AREAS_ACCESS } from './access/areas.access';
import { CARE_ACCESS } from './access/care.access';
import { CASES_ACCESS } from './access/cases.access';
import { CHANGES_ACCESS } from './access/changes.access';
import { COMMON_ACCESS } from './access/common.access';
import { DESK_ACCESS } from './access/desk.access';
import { DUPLICATES_ACCESS } from './access/duplicates.access';
import { EVIDENCE_ACCESS } from './access/evidence.access';
import { FEED_ACCESS } from './access/feed.access';
import { FIELD_WORK_ACCESS } from './access/field.access';
import { INSPECTIONS_ACCESS } from './access/inspections.access';
import { JOBS_ACCESS } from './access/jobs.access';
import { LISTS_ACCESS } from './access/lists.access';
import { LOGS_ACCESS } from './access/logs.access';
import { MEDIATION_ACCESS } from './access/mediation.access';
import { type ModuleAccess } from './access/module-access';
import { PEOPLE_ACCESS } from './access/people.access';
import { PLACES_ACCESS } from './access/places.access';
import { PRIVACY_ACCESS } from './access/privacy.access';
import { RESIDENTS_ACCESS } from './access/residents.access';
import { VISITS_ACCESS } from './access/visits.access';
import { NOTICES_ACCESS } from './access/notices.access';
import { NOTIFICATIONS_ACCESS } from './access/notifications.access';
import { DISTRICT_RULES_ACCESS } from './access/district-rules.access';
import { ROUTING_ACCESS } from './access/routing.access';
import { WEBHOOKS_ACCESS } from './access/webhooks.access';
import { SHEETS_ACCESS } from './access/sheets.access';
import { STATISTICS_ACCESS } from './access/statistics.access';
import { APPLICATIONS_ACCESS } from './access/applications.access';
import { SERVICES_ACCESS } from './access/services.access';
import { COUNTERS_ACCESS } from './access/counters.access';
import { ACCOUNTS_ACCESS } from './access/accounts.access';
import { type Action } from './permissions';

/** Every module's part. */
const MODULES: readonly ModuleAccess[] = [
  COMMON_ACCESS,
  AREAS_ACCESS,
  PEOPLE_ACCESS,
  RESIDENTS_ACCESS,
  DUPLICATES_ACCESS,
  PLACES_ACCESS,
  PRIVACY_ACCESS,
  CARE_ACCESS,
  EVIDENCE_ACCESS,
  CASES_ACCESS,
  MEDIATION_ACCESS,
  INSPECTIONS_ACCESS,
  FEED_ACCESS,
  LISTS_ACCESS,
  DESK_ACCESS,
  NOTIFICATIONS_ACCESS,
  NOTICES_ACCESS,
  WEBHOOKS_ACCESS,
  ROUTING_ACCESS,
  DISTRICT_RULES_ACCESS,
  LOGS_ACCESS,
  JOBS_ACCESS,
  ADJUSTMENTS_ACCESS,
  VISITS_ACCESS,
  SHEETS_ACCESS,
  FIELD_WORK_ACCESS,
  CHANGES_ACCESS,
  STATISTICS_ACCESS,
  SERVICES_ACCESS,
  APPLICATIONS_ACCESS,
  COUNTERS_ACCESS,
  ACCOUNTS_ACCESS,
];

/** What each operation needs. An operation that is not here is refused, and fails the house test. */
export const OPERATION_ACCESS: Readonly<
  Record<'Query' | 'Mutation' | 'Subscription', Readonly<Record<string, Action>>>
> = {
  Query: merged(MODULES.map(({ Query = {} }) => Query)),
  Mutation: merged(MODULES.map(({ Mutation = {} }) => Mutation)),
  Subscription: merged(MODULES.map(({ Subscription = {} }) => Subscription)),
};

/** Looking at the schema reads no record either. */
const RECORDLESS: ReadonlySet<string> = new Set([
  ...['__typename', '__schema', '__type'],
  ...MODULES.flatMap(({ recordless = [] }) => recordless),
]);

/** Whether a field of Query is answered without reading any record, so that it matters to nobody who asks. */
export function isRecordless(query: string): boolean {
  return RECORDLESS.has(query);
}

/** What an account may ask for that is bound to nobody. */
const UNBOUND: ReadonlySet<string> = new Set(MODULES.flatMap(({ unbound = [] }) => unbound));

/** Whether a root field is open to an account that is bound to nobody. */
export function isForUnbound(field: string): boolean {
  return UNBOUND.has(field);
}

function merged<Rule>(parts: readonly Readonly<Record<string, Rule>>[]): Readonly<Record<string, Rule>> {
  return Object.assign({}, ...parts) as Readonly<Record<string, Rule>>;
}
