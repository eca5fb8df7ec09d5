import { Refusal } from '../../shared/errors';
import { type UserErrorCode } from '../../shared/messages';
import { toHalfWidth } from '../../shared/width.rules';

/** What somebody did with a resident's data. */
export const ACCESS_KINDS = ['REVEAL', 'LOOK_UP', 'CARE_TAGS_READ', 'EXPORT', 'BINDING_CODE'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** What data may be looked at for. */
export const REVEAL_PURPOSES = [
  'VERIFY_IDENTITY',
  'CONTACT',
  'HELP_APPLY',
  'EMERGENCY',
  'CORRECTION',
  'OTHER',
] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];

/** How often a person may do it on one business day; each is counted by items of its own. */
export const QUOTAS = {
  REVEALS: { most: 30, refusal: 'TOO_MANY_REVEALS' },
  LOOK_UPS: { most: 200, refusal: 'TOO_MANY_LOOK_UPS' },
  CARE_READS: { most: 100, refusal: 'TOO_MANY_CARE_READS' },
  EXPORTS: { most: 3, refusal: 'TOO_MANY_EXPORTS' },
} as const satisfies Record<string, { most: number; refusal: UserErrorCode }>;
export type QuotaName = keyof typeof QUOTAS;

/** How much of a quota somebody has used on a day. */
export interface Quota {
  readonly name: QuotaName;
  readonly actor: string;
  /** YYYY-MM-DD in Shanghai. */
  readonly day: string;
  readonly taken: number;
}

/** That somebody looked at a resident's data: who, when, why, and at what. */
export interface AccessRecord {
  /** Id of the request, made by the client; ids sort by age. */
  readonly id: string;
  readonly resident: string;
  readonly kind: AccessKind;
  /** Neither where residents look at what is their own. */
  readonly purpose?: RevealPurpose | undefined;
  readonly reason?: string | undefined;
  readonly fields: readonly string[];
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string; readonly role: string; readonly area: string };
  /** Fingerprint of the request. */
  readonly mark: string;
}

/** Characters of a reason. */
const REASON = { min: 4, max: 200 };

/** An identity number or a phone number in the middle of a text, as people write it. */
const NUMBER = /(?<!\d)(\d[\s-]?){17}[\dX](?!\d)|(?<!\d)1[\s-]?[3-9][\s-]?(\d[\s-]?){8}\d(?!\d)/i;

/**
 * A reason as it is kept, where the resident reads it.
 * @throws Refusal REASON_INVALID, NUMBER_IN_TEXT
 */
export function checkedReason(text: string): string {
  const reason = text.trim();
  if ([...reason].length < REASON.min || [...reason].length > REASON.max || /[\p{C}<>]/u.test(reason))
    throw new Refusal('REASON_INVALID', REASON, ['reason']);
  assertNoNumber(reason, ['reason']);
  return reason;
}

/**
 * Throws when a text carries a number that belongs into a field of its own, where it is sealed.
 * @throws Refusal NUMBER_IN_TEXT
 */
export function assertNoNumber(text: string, path: readonly string[]): void {
  if (NUMBER.test(toHalfWidth(text))) throw new Refusal('NUMBER_IN_TEXT', {}, path);
}

/** The refusal of whoever has used up a quota. */
export function usedUp({ name }: Quota): Refusal {
  const { most, refusal } = QUOTAS[name];
  return new Refusal(refusal, { max: most });
}

/** Whether nothing is left of a quota. */
export function isUsedUp({ name, taken }: Quota): boolean {
  return taken >= QUOTAS[name].most;
}
