import { type Day } from '../../shared/business-date';
import { isIdentityNumber, isPhone, isPlainText, wholePattern } from './answer.rules';
import { MOST_OF_SHEET } from './definition.rules';
import { type SheetCondition, type SheetField, type SheetVersion } from './sheet.rules';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Formats of ours. A validator that does not know them passes over them, as the draft has it, and lets more through. */
export const FORMATS: Readonly<Record<string, (value: string, today: Day) => boolean>> = {
  /** No control characters or markup, no masked number and none in the open. */
  'wangge-plain-text': (value) => isPlainText(value),
  /** A day that is not after today, in Shanghai. */
  'wangge-past-date': (value, today) => value <= today,
  /** A telephone number of the mainland in canonical form. */
  'wangge-phone': (value) => isPhone(value),
  /** A citizen's identity number (GB 11643), with its check character. */
  'wangge-identity-number': (value, today) => isIdentityNumber(value, today),
};

/** What answers to a version must be, as a JSON Schema; for its form, and for any program that fills it in. */
export function jsonSchemaOf({
  id,
  version,
  title,
  fields,
}: Pick<SheetVersion, 'id' | 'version' | 'title' | 'fields'>) {
  const always = fields.filter(({ required, shownWhen }) => required && shownWhen === undefined);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:wangge:sheet:${id}:${version}`,
    title: title.zh,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field) => [field.id, propertyOf(field)])),
    required: always.map((field) => field.id),
    allOf: fields.flatMap((field) => conditionsOf(field, fields)),
  } satisfies JsonSchema;
}

function propertyOf(field: SheetField): JsonSchema {
  return { title: field.label.zh, ...PROPERTIES[field.type](field) };
}

const PROPERTIES: Readonly<Record<SheetField['type'], (field: SheetField) => JsonSchema>> = {
  TEXT: ({ minLength = 1, maxLength = MOST_OF_SHEET.textLength, pattern }) => ({
    type: 'string',
    ...{ minLength, maxLength, format: 'wangge-plain-text' },
    ...(pattern === undefined ? {} : { pattern: wholePattern(pattern) }),
  }),
  NUMBER: ({ min = -MOST_OF_SHEET.number, max = MOST_OF_SHEET.number, whole = false }) => ({
    type: whole ? 'integer' : 'number',
    ...{ minimum: min, maximum: max },
  }),
  DATE: ({ notInFuture = false }) => ({
    ...{ type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    ...(notInFuture ? { allOf: [{ format: 'wangge-past-date' }] } : {}),
  }),
  CHOICE: ({ choices = [] }) => ({ type: 'string', enum: choices.map(({ value }) => value) }),
  CHOICES: ({ choices = [] }) => ({
    ...{ type: 'array', minItems: 1, uniqueItems: true },
    items: { type: 'string', enum: choices.map(({ value }) => value) },
  }),
  YES_NO: () => ({ type: 'boolean' }),
  PHONE: () => ({
    type: 'string',
    format: 'wangge-phone',
    pattern: '^(?:1[3-9]\\d{9}|0\\d{2,3}-[2-8]\\d{6,7}(?:-\\d{1,6})?)$',
  }),
  IDENTITY_NUMBER: () => ({ type: 'string', format: 'wangge-identity-number', pattern: '^\\d{17}[\\dX]$' }),
};

/** When a field must be answered, and when it must not. */
function conditionsOf(
  { id, required, shownWhen, requiredWhen }: SheetField,
  fields: readonly SheetField[],
): JsonSchema[] {
  const shown = shownWhen && conditionOf(shownWhen, fields);
  const needed = requiredWhen && conditionOf(requiredWhen, fields);
  const answered = { required: [id] };
  return [
    ...(shown === undefined
      ? []
      : [{ if: shown, then: required ? answered : true, else: { properties: { [id]: false } } }]),
    ...(needed === undefined
      ? []
      : [{ if: shown === undefined ? needed : { allOf: [shown, needed] }, then: answered }]),
  ];
}

function conditionOf({ field, equals }: SheetCondition, fields: readonly SheetField[]): JsonSchema {
  const type = fields.find(({ id }) => id === field)?.type;
  const values = type === 'YES_NO' ? equals.map((value) => value === 'true') : equals;
  const one = { enum: values };
  return {
    properties: { [field]: type === 'CHOICES' ? { contains: one } : one },
    required: [field],
  };
}
