import { ancestorAt } from '../../shared/area-code';
import { isMasked } from '../../shared/masking';
import { maskedIdentityNumber } from '../../shared/identity-number.rules';
import { type MessageValue } from '../../shared/messages';
import { maskedPhone, readPhone } from '../../shared/phone.rules';
import { type RecordLink } from '../../shared/record-link.type';
import { type ItemKind } from './item.rules';

/** How a conflict stands: open, or whose version a person chose. */
export const CONFLICT_STATES = ['OPEN', 'MINE', 'THEIRS'] as const;
export type ConflictState = (typeof CONFLICT_STATES)[number];

/** What was handed in and could not be written, because somebody else had changed the same. */
export interface Conflict {
  /** Id of the item. */
  readonly id: string;
  readonly kind: ItemKind;
  readonly record: RecordLink;
  /** Where it is, as far as known: its community sees to conflicts whose sender does not. */
  readonly area?: string | undefined;
  readonly by: { readonly id: string; readonly name: string };
  readonly keptAt: Date;
  readonly state: ConflictState;
  /** Who was faster, and when, as the refusal told it. */
  readonly what?: MessageValue | undefined;
  /** What was sent, sealed for this conflict. */
  readonly sealed: Uint8Array;
  /** Fingerprint of what was sent, keyed. */
  readonly mark: string;
  readonly settled?: Settlement | undefined;
}

/** Who decided, by which request, when. */
export interface Settlement {
  readonly id: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** What lists show of a conflict. */
export type ConflictSummary = Pick<Conflict, 'id' | 'kind' | 'record' | 'by' | 'keptAt' | 'state'>;

/** A field that was sent otherwise than it stands. */
export interface Difference {
  readonly field: string;
  readonly sent: unknown;
  readonly standing: unknown;
}

/** Days for which a settled conflict is kept. */
export const KEPT_DAYS = 90;

/** The community that looks after a conflict; undefined where the area is not known or larger. */
export function communityOf({ area }: Pick<Conflict, 'area'>): string | undefined {
  return area === undefined ? undefined : ancestorAt(area, 'COMMUNITY');
}

/** How the two numbers that are sealed on file are shown, and by which field of the record. */
const MASKED: Readonly<Record<string, readonly [shown: string, mask: (value: string) => string]>> = {
  identityNumber: [
    'maskedIdentityNumber',
    (value) => (value.length < 15 ? '***' : maskedIdentityNumber(value)),
  ],
  phone: ['maskedPhone', phoneMasked],
};

/** In what was filled in, fields have names of their own: whatever is long enough to be the number of a person is hidden. */
const ANSWERS = 'answers';
const LONG_NUMBER = /\d[\d -]{5,}[\dXx]/g;

/** What was sent as it may be shown: the numbers of persons masked, at every depth. */
export function shownInput(sent: object): Record<string, unknown> {
  return shownFields(sent, (text) => text);
}

function shownFields(fields: object, shownText: (text: string) => string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const hidden = name === ANSWERS ? withoutNumbers : shownText;
        return [name, shownValue(value, MASKED[name]?.[1] ?? hidden)];
      }),
  );
}

function shownValue(value: unknown, shownText: (text: string) => string): unknown {
  if (typeof value === 'string') return isMasked(value) ? value : shownText(value);
  if (Array.isArray(value)) return value.map((each) => shownValue(each, shownText));
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  return shownFields(value, shownText);
}

function withoutNumbers(text: string): string {
  return text.replace(LONG_NUMBER, '***');
}

function phoneMasked(value: string): string {
  const phone = readPhone(value);
  return phone === undefined ? '***' : maskedPhone(phone);
}

/** Fields of an input that are about the request. */
const OF_REQUEST: ReadonlySet<string> = new Set(['id', 'expectedVersion']);

/** Where the fields that were sent say something else than what stands; of numbers, wherever they were sent. */
export function differencesOf(
  sent: object,
  standing: object | undefined,
  fields: readonly string[] | 'EVERY' = [],
): Difference[] {
  if (standing === undefined) return [];
  const shown = shownInput(sent);
  const known = standing as Readonly<Record<string, unknown>>;
  const compared = fields === 'EVERY' ? Object.keys(shown).filter((field) => !OF_REQUEST.has(field)) : fields;
  return compared
    .filter((field) => shown[field] !== undefined)
    .map((field) => ({ field, sent: shown[field], standing: known[MASKED[field]?.[0] ?? field] ?? null }))
    .filter(
      ({ field, ...two }) => field in MASKED || JSON.stringify(two.sent) !== JSON.stringify(two.standing),
    );
}
