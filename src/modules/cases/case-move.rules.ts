import { isWithin } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { type Evidence } from '../evidence/evidence.type';
import { arrivalOf, senderOf } from './case-ladder.rules';
import { isDispute, isMediated } from './case-mediation.rules';
import { absorbedBy } from './case-merge.rules';
import { assertParts, openPartsOf, type PartWanted } from './case-split.rules';
import { type CaseMove, type CaseState, type MoveGuard, type MoveNeed, moveOf } from './case.machine';
import { type CaseStep, closingOf, MOST_TEXT } from './case.rules';
import { type Case } from './case.type';
import { MOVE_NAMES, STATE_NAMES, STEP_NAMES } from './case.words';

/** Throws unless the text has something in it and is not too long. */
export function assertText(text: string, path: readonly string[], max = MOST_TEXT): void {
  if (text.trim() === '') throw new Refusal('TEXT_REQUIRED', {}, path);
  if (text.length > max) throw new Refusal('TEXT_TOO_LONG', { max }, path);
}

/** Throws a refusal unless `move` can be made from `state`. */
export function assertMove(move: CaseMove, state: CaseState): void {
  if (!moveOf(move).from.includes(state)) {
    throw new Refusal('MOVE_NOT_ALLOWED', { state: STATE_NAMES[state], move: MOVE_NAMES[move] });
  }
}

/** For how long after it was closed a case can be reopened, in days. The figure is ours: cities differ. */
export const REOPEN_DAYS = 15;

const DAY_MS = 86_400_000;

type GuardedCase = Pick<Case, 'steps' | 'partOf' | 'category'>;

const GUARDS: Readonly<Record<MoveGuard, (found: GuardedCase, now: Date) => void>> = {
  HAS_SENDER: ({ steps }) => {
    if (senderOf(steps) === undefined) throw new Refusal('NOBODY_TO_RETURN_TO');
  },
  SENT_BY_HAND: ({ steps }) => {
    const by = arrivalOf(steps)?.move;
    if (by !== 'ESCALATE' && by !== 'DISPATCH' && by !== 'SPLIT') throw new Refusal('NOTHING_TO_WITHDRAW');
  },
  EXTENSION_ASKED: ({ steps }) => {
    if (extensionAsked(steps) === undefined) throw new Refusal('NO_EXTENSION_ASKED');
  },
  NO_EXTENSION_ASKED: ({ steps }) => {
    if (extensionAsked(steps) !== undefined) throw new Refusal('EXTENSION_PENDING');
  },
  NO_DUPLICATES: ({ steps }) => {
    if (absorbedBy(steps).length > 0) throw new Refusal('HAS_DUPLICATES');
  },
  WHOLE: ({ partOf }) => {
    if (partOf !== undefined) throw new Refusal('PART_OF_ANOTHER');
  },
  PARTS_ENDED: ({ steps }) => {
    const open = openPartsOf(steps);
    if (open.length > 0)
      throw new Refusal('PARTS_OPEN', {
        departments: open.map(({ department }) => department.name).join('、'),
      });
  },
  MEDIATED: (found) => {
    if (isDispute(found) && !isMediated(found)) throw new Refusal('NOT_MEDIATED');
  },
  TAKEN_ON: ({ steps }) => {
    if (!isTakenOn(steps)) throw new Refusal('NOT_TAKEN_ON');
  },
  RECHECKED: ({ steps }) => {
    if (!isRechecked(steps)) throw new Refusal('NOT_RECHECKED');
  },
  NOT_RATED: ({ steps }) => {
    if (steps.slice(closingOf(steps)).some(({ move }) => move === 'RATE')) throw new Refusal('RATED_ALREADY');
  },
  CLOSED_LATELY: ({ steps }, now) => {
    const closed = Date.parse(steps[closingOf(steps)]?.at ?? '');
    if (now.getTime() > closed + REOPEN_DAYS * DAY_MS) {
      throw new Refusal('REOPEN_WINDOW_OVER', { days: REOPEN_DAYS });
    }
  },
};

/** Throws a refusal unless the case is as the move wants it, beside its state. */
export function assertGuards(move: CaseMove, found: GuardedCase, now: Date): void {
  for (const guard of moveOf(move).guards ?? []) GUARDS[guard](found, now);
}

/** The holder's request for more time that nobody has answered; it lapses when the case leaves them. */
export function extensionAsked(steps: readonly CaseStep[]): CaseStep | undefined {
  const last = steps.findLast(({ move }) => !BESIDE_AN_EXTENSION.includes(move));
  return last?.move === 'ASK_EXTENSION' ? last : undefined;
}

/** Whether the department that has the case, or had it last, took it on itself. */
function isTakenOn(steps: readonly CaseStep[]): boolean {
  return steps.findLast(({ move }) => COMING.includes(move))?.move === 'TAKE_ON';
}

/** How a case comes to a department. */
const COMING: readonly CaseStep['move'][] = ['DISPATCH', 'SPLIT', 'TAKE_ON'];

