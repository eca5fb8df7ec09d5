import { isWithin } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { beginningOf } from '../../shared/text';
import { firstLink, linkAfter, withStep } from './case-chain.rules';
import { isEnding } from './case-merge.rules';
import { type CaseState } from './case.machine';
import { type CaseStep, type Custodian } from './case.rules';
import { type Case } from './case.type';

/** Most departments that help with a case at once, beside the one that leads: ten in all. */
export const MOST_PARTS = 9;

/** Most characters of what is asked of a department that helps. */
export const MOST_PART_TEXT = 200;

/** Most characters of what came of a part, as the case that it is a part of tells it. */
const MOST_OUTCOME = 200;

/** A part as a request asks for it: its department by its code, and what there is under it. */
export interface PartWanted {
  readonly id: string;
  readonly text: string;
  readonly code: string;
  readonly department?: Readonly<Record<'area' | 'code' | 'name', string>> | undefined;
}

/** A part as the case tells it that was split. */
export interface CasePart {
  readonly id: string;
  /** The department that helps. */
  readonly department: Custodian;
  /** What was asked of it. */
  readonly text: string;
  /** When it came to its end, how, and what came of it; absent while it is open. */
  readonly endedAt?: Date | undefined;
  readonly state?: CaseState | undefined;
  readonly outcome?: string | undefined;
}

/** The parts into which a case was split, oldest first. */
export function partsOf(steps: readonly CaseStep[]): readonly CasePart[] {
  const ends = new Map(steps.flatMap((step) => (step.move === 'PART_ENDED' ? [[step.other, step]] : [])));
  return steps.flatMap(({ parts = [] }) =>
    parts.map(({ id, holder: department, text }) => {
      const end = ends.get(id);
      const ended = end && { endedAt: new Date(end.at), state: end.became, outcome: end.text };
      return { id, department, text, ...ended };
    }),
  );
}

/** Those that have not come to their end. */
export function openPartsOf(steps: readonly CaseStep[]): readonly CasePart[] {
  return partsOf(steps).filter(({ endedAt }) => endedAt === undefined);
}

/** The case to which it is told that a part of it ends by this move; undefined for any other. */
export function wholeEndedBy(move: CaseStep['move'], { partOf }: Pick<Case, 'partOf'>): string | undefined {
  return isEnding(move) ? partOf : undefined;
}

/**
 * Throws unless a case can be split so: into one part or more for departments that serve its place, each once and not the one that
 * leads, each part with an id of its own and with what is asked.
 * @throws Refusal PARTS_INVALID, DEPARTMENT_UNKNOWN, DEPARTMENT_OUT_OF_AREA
 */
export function assertParts(
  wanted: readonly PartWanted[],
  { area, id, steps }: Pick<Case, 'area' | 'id' | 'steps'>,
  lead: string | undefined,
): void {
  const most = MOST_PARTS - openPartsOf(steps).length;
  if (wanted.length < 1 || wanted.length > most) throw new Refusal('PARTS_INVALID', FIGURES, ['parts']);
  const [ids, codes] = [new Set([id]), new Set(lead === undefined ? [] : [lead])];
  for (const [index, { id: own, text, code, department }] of wanted.entries()) {
    const path = ['parts', String(index)];
    if (!isId(own) || ids.has(own)) throw new Refusal('PARTS_INVALID', FIGURES, [...path, 'id']);
    if (codes.has(code)) throw new Refusal('PARTS_INVALID', FIGURES, [...path, 'department']);
    if (text.trim() === '' || text.length > MOST_PART_TEXT)
      throw new Refusal('PARTS_INVALID', FIGURES, [...path, 'text']);
    if (department === undefined)
      throw new Refusal('DEPARTMENT_UNKNOWN', { department: code }, [...path, 'department']);
    if (!isWithin(area, department.area))
      throw new Refusal('DEPARTMENT_OUT_OF_AREA', { department: department.name }, [...path, 'department']);
    ids.add(own);
    codes.add(code);
  }
}

const FIGURES = { max: MOST_PARTS, length: MOST_PART_TEXT };

/** The parts as the step tells them by which a case is split. */
export function partsIn(wanted: readonly PartWanted[]): CaseStep['parts'] {
  return wanted.flatMap(({ id, text, department }) =>
    department === undefined
      ? []
      : [
          {
            id,
            text: text.trim(),
            holder: { level: 'DEPARTMENT', code: department.code, name: department.name },
          },
        ],
  );
}

/**
 * A part of a case, as it is before it is dispatched: a case of its own in the same place, reported by whoever splits, and with
 * the area that has the case.
 */
export function newPart(found: Case, id: string, text: string, { at, by, fingerprint }: CaseStep): Case {
  const { area, areaNames, grid, address, point, category, urgency, holder, id: partOf } = found;
  const reported = { text, category, area, address, point, partOf };
  const step: CaseStep = { id, move: 'REPORT', at, by, holder, fingerprint };
  return {
    ...{ id, version: 1, state: 'REPORTED', urgency, ...reported, areaNames, grid, holder },
    ...{ source: 'STAFF', reporter: by, reportedAt: new Date(at), updatedAt: new Date(at), steps: [step] },
    link: linkAfter(firstLink(reported), step),
  };
}

/** The case that was split, once a part of it has come to its end: it says so, and nothing else of it moves. */
export function besidePartEnd(lead: Case, part: Case): Case {
  const end = part.steps.at(-1);
  if (end === undefined) return lead;
  const said = end.text ?? part.steps.findLast(({ move }) => move === 'REPORT_BACK')?.text;
  const { id, at, by, fingerprint } = end;
  const step: CaseStep = {
    ...{ id, at, by, fingerprint, move: 'PART_ENDED', text: said && beginningOf(said, MOST_OUTCOME) },
    ...{ holder: lead.holder, other: part.id, became: part.state },
  };
  return { ...lead, version: lead.version + 1, updatedAt: new Date(at), ...withStep(lead, step) };
}
