import { Refusal } from '../../shared/errors';
import { type Point } from '../../shared/geo';
import { isId } from '../../shared/ids';
import { type EvidenceRole } from '../evidence/evidence.rules';
import { type PremisesKind, type PremisesStatus } from '../places/premises.rules';
import { assertNoNumber } from '../privacy/access-record.rules';
import { type Checklist, checklistOf, isFor } from './checklist.rules';

/** What an item of a checklist came to. */
export const INSPECTION_RESULTS = ['PASS', 'FAIL', 'NOT_APPLICABLE'] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

/** An answer as it is kept, in the order of the checklist. */
export interface InspectionAnswer {
  readonly item: string;
  readonly result: InspectionResult;
  readonly note?: string | undefined;
  /** Id of the case of a failed item. */
  readonly caseId?: string | undefined;
}

/** An inspection (巡查) as a list keeps it. */
export interface InspectionRecord {
  readonly id: string;
  readonly premises: string;
  readonly checklist: string;
  readonly version: number;
  readonly at: Date;
  /** Name and role of whoever made it, as they were then. */
  readonly by: string;
  readonly role: string;
  readonly answers: readonly InspectionAnswer[];
}

/** An inspection with all that its cases are made of, as the premises were then. */
export interface WholeInspection extends InspectionRecord {
  readonly byId: string;
  readonly recordedAt: Date;
  readonly area: string;
  readonly name: string;
  readonly address?: string | undefined;
  /** Where the premises are, and where it was recorded; WGS 84. */
  readonly place?: Point | undefined;
  readonly point?: Point | undefined;
  /** Fingerprint of the request. */
  readonly mark: string;
}

/** An answer as a request brings it. */
export interface ToldAnswer {
  readonly item: string;
  readonly result: InspectionResult;
  readonly note?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  readonly evidence: readonly { readonly role: EvidenceRole }[];
}

/** Most characters of a note: lists show it. */
export const MOST_NOTE = 200;

/** How far a phone's clock may run ahead, and how old an inspection may be that is told of, in ms. */
const AHEAD_MS = 10 * 60_000;
const KEPT_BACK_MS = 30 * 86_400_000;

/**
 * Throws unless an inspection made then can be told of now.
 * @throws Refusal INSPECTION_TIME_INVALID
 */
export function assertTime(at: Date, now: Date): void {
  const age = now.getTime() - at.getTime();
  if (age < -AHEAD_MS || age > KEPT_BACK_MS)
    throw new Refusal('INSPECTION_TIME_INVALID', { days: KEPT_BACK_MS / 86_400_000 }, ['at']);
}

/**
 * The checklist in the version that was filled in: an older one than today's too, for a phone without a signal.
 * @throws Refusal CHECKLIST_UNKNOWN
 */
export function checklistNamed(code: string, version: number): Checklist {
  const checklist = checklistOf(code, version);
  if (checklist === undefined) throw new Refusal('CHECKLIST_UNKNOWN', { code, version }, ['checklist']);
  return checklist;
}

/**
 * Throws unless premises can be inspected by a checklist.
 * @throws Refusal PREMISES_CLOSED, CHECKLIST_NOT_FOR_PREMISES
 */
export function assertPremises(
  { kind, status }: { readonly kind: PremisesKind; readonly status: PremisesStatus },
  checklist: Checklist,
): void {
  if (status === 'CLOSED') throw new Refusal('PREMISES_CLOSED', {}, ['premises']);
  if (!isFor(checklist, kind)) throw new Refusal('CHECKLIST_NOT_FOR_PREMISES', {}, ['checklist']);
}

/**
 * The answers in the order of the checklist: each item once, a failed one with the id of its case and what it asks to be shown.
 * @throws Refusal CHECKLIST_ITEM_UNKNOWN, CHECKLIST_NOT_ANSWERED, FINDING_INVALID, BEFORE_PICTURE_REQUIRED, ID_INVALID,
 *   TEXT_TOO_LONG, NUMBER_IN_TEXT
 */
export function checkedAnswers(told: readonly ToldAnswer[], checklist: Checklist): InspectionAnswer[] {
  for (const [index, { item }] of told.entries()) {
    const isKnown = checklist.items.some(({ code }) => code === item);
    if (!isKnown || told.findIndex((each) => each.item === item) < index)
      throw new Refusal('CHECKLIST_ITEM_UNKNOWN', { item }, ['answers', String(index), 'item']);
  }
  const missing = checklist.items.find(({ code }) => told.every(({ item }) => item !== code));
  if (missing !== undefined) throw new Refusal('CHECKLIST_NOT_ANSWERED', { item: missing.code }, ['answers']);
  const ids = new Set<string>();
  const answers = told.map((answer, index) => {
    const path = ['answers', String(index)];
    const checked = checkedAnswer(answer, path);
    if (answer.result === 'FAIL') assertFinding(answer, checklist, path);
    if (checked.caseId === undefined) return checked;
    if (ids.has(checked.caseId)) throw new Refusal('ID_INVALID', {}, [...path, 'caseId']);
    ids.add(checked.caseId);
    return checked;
  });
  const order = checklist.items.map(({ code }) => code);
  return answers.sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item));
}

function checkedAnswer(answer: ToldAnswer, path: readonly string[]): InspectionAnswer {
  const { item, result, caseId, evidence } = answer;
  const note = answer.note?.trim();
  if (note !== undefined && note.length > MOST_NOTE)
    throw new Refusal('TEXT_TOO_LONG', { max: MOST_NOTE }, [...path, 'note']);
  if (note !== undefined) assertNoNumber(note, [...path, 'note']);
  if ((result === 'FAIL') !== (caseId != null)) throw new Refusal('FINDING_INVALID', {}, [...path, 'caseId']);
  if (result !== 'FAIL' && evidence.length > 0)
    throw new Refusal('FINDING_INVALID', {}, [...path, 'evidence']);
  if (caseId != null && !isId(caseId)) throw new Refusal('ID_INVALID', {}, [...path, 'caseId']);
  return { item, result, note: note === '' ? undefined : note, caseId: caseId ?? undefined };
}

function assertFinding({ item, evidence }: ToldAnswer, { items }: Checklist, path: readonly string[]): void {
  const asked = items.find(({ code }) => code === item)?.evidence;
  if (asked === 'BEFORE' && !evidence.some(({ role }) => role === 'BEFORE'))
    throw new Refusal('BEFORE_PICTURE_REQUIRED', {}, [...path, 'evidence']);
}

/**
 * The items that failed at an inspection and at the last one before it by the same checklist too. `others` are inspections of
 * the same premises in any order.
 */
export function repeatedItems(
  of: Pick<InspectionRecord, 'id' | 'checklist' | 'at' | 'answers'>,
  others: readonly Pick<InspectionRecord, 'id' | 'checklist' | 'at' | 'answers'>[],
): ReadonlySet<string> {
  const isBefore = (each: (typeof others)[number]) =>
    each.id !== of.id &&
    each.checklist === of.checklist &&
    (each.at < of.at || (each.at.getTime() === of.at.getTime() && each.id < of.id));
  const before = others
    .filter(isBefore)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  const failed = failedIn(before[0]?.answers ?? []);
  return new Set(failedIn(of.answers).filter((item) => failed.includes(item)));
}

function failedIn(answers: readonly InspectionAnswer[]): string[] {
  return answers.filter(({ result }) => result === 'FAIL').map(({ item }) => item);
}
