import { Refusal } from '../../shared/errors';

/** Why somebody is looked after. No kind says what somebody believes, asks for, or might do. */
export const CARE_KINDS = [
  'SUBSISTENCE_ALLOWANCE',
  'DESTITUTE',
  'DISABILITY',
  'ELDERLY_ALONE',
  'CHILD_IN_NEED',
  'LEFT_BEHIND',
  'VETERAN',
  'TEMPORARY_HARDSHIP',
  'MENTAL_DISORDER',
  'COMMUNITY_CORRECTION',
] as const;
export type CareKind = (typeof CARE_KINDS)[number];

/** How often somebody is visited; how many days each is, the district sets. */
export const VISIT_TIERS = ['CLOSE', 'KEY', 'GENERAL', 'TRUSTED', 'VACANT'] as const;
export type VisitTier = (typeof VISIT_TIERS)[number];

/** Health and sentences (personal information law, art. 28): read only by those who may also set tags. */
const RESTRICTED: ReadonlySet<CareKind> = new Set(['MENTAL_DISORDER', 'COMMUNITY_CORRECTION']);

/** A tag as it is kept; dates are YYYY-MM-DD in Shanghai. */
export interface CareTag {
  readonly id: string;
  readonly resident: string;
  readonly kind: CareKind;
  readonly visits: VisitTier;
  readonly setAt: Date;
  readonly setBy: { readonly name: string; readonly role: string };
  readonly reviewOn: string;
  /** The first day on which it is valid no more. */
  readonly expiresOn: string;
  readonly endedOn?: string | undefined;
  /** What it is for and why, sealed for the tag; gone when it was ended. */
  readonly sealed?: Uint8Array | undefined;
  readonly version: number;
  /** Id and fingerprint of the last request. */
  readonly last: { readonly id: string; readonly mark: string };
}

/** Whether a tag is read by fewer people than others. */
export function isRestricted(kind: CareKind): boolean {
  return RESTRICTED.has(kind);
}

/** Whether a tag is valid on a day. */
export function isValid({ expiresOn, endedOn }: CareTag, today: string): boolean {
  return endedOn === undefined && today < expiresOn;
}

/**
 * Throws unless the dates are ones that a decision may set: within a year, so that nobody stays marked by forgetting.
 * @throws Refusal CARE_DATES_INVALID
 */
export function assertDates(dates: { reviewOn: string; expiresOn: string }, today: string): void {
  const max = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`;
  const { reviewOn, expiresOn } = dates;
  if (reviewOn <= today || reviewOn > expiresOn || expiresOn > max)
    throw new Refusal('CARE_DATES_INVALID', { max }, ['expiresOn']);
}
