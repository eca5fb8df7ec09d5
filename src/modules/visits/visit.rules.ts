import { type Day, businessDate } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { ITEM_FIELDS, type ItemKind, onlyOne } from '../intake/item.rules';
import { assertNoNumber } from '../privacy/access-record.rules';
import { type VisitPartInput } from './visit.input';
import { latestNext, type VisitPlan, type VisitPolicy } from './visit-plan.rules';

/** What a visit can bring home. */
export const VISIT_PART_KINDS = [
  ...(['NEW_RESIDENT', 'RESIDENT_UPDATE', 'RESIDENT_MOVE', 'RESIDENCE_END'] as const),
  ...(['CASE', 'NOTE', 'INSPECTION', 'APPLICATION'] as const),
] as const satisfies readonly ItemKind[];
export type VisitPartKind = (typeof VISIT_PART_KINDS)[number];

/** The input of each kind of part. */
export type PartInputs = {
  readonly [Kind in VisitPartKind]: NonNullable<VisitPartInput[(typeof ITEM_FIELDS)[Kind]]>;
};

/** Something a visit brought home, which has an id of its own. */
export type PartOf<Kind extends VisitPartKind> = {
  readonly [Each in Kind]: {
    readonly kind: Each;
    readonly input: PartInputs[Each];
    readonly after: readonly string[];
  };
}[Kind];
export type Part = PartOf<VisitPartKind>;

/** Most of what one visit brings home. */
const MOST_PARTS = 20;

/** Characters of a note. */
const MOST_NOTE = 2_000;

/** Most residents met at one door. */
const MOST_MET = 50;

/** How far a phone's clock may run ahead, and how old a visit may be that is told of, in ms. */
const AHEAD_MS = 10 * 60_000;
const KEPT_BACK_MS = 30 * 86_400_000;

/** What is checked of a visit before anything is read. */
interface Told {
  readonly id: string;
  readonly household: string;
  readonly at: Date;
  readonly outcome: string;
  readonly met: readonly string[];
  readonly note?: string | null | undefined;
}

/** Whether it is too late to tell of a visit made then. */
export function isTooLate(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() > KEPT_BACK_MS;
}

/**
 * Throws unless a visit can be taken in, as far as it itself tells.
 * @throws Refusal ID_INVALID, VISIT_TIME_INVALID, VISIT_MET_INVALID, TEXT_TOO_LONG, NUMBER_IN_TEXT
 */
export function assertVisit(visit: Told, now: Date): void {
  if (!isId(visit.id)) throw new Refusal('ID_INVALID', {}, ['id']);
  const age = now.getTime() - visit.at.getTime();
  if (age < -AHEAD_MS || isTooLate(visit.at, now))
    throw new Refusal('VISIT_TIME_INVALID', { days: KEPT_BACK_MS / 86_400_000 }, ['at']);
  if (visit.met.length > MOST_MET || (visit.met.length > 0 && visit.outcome !== 'MET'))
    throw new Refusal('VISIT_MET_INVALID', {}, ['met']);
  if (visit.note == null) return;
  if (visit.note.length > MOST_NOTE) throw new Refusal('TEXT_TOO_LONG', { max: MOST_NOTE }, ['note']);
  assertNoNumber(visit.note, ['note']);
}

/**
 * The parts of a visit, each of one kind.
 * @throws Refusal VISIT_PARTS_TOO_MANY, VISIT_PART_INVALID, ID_INVALID
 */
export function partsOf(parts: readonly VisitPartInput[]): Part[] {
  if (parts.length > MOST_PARTS) throw new Refusal('VISIT_PARTS_TOO_MANY', { max: MOST_PARTS }, ['parts']);
  const ids = new Set<string>();
  return parts.map((part, index) => {
    const path = ['parts', String(index)];
    const one = onlyOne(part, VISIT_PART_KINDS);
    if (one === undefined) throw new Refusal('VISIT_PART_INVALID', {}, path);
    const { kind, input } = one as Part;
    if (!isId(input.id) || ids.has(input.id))
      throw new Refusal('ID_INVALID', {}, [...path, ITEM_FIELDS[kind], 'id']);
    ids.add(input.id);
    return { kind, input, after: part.after } as Part;
  });
}

/**
 * Throws unless the day that was agreed lies after the visit, and not further ahead than the household may wait.
 * @throws Refusal VISIT_NEXT_INVALID
 */
export function assertNext(
  nextOn: Day | null | undefined,
  at: Date,
  plan: Pick<VisitPlan, 'setTier' | 'memberCount'>,
  policy: VisitPolicy,
): void {
  if (nextOn == null) return;
  const on = businessDate(at);
  const max = latestNext(plan, on, policy);
  if (nextOn <= on || nextOn > max) throw new Refusal('VISIT_NEXT_INVALID', { max }, ['nextOn']);
}
