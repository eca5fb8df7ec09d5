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
  /** The requests it has taken in, oldest first. */
  readonly requests: readonly CareRequest[];
}

/** A request by its id and fingerprint. */
export interface CareRequest {
  readonly id: string;
  readonly mark: string;
}

/** How many requests a tag remembers beside the one that set it. */
const REMEMBERED = 20;

/** The requests taken in, with one more; the first, which set the tag, is never forgotten. */
export function withRequest(
  [first, ...others]: readonly CareRequest[],
  request: CareRequest,
): readonly CareRequest[] {
  return first === undefined ? [request] : [first, ...[...others, request].slice(-REMEMBERED)];
}

/**
 * Whether a tag has taken in this very request before; its answer is then the tag as it stands.
 * @throws Refusal CONFLICT when its id was another's
 */
export function isTaken({ requests }: Pick<CareTag, 'requests'>, { id, mark }: CareRequest): boolean {
  const known = requests.find((request) => request.id === id);
  if (known !== undefined && known.mark !== mark) throw new Refusal('CONFLICT', { what: id }, ['id']);
  return known !== undefined;
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
