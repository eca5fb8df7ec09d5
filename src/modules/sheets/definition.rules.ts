import { Refusal, Refusals } from '../../shared/errors';
import { type Text } from '../../shared/messages/text';
import { SEXES } from '../residents/resident.rules';
import { type SheetAttribute, type SheetContent, type SheetField, type SheetFieldType } from './sheet.rules';
import { type DefinitionProblem, DEFINITION_PROBLEMS } from './sheet.words';

/** Limits of one version, so that it fits an item and a phone's screen. */
export const MOST_OF_SHEET = {
  ...{ fields: 60, choices: 300, title: 40, about: 500, label: 60, pattern: 100 },
  ...{ textLength: 500, number: 999_999_999, areas: 20 },
} as const;

const FIELD_ID = /^[a-z][A-Za-z0-9]{0,39}$/;
const NAME_IN_CAPITALS = /^[A-Z][A-Z0-9_]{0,39}$/;

/** Most characters of a name on file. */
const MOST_NAME = 50;

const RESIDENT_KINDS = ['REGISTERED', 'FLOATING', 'OVERSEAS', 'OWNER_ABSENT'];
const HOUSEHOLD_KINDS = ['FAMILY', 'COLLECTIVE', 'SHARED_RENT'];

/** What type a field must have to update an attribute, and which values it may offer. */
const UPDATING: Readonly<
  Record<SheetAttribute, { readonly type: SheetFieldType; readonly values?: readonly string[] }>
> = {
  NAME: { type: 'TEXT' },
  SEX: { type: 'CHOICE', values: SEXES },
  BIRTH_DATE: { type: 'DATE' },
  KIND: { type: 'CHOICE', values: RESIDENT_KINDS },
  IDENTITY_NUMBER: { type: 'IDENTITY_NUMBER' },
  PHONE: { type: 'PHONE' },
  HOUSEHOLD_KIND: { type: 'CHOICE', values: HOUSEHOLD_KINDS },
};

/** Types on which a condition can depend. */
const DECIDING: ReadonlySet<SheetFieldType> = new Set(['CHOICE', 'CHOICES', 'YES_NO']);

/**
 * A version's content, if it can be filled in and makes sense.
 * @throws Refusals SHEET_INVALID, one for each thing that is wrong
 */
export function checkedContent(content: SheetContent): SheetContent {
  const wrong = [...wrongInHead(content), ...wrongInFields(content)];
  if (wrong.length > 0) throw new Refusals(wrong);
  return content;
}

function refused(problem: DefinitionProblem, ...path: string[]): Refusal {
  return new Refusal('SHEET_INVALID', { problem: DEFINITION_PROBLEMS[problem] }, path);
}

function wrongInHead({ key, title, about, subject, filledBy, fields }: SheetContent): Refusal[] {
  const choices = fields.reduce((sum, field) => sum + (field.choices?.length ?? 0), 0);
  const ids = fields.map(({ id }) => id);
  return [
    ...(NAME_IN_CAPITALS.test(key) ? [] : [refused('KEY', 'key')]),
    ...(isText(title, MOST_OF_SHEET.title) ? [] : [refused('TEXT', 'title')]),
    ...(isText(about, MOST_OF_SHEET.about) ? [] : [refused('TEXT', 'about')]),
    ...(subject === 'HOUSEHOLD' && filledBy !== 'WORKER'
      ? [refused('HOUSEHOLD_BY_RESIDENT', 'filledBy')]
      : []),
    ...(fields.length < 1 || fields.length > MOST_OF_SHEET.fields ? [refused('FIELD_COUNT', 'fields')] : []),
    ...(choices > MOST_OF_SHEET.choices ? [refused('CHOICE_COUNT', 'fields')] : []),
    ...(new Set(ids).size < ids.length ? [refused('FIELD_TWICE', 'fields')] : []),
    ...(hasTwins(fields.flatMap(({ updates }) => updates ?? [])) ? [refused('UPDATED_TWICE', 'fields')] : []),
  ];
}

function wrongInFields({ fields, subject }: SheetContent): Refusal[] {
  return fields.flatMap((field, place) => {
    const problems = [
      ...wrongInNames(field),
      ...wrongInChoices(field),
      ...wrongInLimits(field),
      ...wrongInUpdate(field, subject),
      ...([field.shownWhen, field.requiredWhen].every((when) => isDecided(when, fields.slice(0, place)))
        ? []
        : (['CONDITION'] as const)),
    ];
    // An id that is none is not repeated: it may be anything.
    const at = FIELD_ID.test(field.id) ? field.id : String(place + 1);
    return problems.map((problem) => refused(problem, 'fields', at));
  });
}

