import { ADJUSTMENTS_FIELDS } from './fields/adjustments.fields';
import { AREAS_FIELDS } from './fields/areas.fields';
import { CARE_FIELDS } from './fields/care.fields';
import { CASES_FIELDS } from './fields/cases.fields';
import { CHANGES_FIELDS } from './fields/changes.fields';
import { COMMON_FIELDS } from './fields/common.fields';
import { DUPLICATES_FIELDS } from './fields/duplicates.fields';
import { EVIDENCE_FIELDS } from './fields/evidence.fields';
import { FEED_FIELDS } from './fields/feed.fields';
import { FIELD_WORK_FIELDS } from './fields/field.fields';
import { INSPECTIONS_FIELDS } from './fields/inspections.fields';
import { JOBS_FIELDS } from './fields/jobs.fields';
import { LOGS_FIELDS } from './fields/logs.fields';
import { MEDIATION_FIELDS } from './fields/mediation.fields';
import { NOTICES_FIELDS } from './fields/notices.fields';
import { NOTIFICATIONS_FIELDS } from './fields/notifications.fields';
import { PEOPLE_FIELDS } from './fields/people.fields';
import { PLACES_FIELDS } from './fields/places.fields';
import { PRIVACY_FIELDS } from './fields/privacy.fields';
import { RESIDENTS_FIELDS } from './fields/residents.fields';
import { DISTRICT_RULES_FIELDS } from './fields/district-rules.fields';
import { ROUTING_FIELDS } from './fields/routing.fields';
import { VISITS_FIELDS } from './fields/visits.fields';
import { WEBHOOKS_FIELDS } from './fields/webhooks.fields';
import { SHEETS_FIELDS } from './fields/sheets.fields';
import { DESK_FIELDS } from './fields/desk.fields';
import { STATISTICS_FIELDS } from './fields/statistics.fields';
import { APPLICATIONS_FIELDS } from './fields/applications.fields';
import { COUNTERS_FIELDS } from './fields/counters.fields';
import { SERVICES_FIELDS } from './fields/services.fields';
import { ACCOUNTS_FIELDS } from './fields/accounts.fields';
import { type TypeAccess } from './fields/module-fields';

/**
 * Which fields of each type are seen by whoever may see the object, and by which action the object is guarded. A field
 * that is not here fails the house test, so that nobody adds one without thinking who will see it. Fields that not
 * everyone sees say in a comment who does; their services decide.
 * Only tests read it: no door carries it.
 */
export const FIELD_ACCESS: Readonly<Record<string, TypeAccess>> = {
  ...ADJUSTMENTS_FIELDS,
  ...AREAS_FIELDS,
  ...CARE_FIELDS,
  ...CASES_FIELDS,
  ...CHANGES_FIELDS,
  ...FEED_FIELDS,
  ...COMMON_FIELDS,
  ...DUPLICATES_FIELDS,
  ...EVIDENCE_FIELDS,
  ...FIELD_WORK_FIELDS,
  ...JOBS_FIELDS,
  ...LOGS_FIELDS,
  ...MEDIATION_FIELDS,
  ...INSPECTIONS_FIELDS,
  ...NOTIFICATIONS_FIELDS,
  ...NOTICES_FIELDS,
  ...WEBHOOKS_FIELDS,
  ...PEOPLE_FIELDS,
  ...PLACES_FIELDS,
  ...PRIVACY_FIELDS,
  ...RESIDENTS_FIELDS,
  ...ROUTING_FIELDS,
  ...DISTRICT_RULES_FIELDS,
  ...VISITS_FIELDS,
  ...SHEETS_FIELDS,
  ...STATISTICS_FIELDS,
  ...DESK_FIELDS,
  ...SERVICES_FIELDS,
  ...APPLICATIONS_FIELDS,
  ...COUNTERS_FIELDS,
  ...ACCOUNTS_FIELDS,
};
