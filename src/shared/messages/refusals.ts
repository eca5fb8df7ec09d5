import { AREA_ERRORS } from './areas.messages';
import { CARE_ERRORS } from './care.messages';
import { ACCOUNT_ERRORS } from './accounts.messages';
import { ADJUSTMENT_ERRORS } from './adjustments.messages';
import { CASE_ERRORS } from './cases.messages';
import { COUNTER_ERRORS } from './counters.messages';
import { COMMON_ERRORS } from './common.messages';
import { EVIDENCE_ERRORS } from './evidence.messages';
import { PRIVACY_ERRORS } from './privacy.messages';
import { INSPECTION_ERRORS } from './inspections.messages';
import { MEDIATION_ERRORS } from './mediation.messages';
import { RESIDENT_ERRORS } from './residents.messages';
import { PLACES_ERRORS } from './places.messages';
import { PEOPLE_ERRORS } from './people.messages';
import { LOG_ERRORS } from './logs.messages';
import { FIELD_ERRORS } from './field.messages';
import { JOB_ERRORS } from './jobs.messages';
import { VISIT_ERRORS } from './visits.messages';
import { DISTRICT_RULES_ERRORS } from './district-rules.messages';
import { ROUTING_ERRORS } from './routing.messages';
import { SHEET_ERRORS } from './sheets.messages';
import { APPLICATION_ERRORS } from './applications.messages';
import { SERVICE_ERRORS } from './services.messages';
import { WEBHOOK_ERRORS } from './webhooks.messages';
import { NOTICE_ERRORS } from './notices.messages';

/** Refusals a client shows to a person; they come as `userErrors` of a mutation's payload. */
export const USER_ERRORS = {
  ...COMMON_ERRORS,
  ...AREA_ERRORS,
  ...RESIDENT_ERRORS,
  ...PLACES_ERRORS,
  ...PRIVACY_ERRORS,
  ...CARE_ERRORS,
  ...CASE_ERRORS,
  ...MEDIATION_ERRORS,
  ...INSPECTION_ERRORS,
  ...ROUTING_ERRORS,
  ...DISTRICT_RULES_ERRORS,
  ...ADJUSTMENT_ERRORS,
  ...EVIDENCE_ERRORS,
  ...PEOPLE_ERRORS,
  ...JOB_ERRORS,
  ...VISIT_ERRORS,
  ...LOG_ERRORS,
  ...SHEET_ERRORS,
  ...FIELD_ERRORS,
  ...WEBHOOK_ERRORS,
  ...NOTICE_ERRORS,
  ...SERVICE_ERRORS,
  ...APPLICATION_ERRORS,
  ...COUNTER_ERRORS,
  ...ACCOUNT_ERRORS,
} as const;
