/** The states of a case, in the order of its life. Names follow the practice of digital city management (GB/T 30428). */
export const CASE_STATES = [
  'REPORTED',
  'FILED',
  'DISPATCHED',
  'HANDLING',
  'HANDLED',
  'SUSPENDED',
  'CLOSED',
  'DECLINED',
  'CANCELLED',
  'MERGED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** The states in which a case has come to its end: nobody holds it. */
const ENDED: readonly CaseState[] = ['CLOSED', 'DECLINED', 'CANCELLED', 'MERGED'];

/** Whether a case in this state has come to its end. */
export function isEnded(state: CaseState): boolean {
  return ENDED.includes(state);
}

/** Who holds the case after a move. */
export type NextHolder =
  /** The same as before. */
  | 'SAME'
  /** The area one level up. */
  | 'LEVEL_ABOVE'
  /** The area of whoever makes the move. */
  | 'OWN_AREA'
  /** The department that is named. */
  | 'DEPARTMENT'
  /** The department to which the rules of its district bring it. */
  | 'LEAD'
  /** Whoever sent it to the present holder. */
  | 'SENDER'
  /** The department that had it last. */
  | 'HANDLER'
  /** The area that had it last. */
  | 'LAST_AREA'
  /** Nobody: it is settled. */
  | 'NOBODY';

/** What a move must bring along, in the order in which a form asks for it. */
export const MOVE_NEEDS = [
  'CASE',
  'DEPARTMENT',
  'PARTS',
  'TEXT',
  'UNTIL',
  'RESULT_EVIDENCE',
  'VERIFIED_RESULT',
  'CLOSING_CONDITION',
  'SCORE',
] as const;
export type MoveNeed = (typeof MOVE_NEEDS)[number];

/** What must be true of a case, beside its state, before a move can be made. */
export type MoveGuard =
  /** Somebody sent it to the present holder. */
  | 'HAS_SENDER'
  /** They did so themselves, by escalating or dispatching it. */
  | 'SENT_BY_HAND'
  /** The holder asked for more time, and nobody has answered. */
  | 'EXTENSION_ASKED'
  | 'NO_EXTENSION_ASKED'
  /** The reporter has not said yet how content they are. */
  | 'NOT_RATED'
  /** It was not closed too long ago. */
  | 'CLOSED_LATELY'
  /** No other case was merged into it. */
  | 'NO_DUPLICATES'
  /** It is not itself a part of another case. */
  | 'WHOLE'
  /** Every part into which it was split has come to its end. */
  | 'PARTS_ENDED'
  /** If it is a dispute, a mediation has come to an outcome. */
  | 'MEDIATED'
  /** The department that handled it took it on itself. */
  | 'TAKEN_ON'
  /** Somebody nearby, who did not report it back, has looked since and found it done. */
  | 'RECHECKED';

/** What a move does to the clock, where that is not what follows from holder and state. */
export type ClockEffect =
  /** It stands still; what is left of it is kept. */
  | 'PAUSE'
  /** It goes on with what was left of it. */
  | 'GO_ON'
  /** It ends when the holder asked for. */
  | 'EXTEND';

interface Move {
  readonly from: readonly CaseState[];
  /** Another state, the same one, or that in which it was suspended or merged. */
  readonly to: CaseState | 'SAME' | 'BEFORE';
  readonly holder: NextHolder;
  readonly needs: readonly MoveNeed[];
  readonly guards?: readonly MoveGuard[];
  readonly clock?: ClockEffect;
}

const OPEN = ['REPORTED', 'FILED', 'DISPATCHED', 'HANDLING', 'HANDLED', 'SUSPENDED'] as const;

/** The whole life of a case after its report. To add a step, add a row. */
export const CASE_MOVES = {
  /** Taken on by the level that has it (立案). */
  FILE: { from: ['REPORTED'], to: 'FILED', holder: 'SAME', needs: [] },
  /** Not a matter to be dealt with, for a reason (不予立案). */
  DECLINE: {
    ...{ from: ['REPORTED'], to: 'DECLINED', holder: 'NOBODY', needs: ['TEXT'] },
    guards: ['PARTS_ENDED'],
  },
  /** Taken back by whoever reported it, before anybody has taken it on (撤销). */
  CANCEL: {
    ...{ from: ['REPORTED'], to: 'CANCELLED', holder: 'NOBODY', needs: ['TEXT'] },
    guards: ['PARTS_ENDED'],
  },
  /** Settled on the spot by whoever holds it (自办自结). */
  SOLVE: {
    ...{ from: ['REPORTED', 'FILED'], to: 'CLOSED', holder: 'NOBODY', needs: ['TEXT'] },
    guards: ['PARTS_ENDED', 'MEDIATED'],
  },
  /** One level up, with a reason (上报). */
  ESCALATE: { from: ['REPORTED', 'FILED'], to: 'REPORTED', holder: 'LEVEL_ABOVE', needs: ['TEXT'] },
  /** To the department that answers for it (派遣). */
  DISPATCH: { from: ['REPORTED', 'FILED'], to: 'DISPATCHED', holder: 'DEPARTMENT', needs: ['DEPARTMENT'] },
  /** To several departments: one leads, and each that helps gets a part, a case of its own (分办：主办、协办). */
  SPLIT: {
    ...{ from: ['REPORTED', 'FILED'], to: 'DISPATCHED', holder: 'DEPARTMENT' },
    ...{ needs: ['DEPARTMENT', 'PARTS'], guards: ['WHOLE'] },
  },
  /** What one sent by oneself and nobody has taken on yet: back to oneself (撤回). */
  WITHDRAW: {
    ...{ from: ['REPORTED', 'DISPATCHED'], to: 'REPORTED', holder: 'SENDER', needs: ['TEXT'] },
    guards: ['SENT_BY_HAND'],
  },
  /** Wrongly sent: back to the sender, with a reason (退回). */
  RETURN: {
    ...{ from: ['REPORTED', 'DISPATCHED'], to: 'REPORTED', holder: 'SENDER', needs: ['TEXT'] },
    guards: ['HAS_SENDER'],
  },
  /** A level above takes what one below has (接管). */
  TAKE_OVER: { from: ['REPORTED', 'FILED'], to: 'REPORTED', holder: 'OWN_AREA', needs: ['TEXT'] },
  /** The department takes it on (接收). */
  ACCEPT: { from: ['DISPATCHED'], to: 'HANDLING', holder: 'SAME', needs: [] },
  /** The department to which the rules of the district bring it takes it before anybody sends it (认领). */
  TAKE_ON: { from: ['REPORTED', 'FILED'], to: 'HANDLING', holder: 'LEAD', needs: [] },
  /** The department asks for more time, until when and why (申请延时). */
  ASK_EXTENSION: {
    ...{ from: ['HANDLING'], to: 'SAME', holder: 'SAME', needs: ['TEXT', 'UNTIL'] },
    guards: ['NO_EXTENSION_ASKED'],
  },
  /** It gets the time (同意延时). */
  GRANT_EXTENSION: {
    ...{ from: ['HANDLING'], to: 'SAME', holder: 'SAME', needs: [] },
    ...{ guards: ['EXTENSION_ASKED'], clock: 'EXTEND' },
  },
  /** It does not, for a reason (不同意延时). */
  REFUSE_EXTENSION: {
    ...{ from: ['HANDLING'], to: 'SAME', holder: 'SAME', needs: ['TEXT'] },
    guards: ['EXTENSION_ASKED'],
  },
  /** The same matter as another case, which goes on for both (并案). */
  MERGE: {
    ...{ from: ['REPORTED', 'FILED'], to: 'MERGED', holder: 'NOBODY', needs: ['CASE', 'TEXT'] },
    ...{ guards: ['NO_DUPLICATES', 'WHOLE', 'PARTS_ENDED'], clock: 'PAUSE' },
  },
  /** Not the same matter after all (撤销并案): with whoever had it, as it was, the clock with what was left of it. */
  UNMERGE: { from: ['MERGED'], to: 'BEFORE', holder: 'SAME', needs: ['TEXT'], clock: 'GO_ON' },
  /** Cannot be dealt with for now: into the pool of problems, where its clock stands still (挂账). */
  SUSPEND: {
    ...{ from: ['FILED', 'HANDLING'], to: 'SUSPENDED', holder: 'SAME', needs: ['TEXT'] },
    clock: 'PAUSE',
  },
  /** Out of the pool (销账恢复): the clock goes on with what was left of it. */
  RESUME: { from: ['SUSPENDED'], to: 'BEFORE', holder: 'SAME', needs: ['TEXT'], clock: 'GO_ON' },
  /** A level above presses for it (督办). */
  SUPERVISE: { from: OPEN, to: 'SAME', holder: 'SAME', needs: ['TEXT'] },
  /** Done: what was found and done, with a picture of the result (处置反馈). */
  REPORT_BACK: {
    ...{ from: ['HANDLING'], to: 'HANDLED', holder: 'SENDER', needs: ['TEXT', 'RESULT_EVIDENCE'] },
  },
  /** Somebody nearby has looked at the result (现场核查). */
  INSPECT: { from: ['HANDLED'], to: 'SAME', holder: 'SAME', needs: ['TEXT'] },
  /** Checked and closed (核查结案). */
  CLOSE: {
    ...{ from: ['HANDLED'], to: 'CLOSED', holder: 'NOBODY' },
    ...{ needs: ['VERIFIED_RESULT', 'CLOSING_CONDITION'], guards: ['PARTS_ENDED', 'MEDIATED'] },
  },
  /** Closed by the department that took it on itself, once somebody else has seen that it is done (销号). */
  STRIKE_OFF: {
    ...{ from: ['HANDLED'], to: 'CLOSED', holder: 'NOBODY' },
    needs: ['VERIFIED_RESULT', 'CLOSING_CONDITION'],
    guards: ['PARTS_ENDED', 'MEDIATED', 'TAKEN_ON', 'RECHECKED'],
  },
  /** The check failed: back to whoever handled it, with a reason (核查不通过). */
  SEND_BACK: { from: ['HANDLED'], to: 'HANDLING', holder: 'HANDLER', needs: ['TEXT'] },
  /** The reporter was asked afterwards (回访). */
  FOLLOW_UP: { from: ['CLOSED'], to: 'SAME', holder: 'NOBODY', needs: ['TEXT'] },
  /** The reporter says how content they are (评价). */
  RATE: { from: ['CLOSED'], to: 'SAME', holder: 'NOBODY', needs: ['SCORE'], guards: ['NOT_RATED'] },
  /** It is not settled after all (重新受理). */
  REOPEN: {
    ...{ from: ['CLOSED'], to: 'REPORTED', holder: 'LAST_AREA', needs: ['TEXT'] },
    guards: ['WHOLE', 'CLOSED_LATELY'],
  },
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

/** The states that a move can lead to from another: only what goes on where it was has two. */
export function statesAfter(name: CaseMove, from: CaseState): readonly CaseState[] {
  const { to } = moveOf(name);
  if (to === 'BEFORE') return moveOf(name === 'RESUME' ? 'SUSPEND' : 'MERGE').from;
  return [to === 'SAME' ? from : to];
}

/** What says in which state a case was: the one that was kept, or that a department has it. */
export interface StateBefore {
  readonly was?: CaseState | undefined;
  readonly isWithDepartment: boolean;
}

/** The state after a move of a case. */
export function stateAfter(
  name: CaseMove,
  from: CaseState,
  { was, isWithDepartment }: StateBefore,
): CaseState {
  const { to } = moveOf(name);
  if (to === 'BEFORE') return was ?? (isWithDepartment ? 'HANDLING' : 'FILED');
  return to === 'SAME' ? from : to;
}

/** What is wrong with the table: a state that cannot be reached, or one that is not final and has no way out. */
export function flawsOfMachine(): readonly string[] {
  const reached = new Set<CaseState>(['REPORTED']);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const state of [...reached])
      for (const name of movesFrom(state)) statesAfter(name, state).forEach((next) => reached.add(next));
  }
  const leadsOut = (state: CaseState) =>
    movesFrom(state).some((name) => statesAfter(name, state).some((next) => next !== state));
  return CASE_STATES.flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state} cannot be reached`]),
    ...(isEnded(state) || leadsOut(state) ? [] : [`${state} has no way out`]),
  ]);
}

const flaws = flawsOfMachine();
if (flaws.length > 0) throw new Error(`The table of case moves is not whole: ${flaws.join('; ')}.`);
