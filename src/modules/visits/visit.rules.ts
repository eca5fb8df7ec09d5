import { type Day, businessDate } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { assertNoNumber } from '../privacy/access-record.rules';
import { type VisitPartInput } from './visit.input';
import { latestNext, type VisitPlan, type VisitPolicy } from './visit-plan.rules';

/** What a visit can bring home, each with its field in the input. */
export const PART_FIELDS = {
  NEW_RESIDENT: 'newResident',
  RESIDENT_UPDATE: 'residentUpdate',
  RESIDENT_MOVE: 'residentMove',
  RESIDENCE_END: 'residenceEnd',
  CASE: 'case',
  NOTE: 'note',
} as const;
export type VisitPartKind = keyof typeof PART_FIELDS;
export const VISIT_PART_KINDS = Object.keys(PART_FIELDS) as [VisitPartKind, ...VisitPartKind[]];

/** Something a visit brought home, which has an id of its own. */
export type Part = {
  [Kind in VisitPartKind]: {
    readonly kind: Kind;
    readonly input: NonNullable<VisitPartInput[(typeof PART_FIELDS)[Kind]]>;
  };
}[VisitPartKind];

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

/**
 * Throws unless a visit can be taken in, as far as it itself tells.
 * @throws Refusal ID_INVALID, VISIT_TIME_INVALID, VISIT_MET_INVALID, TEXT_TOO_LONG, NUMBER_IN_TEXT
 */
export function assertVisit(visit: Told, now: Date): void {
  if (!isId(visit.id)) throw new Refusal('ID_INVALID', {}, ['id']);
  const age = now.getTime() - visit.at.getTime();
  if (age < -AHEAD_MS || age > KEPT_BACK_MS)
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
    const given = VISIT_PART_KINDS.filter((kind) => part[PART_FIELDS[kind]] != null);
    const [kind, ...others] = given;
    const input = kind && part[PART_FIELDS[kind]];
    if (kind === undefined || input == null || others.length > 0)
      throw new Refusal('VISIT_PART_INVALID', {}, path);
    if (!isId(input.id) || ids.has(input.id))
      throw new Refusal('ID_INVALID', {}, [...path, PART_FIELDS[kind], 'id']);
    ids.add(input.id);
    return { kind, input } as Part;
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