function wrongInNames({ id, label, hint }: SheetField): DefinitionProblem[] {
  const isId = FIELD_ID.test(id) && !(id in {});
  const isLabelled = isText(label, MOST_OF_SHEET.label);
  const isHinted = hint === undefined || isText(hint, MOST_OF_SHEET.about);
  return [...(isId ? [] : (['FIELD_ID'] as const)), ...(isLabelled && isHinted ? [] : (['TEXT'] as const))];
}

function wrongInChoices({ type, choices }: SheetField): DefinitionProblem[] {
  if (type !== 'CHOICE' && type !== 'CHOICES') return choices === undefined ? [] : ['CHOICES_NOT_ASKED'];
  const values = choices ?? [];
  const areGood = values.every(
    ({ value, label }) => NAME_IN_CAPITALS.test(value) && isText(label, MOST_OF_SHEET.label),
  );
  return values.length > 0 && areGood && !hasTwins(values.map(({ value }) => value)) ? [] : ['CHOICES'];
}

function wrongInLimits(field: SheetField): DefinitionProblem[] {
  const { type, min, max, whole, minLength, maxLength, pattern, notInFuture } = field;
  const most = MOST_OF_SHEET.number;
  const [least, top] = [min ?? -most, max ?? most];
  const [shortest, longest] = [minLength ?? 1, maxLength ?? MOST_OF_SHEET.textLength];
  const foreign =
    (type !== 'NUMBER' && [min, max, whole].some((limit) => limit !== undefined)) ||
    (type !== 'TEXT' && [minLength, maxLength, pattern].some((limit) => limit !== undefined)) ||
    (type !== 'DATE' && notInFuture !== undefined);
  const fits = least <= top && least >= -most && top <= most && shortest >= 1 && shortest <= longest;
  return [
    ...(foreign || !fits || longest > MOST_OF_SHEET.textLength ? (['LIMITS'] as const) : []),
    ...(pattern === undefined || isPlainPattern(pattern) ? [] : (['PATTERN'] as const)),
  ];
}

function wrongInUpdate(field: SheetField, subject: SheetContent['subject']): DefinitionProblem[] {
  if (field.updates === undefined) return [];
  const { type, values } = UPDATING[field.updates];
  const isOfSubject = (field.updates === 'HOUSEHOLD_KIND') === (subject === 'HOUSEHOLD');
  const areKnown = values === undefined || (field.choices ?? []).every(({ value }) => values.includes(value));
  const isShort = field.updates !== 'NAME' || (field.maxLength ?? MOST_OF_SHEET.textLength) <= MOST_NAME;
  return isOfSubject && field.type === type && areKnown && isShort ? [] : ['UPDATES'];
}

/** Whether a condition depends on a question before it, by values that its answer can have. */
function isDecided(when: SheetField['shownWhen'], before: readonly SheetField[]): boolean {
  if (when === undefined) return true;
  const found = before.find(({ id }) => id === when.field);
  if (found === undefined || !DECIDING.has(found.type) || when.equals.length === 0) return false;
  const values =
    found.type === 'YES_NO' ? ['true', 'false'] : (found.choices ?? []).map(({ value }) => value);
  return when.equals.every((value) => values.includes(value));
}

/** A character, a class of them, or an escaped one, and how often: no groups, so that no text takes long to match. */
const ATOM =
  /(?:\\[dw]|\\[.\-+()[\]{}?*^$|/\\]|\[(?:[\p{L}\p{N} -]|\\d)+\]|[\p{L}\p{N} ,:;·#@_-])(?:\{\d{1,2}(?:,\d{1,2})?\}|\?)?/gu;

/** Most parts of a pattern that may be there more or less often: what must be tried grows with each. */
const MOST_VARIABLE = 3;

/** Whether a pattern is one that a text can be matched with, quickly whatever the text. */
export function isPlainPattern(pattern: string): boolean {
  if (pattern === '' || pattern.length > MOST_OF_SHEET.pattern) return false;
  const atoms = pattern.match(ATOM) ?? [];
  if (atoms.join('') !== pattern) return false;
  if (atoms.filter((atom) => /(?:,\d+\}|\?)$/.test(atom)).length > MOST_VARIABLE) return false;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').source !== '';
  } catch {
    return false;
  }
}

function isText({ zh, en }: Text, max: number): boolean {
  const isOne = (text: string) =>
    text.trim() === text && text !== '' && [...text].length <= max * 2 && !/[\p{C}<>]/u.test(text);
  return isOne(zh) && isOne(en) && [...zh].length <= max;
}

function hasTwins(all: readonly string[]): boolean {
  return new Set(all).size < all.length;
}
