/** The states of a case, in the order of its life. Names follow the practice of digital city management (GB/T 30428). */
export const CASE_STATES = ['REPORTED', 'DISPATCHED', 'HANDLING', 'HANDLED', 'CLOSED'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Who holds the case after a move. */
export type NextHolder =
  /** The same as before. */
  | 'SAME'
  /** The area one level up. */
  | 'LEVEL_ABOVE'
  /** The department that is named. */
  | 'DEPARTMENT'
  /** Whoever had it before the present holder. */
  | 'PREVIOUS'
  /** Nobody: it is settled. */
  | 'NOBODY';

/** What a move must bring along. */
export type MoveNeed = 'TEXT' | 'RESULT_EVIDENCE' | 'VERIFIED_RESULT';

interface Move {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly holder: NextHolder;
  readonly needs: readonly MoveNeed[];
}

/** The whole life of a case after its report. To add a step, add a row. */
export const CASE_MOVES = {
  /** Settled on the spot by whoever holds it (自办自结). */
  SOLVE: { from: ['REPORTED'], to: 'CLOSED', holder: 'NOBODY', needs: ['TEXT'] },
  /** One level up, with a reason (上报). */
  ESCALATE: { from: ['REPORTED'], to: 'REPORTED', holder: 'LEVEL_ABOVE', needs: ['TEXT'] },
  /** To the department that answers for it (派遣). */
  DISPATCH: { from: ['REPORTED'], to: 'DISPATCHED', holder: 'DEPARTMENT', needs: [] },
  /** The department takes it on (接收). */
  ACCEPT: { from: ['DISPATCHED'], to: 'HANDLING', holder: 'SAME', needs: [] },
  /** Wrongly dispatched: back to the sender, with a reason (退回). */
  RETURN: { from: ['DISPATCHED'], to: 'REPORTED', holder: 'PREVIOUS', needs: ['TEXT'] },
  /** Done: what was found and done, with a picture of the result (处置反馈). */
  REPORT_BACK: { from: ['HANDLING'], to: 'HANDLED', holder: 'PREVIOUS', needs: ['TEXT', 'RESULT_EVIDENCE'] },
  /** Checked and closed (核查结案). */
  CLOSE: { from: ['HANDLED'], to: 'CLOSED', holder: 'NOBODY', needs: ['VERIFIED_RESULT'] },
  /** The check failed: back to whoever handled it, with a reason (核查不通过). */
  SEND_BACK: { from: ['HANDLED'], to: 'HANDLING', holder: 'PREVIOUS', needs: ['TEXT'] },
} as const satisfies Record<string, Move>;

export type CaseMove = keyof typeof CASE_MOVES;
export const CASE_MOVE_NAMES = Object.keys(CASE_MOVES) as readonly CaseMove[];

/** The row of a move, in its general form. */
export function moveOf(name: CaseMove): Move {
  return CASE_MOVES[name];
}

/** The moves that lead on from a state. */
export function movesFrom(state: CaseState): readonly CaseMove[] {
  return CASE_MOVE_NAMES.filter((name) => moveOf(name).from.includes(state));
}

/** What is wrong with the table: a state that cannot be reached, or one that is not final and has no way out. */
export function flawsOfMachine(): readonly string[] {
  const reached = new Set<CaseState>(['REPORTED']);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const state of [...reached]) movesFrom(state).forEach((name) => reached.add(moveOf(name).to));
  }
  return CASE_STATES.flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state} cannot be reached`]),
    ...(state === 'CLOSED' || movesFrom(state).length > 0 ? [] : [`${state} has no way out`]),
  ]);
}

const flaws = flawsOfMachine();
if (flaws.length > 0) throw new Error(`The table of case moves is not whole: ${flaws.join('; ')}.`);
