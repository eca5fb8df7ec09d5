import { type Author, type Change } from '../../shared/change';
import { maskedIdentityNumber } from '../../shared/identity-number.rules';
import { maskedPhone, readPhone } from '../../shared/phone.rules';
import { type Answer, type Answers, isAsked } from './answer.rules';
import { type SheetFillMove, type SheetFillState } from './fill.machine';
import { SEALED_TYPES, type SheetAttribute, type SheetField, type SheetSubject } from './sheet.rules';

/** How often a filled sheet may be corrected: enough for any mistake, and its history stays one read. */
export const MOST_CORRECTIONS = 50;

/** A sheet that was filled in, as lists show it. */
export interface SheetFillSummary {
  readonly id: string;
  readonly sheet: string;
  readonly version: number;
  readonly kind: SheetSubject;
  /** Id of the resident or household. */
  readonly subject: string;
  /** Who or what it is: the name, masked, or the address. */
  readonly of: string;
  /** The courtyard at the time; until it is accepted, by its code of today. */
  readonly area: string;
  readonly state: SheetFillState;
  readonly filledAt: Date;
  readonly filledByName: string;
}

/** A sheet that was filled in. */
export interface SheetFill extends SheetFillSummary {
  readonly revision: number;
  /** As they are shown: what is sealed is masked here. */
  readonly answers: Answers;
  /** What is sealed, by field, for this fill. */
  readonly sealed?: Uint8Array | undefined;
  /** Which field updates which attribute, as the version has it. */
  readonly updates: Readonly<Partial<Record<SheetAttribute, string>>>;
  /** What of the record it has updated. */
  readonly updated: readonly SheetAttribute[];
  /** Whether it waits for a review whenever its answers change. */
  readonly reviewed: boolean;
  readonly filledBy: Author;
  /** Who gave or corrected answers last. */
  readonly answeredBy: string;
  readonly visit?: string | undefined;
  readonly changes: readonly Change[];
}

/** Something that was done with a filled sheet since. */
export interface SheetFillStep {
  /** The revision that it led to. */
  readonly revision: number;
  readonly move: SheetFillMove;
  readonly at: string;
  readonly by: Author;
  readonly reason?: string | undefined;
  /** What the answers that changed were before, as they are shown; null where there was none. */
  readonly before: Readonly<Record<string, Answer | null>>;
}

/** A filled sheet with what was done with it since, the first first. */
export interface SheetFillFile extends SheetFill {
  readonly steps: readonly SheetFillStep[];
}

/** Answers taken apart: as they are shown, and what is to be sealed. */
export function partsOf(fields: readonly SheetField[], answers: Answers) {
  const sealed = new Set(fields.filter(({ type }) => SEALED_TYPES.has(type)).map(({ id }) => id));
  const secrets = Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, string] => sealed.has(entry[0])),
  );
  return { shown: Object.fromEntries(fields.flatMap((field) => shownAnswer(field, answers))), secrets };
}

function shownAnswer({ id, type }: SheetField, answers: Answers): [string, Answer][] {
  const value = answers[id];
  if (value === undefined) return [];
  return [[id, typeof value === 'string' && SEALED_TYPES.has(type) ? masked(type, value) : value]];
}

function masked(type: SheetField['type'], value: string): string {
  if (type === 'IDENTITY_NUMBER') return maskedIdentityNumber(value);
  const phone = readPhone(value);
  return phone === undefined ? '****' : maskedPhone(phone);
}

/**
 * The answers after a correction: what is left out stays, null takes an answer away, and what was answered before and is
 * asked no more goes with what made it so.
 */
export function correctedAnswers(
  fields: readonly SheetField[],
  before: Answers,
  given: Readonly<Record<string, unknown>>,
  canonical: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const kept = Object.entries(before).filter(([id]) => !Object.hasOwn(given, id));
  const all: Record<string, unknown> = { ...Object.fromEntries(kept), ...canonical };
  // Conditions depend on questions before: one pass in order follows them all.
  return fields.reduce(
    (answers, field) =>
      Object.hasOwn(given, field.id) || isAsked(field, answers) ? answers : without(answers, field.id),
    all,
  );
}

function without(answers: Readonly<Record<string, unknown>>, id: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).filter(([field]) => field !== id));
}

/** What the answers that differ were before, as they are shown. */
export function changedAnswers(
  fields: readonly SheetField[],
  before: Answers,
  after: Answers,
): Record<string, Answer | null> {
  const { shown } = partsOf(fields, before);
  const differing = fields.filter(({ id }) => JSON.stringify(before[id]) !== JSON.stringify(after[id]));
  return Object.fromEntries(differing.map(({ id }) => [id, shown[id] ?? null]));
}
