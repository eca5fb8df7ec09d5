import { Refusal } from '../../shared/errors';
import { isCreditCode } from './credit-code.rules';

/** Kinds of organisations. */
export const ORGANISATION_KINDS = [
  'ENTERPRISE',
  'INDIVIDUAL_BUSINESS',
  'PUBLIC_INSTITUTION',
  'SOCIAL_ORGANISATION',
  'GOVERNMENT_BODY',
  'OTHER',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A unified social credit code, or undefined when there is none. @throws Refusal CREDIT_CODE_INVALID */
export function creditCodeOf(code: string | null | undefined): string | undefined {
  if (code == null) return undefined;
  if (!isCreditCode(code)) throw new Refusal('CREDIT_CODE_INVALID', {}, ['creditCode']);
  return code;
}
