import { isDay } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { readIdentityNumber } from '../../shared/identity-number.rules';
import { isMasked } from '../../shared/masking';
import { readPhone } from '../../shared/phone.rules';
import { toHalfWidth } from '../../shared/width.rules';
import { assertNoNumber } from '../privacy/access-record.rules';
import { MOST_OF_SHEET } from './definition.rules';
import { SEALED_TYPES, type SheetCondition, type SheetField } from './sheet.rules';
import { ANSWER_PROBLEMS } from './sheet.words';

/** An answer in its canonical form, as JSON has it. */
export type Answer = string | number | boolean | readonly string[];
/** Answers by field. What was not answered is not there. */
export type Answers = Readonly<Record<string, Answer>>;

/** Answers as somebody gave them, in canonical form as far as they are what was asked for; nothing is refused here. */
export function canonicalAnswers(
  fields: readonly SheetField[],
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const byId = new Map(fields.map((field) => [field.id, field]));
  return Object.fromEntries(
    Object.entries(given)
      .map(([id, value]): [string, unknown] => [id, canonical(byId.get(id), value)])
      .filter(([, value]) => value !== undefined),
  );
}

function canonical(field: SheetField | undefined, value: unknown): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return undefined;
  if (field?.type === 'TEXT') return text.replace(/\s+/g, ' ');
  if (field?.type === 'PHONE') return readPhone(text)?.number ?? text;
  if (field?.type === 'IDENTITY_NUMBER') return toHalfWidth(text).replace(/\s/g, '').toUpperCase();
  return text;
}

/** Whether a condition is met by answers. */
export function holds(
  { field, equals }: SheetCondition,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const value = answerTo(field, answers);
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.some(
    (each) => (typeof each === 'string' || typeof each === 'boolean') && equals.includes(`${each}`),
  );
}

/** Whether a field is asked at all, with these answers. */
export function isAsked({ shownWhen }: SheetField, answers: Readonly<Record<string, unknown>>): boolean {
  return shownWhen === undefined || holds(shownWhen, answers);
}

/** What is wrong with canonical answers, in the order of the fields; empty when they can be taken. */
export function refusalsOf(
  fields: readonly SheetField[],
  answers: Readonly<Record<string, unknown>>,
  today: string,
): Refusal[] {
  const known = new Set(fields.map(({ id }) => id));
  const unknown = Object.keys(answers).filter((id) => !known.has(id));
  return [
    ...fields.flatMap((field) => refusalOf(field, answers, today) ?? []),
    // What is no field of the sheet is not repeated: it may be anything.
    ...(unknown.length === 0 ? [] : [new Refusal('SHEET_FIELD_UNKNOWN', {}, ['answers'])]),
  ];
}

function refusalOf(
  field: SheetField,
  answers: Readonly<Record<string, unknown>>,
  today: string,
): Refusal | undefined {
  const path = ['answers', field.id];
  const value = answerTo(field.id, answers);
  if (value === undefined) {
    const { required, requiredWhen } = field;
    const needed = required || (requiredWhen !== undefined && holds(requiredWhen, answers));
    return needed && isAsked(field, answers) ? new Refusal('SHEET_ANSWER_MISSING', {}, path) : undefined;
  }
  if (!isAsked(field, answers)) return new Refusal('SHEET_ANSWER_NOT_ASKED', {}, path);
  if (typeof value === 'string' && SEALED_TYPES.has(field.type) && isMasked(value))
    return new Refusal('MASKED_VALUE', {}, path);
  if (field.type === 'TEXT' && typeof value === 'string') {
    if (isHalfMasked(value)) return new Refusal('MASKED_VALUE', {}, path);
    if (!carriesNoNumber(value)) return new Refusal('NUMBER_IN_TEXT', {}, path);
  }
  if (ACCEPTED[field.type](field, value, today)) return undefined;
  return new Refusal('SHEET_ANSWER_INVALID', { problem: ANSWER_PROBLEMS[field.type] }, path);
}

type Accepts = (field: SheetField, value: unknown, today: string) => boolean;

/** Whether a value is an answer to a field, by the field's type. */
const ACCEPTED: Readonly<Record<SheetField['type'], Accepts>> = {
  TEXT: ({ minLength = 1, maxLength = MOST_OF_SHEET.textLength, pattern }, value) => {
    if (typeof value !== 'string' || !isPlain(value)) return false;
    const { length } = [...value];
    if (length < minLength || length > maxLength) return false;
    return pattern === undefined || new RegExp(wholePattern(pattern), 'u').test(value);
  },
  NUMBER: ({ min = -MOST_OF_SHEET.number, max = MOST_OF_SHEET.number, whole = false }, value) =>
    typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value)),
  DATE: ({ notInFuture = false }, value, today) =>
    typeof value === 'string' && isDay(value) && (!notInFuture || value <= today),
  CHOICE: ({ choices = [] }, value) => choices.some((choice) => choice.value === value),
  CHOICES: ({ choices = [] }, value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((each) => choices.some((choice) => choice.value === each)),
  YES_NO: (_field, value) => typeof value === 'boolean',
  PHONE: (_field, value) => typeof value === 'string' && isPhone(value),
  IDENTITY_NUMBER: (_field, value, today) => typeof value === 'string' && isIdentityNumber(value, today),
};

/** The pattern of a field as one for the whole of a text. */
export function wholePattern(pattern: string): string {
  return `^(?:${pattern})$`;
}

/** Whether a text is one that may be shown anywhere: no control characters, no markup. */
function isPlain(text: string): boolean {
  return !/[\p{C}<>]/u.test(text);
}

/** Whether a text is none of the three things that are refused in any text: half masked, a number in the open, no text. */
export function isPlainText(text: string): boolean {
  return isPlain(text) && !isHalfMasked(text) && carriesNoNumber(text);
}

/** Whether a text is a phone number in canonical form. */
export function isPhone(text: string): boolean {
  return readPhone(text)?.number === text;
}

/** Whether a text is an identity number in canonical form, of somebody born by `today`. */
export function isIdentityNumber(text: string, today: string): boolean {
  const read = readIdentityNumber(text, today);
  return read.ok && read.number === text;
}

/** Whether a text carries something that was masked: stars are no words, three of them are a number's. */
function isHalfMasked(text: string): boolean {
  return /[*＊•●]{3}/u.test(text);
}

function carriesNoNumber(text: string): boolean {
  try {
    assertNoNumber(text, []);
    return true;
  } catch {
    return false;
  }
}

/** What was answered to a field; nothing that answers inherit. */
function answerTo(field: string, answers: Readonly<Record<string, unknown>>): unknown {
  return Object.hasOwn(answers, field) ? answers[field] : undefined;
}
