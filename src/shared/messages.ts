import { type Language } from './language';
import { AREA_ERRORS } from './messages/areas.messages';
import { CARE_ERRORS } from './messages/care.messages';
import { ADJUSTMENT_ERRORS } from './messages/adjustments.messages';
import { CASE_ERRORS } from './messages/cases.messages';
import { COMMON_ERRORS } from './messages/common.messages';
import { EVIDENCE_ERRORS } from './messages/evidence.messages';
import { PRIVACY_ERRORS } from './messages/privacy.messages';
import { INSPECTION_ERRORS } from './messages/inspections.messages';
import { MEDIATION_ERRORS } from './messages/mediation.messages';
import { RESIDENT_ERRORS } from './messages/residents.messages';
import { PLACES_ERRORS } from './messages/places.messages';
import { PEOPLE_ERRORS } from './messages/people.messages';
import { TECHNICAL_ERRORS, TOKEN_VOID } from './messages/technical.messages';
import { LOG_ERRORS } from './messages/logs.messages';
import { FIELD_ERRORS } from './messages/field.messages';
import { JOB_ERRORS } from './messages/jobs.messages';
import { VISIT_ERRORS } from './messages/visits.messages';
import { DISTRICT_RULES_ERRORS } from './messages/district-rules.messages';
import { ROUTING_ERRORS } from './messages/routing.messages';
import { SHEET_ERRORS } from './messages/sheets.messages';
import { APPLICATION_ERRORS } from './messages/applications.messages';
import { SERVICE_ERRORS } from './messages/services.messages';
import { WEBHOOK_ERRORS } from './messages/webhooks.messages';
import { ACCOUNT_ERRORS } from './messages/accounts.messages';
import { NOTICE_ERRORS } from './messages/notices.messages';
import { type Text } from './messages/text';

export { TECHNICAL_ERRORS, TOKEN_VOID };

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
  ...ACCOUNT_ERRORS,
} as const;

export type UserErrorCode = keyof typeof USER_ERRORS;
export type TechnicalErrorCode = keyof typeof TECHNICAL_ERRORS;
/** A value put into a message: the same in both languages, or a text of its own in each. */
export type MessageValue = string | number | Text;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** The sentence for a text in a language, its `{names}` filled in. */
export function sentence(text: Text, language: Language, values: MessageValues = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