/** Whether another person than reported the result back has looked at it since, and found last that it is done. */
function isRechecked(steps: readonly CaseStep[]): boolean {
  const handled = steps.findLastIndex(({ move }) => move === 'REPORT_BACK');
  const others = steps
    .slice(handled)
    .filter(({ move, by }) => move === 'INSPECT' && by.id !== steps[handled]?.by.id);
  return others.at(-1)?.met === true;
}

/** What happens while a request for more time stands, and leaves it as it is. */
const BESIDE_AN_EXTENSION: readonly CaseStep['move'][] = [
  ...(['SUPERVISE', 'OVERDUE', 'ABSORB', 'RELEASE', 'PART_ENDED', 'MEDIATE'] as const),
];

/** What a move brings along, as far as its needs must know. */
export interface MoveFacts {
  readonly text?: string | undefined;
  /** Evidence that is on the case already. */
  readonly present: readonly Pick<Evidence, 'role' | 'status'>[];
  /** Evidence that comes with the move. */
  readonly coming: readonly Pick<Evidence, 'role'>[];
  /** The department that is named: its code, and what there is under it. */
  readonly department?: { readonly code: string; readonly found?: Department | undefined } | undefined;
  readonly until?: Date | undefined;
  readonly score?: number | undefined;
  readonly conditionMet?: boolean | undefined;
  /** Id of the case that it is merged into. */
  readonly into?: string | undefined;
  /** The parts into which it is split. */
  readonly parts?: readonly PartWanted[];
  /** The case as it stands. */
  readonly standing: Pick<Case, 'id' | 'area' | 'clock' | 'steps'>;
}

type Department = Readonly<Record<'area' | 'code' | 'name', string>>;

const NEEDS: Readonly<Record<MoveNeed, (facts: MoveFacts) => void>> = {
  CASE: ({ into }) => {
    if (into === undefined) throw new Refusal('MERGE_NOT_POSSIBLE', {}, ['into']);
  },
  DEPARTMENT: ({ department, standing }) => {
    const found = department?.found;
    if (found === undefined)
      throw new Refusal('DEPARTMENT_UNKNOWN', { department: department?.code ?? '' }, ['department']);
    if (!isWithin(standing.area, found.area))
      throw new Refusal('DEPARTMENT_OUT_OF_AREA', { department: found.name }, ['department']);
  },
  PARTS: ({ parts = [], standing, department }) => {
    assertParts(parts, standing, department?.code);
  },
  TEXT: ({ text }) => {
    assertText(text ?? '', ['text']);
  },
  UNTIL: ({ until, standing: { clock } }) => {
    if (until === undefined || clock === undefined || until <= clock.dueAt)
      throw new Refusal('EXTENSION_TOO_SHORT', {}, ['until']);
    if (until.getTime() > clock.dueAt.getTime() + MOST_EXTENSION_DAYS * DAY_MS)
      throw new Refusal('EXTENSION_TOO_LONG', { days: MOST_EXTENSION_DAYS }, ['until']);
  },
  RESULT_EVIDENCE: ({ present, coming }) => {
    const result = [...present.filter(({ status }) => status !== 'REJECTED'), ...coming];
    if (!result.some(({ role }) => role === 'AFTER'))
      throw new Refusal('EVIDENCE_REQUIRED', {}, ['evidence']);
  },
  VERIFIED_RESULT: ({ present }) => {
    const verified = present.some(({ role, status }) => role === 'AFTER' && status === 'VERIFIED');
    if (!verified) throw new Refusal('EVIDENCE_NOT_VERIFIED');
  },
  CLOSING_CONDITION: ({ conditionMet }) => {
    if (conditionMet !== true) throw new Refusal('CONDITION_NOT_CONFIRMED', {}, ['conditionMet']);
  },
  SCORE: ({ score = 0 }) => {
    if (!Number.isInteger(score) || score < 1 || score > 5) throw new Refusal('SCORE_INVALID', {}, ['score']);
  },
};

/** Most days that an extension gives beyond what is due. The figure is ours. */
export const MOST_EXTENSION_DAYS = 60;

/** Throws a refusal unless the move brings all it needs. */
export function assertNeeds(move: CaseMove, facts: MoveFacts): void {
  if (facts.text !== undefined && facts.text.length > MOST_TEXT) assertText(facts.text, ['text']);
  for (const need of moveOf(move).needs) NEEDS[need](facts);
}

/** The refusal that tells what happened to the case in the meantime. */
export function conflictWith(standing: Case, path: readonly string[] = []): Refusal {
  const last = standing.steps.at(-1);
  const who = last?.by.name ?? '';
  const words = STEP_NAMES[last?.move ?? 'REPORT'];
  const when = last?.at.replace(/\.\d+Z$/, 'Z') ?? '';
  return new Refusal(
    'CONFLICT',
    { what: { zh: `${who}于 ${when} 执行“${words.zh}”`, en: `${who}, ${words.en}, ${when}` } },
    path,
  );
}
