import { type Action } from '../../auth/permissions';

/** The states of an application (办件), in the order of its life. */
export const APPLICATION_STATES = [
  'DRAFT',
  'SUBMITTED',
  'SUPPLEMENT',
  'RETURNED',
  'ACCEPTED',
  'READY',
  'REFUSED',
  'APPEALED',
  'COLLECTED',
  'WITHDRAWN',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** The states in which it has come to its end. */
const ENDED: readonly ApplicationState[] = ['COLLECTED', 'WITHDRAWN'];

/** The states in which no office has to do with it: it may go on, or never. */
const WITH_NOBODY: readonly ApplicationState[] = ['DRAFT', 'RETURNED', 'REFUSED', ...ENDED];

/** Whether no office has to do with an application in this state. */
export function isWithNobody(state: ApplicationState): boolean {
  return WITH_NOBODY.includes(state);
}

/** What a move must bring along, or what must stand there. */
export const APPLICATION_NEEDS = ['TEXT', 'MATERIALS', 'SCORE', 'COMPLETE', 'VERIFIED', 'RESULT'] as const;
export type ApplicationNeed = (typeof APPLICATION_NEEDS)[number];

/** What must be true beside the state. */
export type ApplicationGuard =
  /** It was not rated yet. */
  | 'NOT_RATED'
  /** Nobody has appealed yet. */
  | 'NOT_APPEALED'
  /** Whoever decides has not applied in somebody's name. */
  | 'NOT_OPENER'
  /** Whoever decides on an appeal is not who refused it. */
  | 'NOT_REFUSER'
  /** The result is to be brought. */
  | 'TO_BE_BROUGHT'
  /** Another step comes after the one it stands at. */
  | 'STEPS_AHEAD'
  /** None does. */
  | 'LAST_STEP';

/**
 * What a move does to the limit: none, one for taking it in, one for handling, stands still, goes on, one for an appeal; or the
 * next step begins with its own, while that of the whole stays the same.
 */
export type ApplicationClock =
  'NONE' | 'ACCEPTANCE' | 'HANDLING' | 'NEXT_STEP' | 'STOP' | 'GO_ON' | 'APPEAL' | 'SAME';

/** A move, as data. */
export interface ApplicationMoveRow {
  readonly from: readonly ApplicationState[];
  /** Where it leads; `BEFORE` is the state in which more was asked for. */
  readonly to: ApplicationState | 'SAME' | 'BEFORE';
  /** What somebody must be granted; `OF_STEP` is what the office of the step is, and `OF_APPEAL` who decides on an appeal. */
  readonly action: Action | 'OF_STEP' | 'OF_APPEAL';
  readonly needs: readonly ApplicationNeed[];
  readonly guards: readonly ApplicationGuard[];
  readonly clock: ApplicationClock;
}

/** The whole life of an application after it was opened. To add a move, add a row. */
export const APPLICATION_MOVES = {
  /** Submitted, or again after it was returned (提交). */
  SUBMIT: row(['DRAFT', 'RETURNED'], 'SUBMITTED', 'application:apply', 'ACCEPTANCE', ['COMPLETE']),
  /** Taken back by who applied (撤回). */
  WITHDRAW: row(
    ['DRAFT', 'SUBMITTED', 'SUPPLEMENT', 'RETURNED', 'ACCEPTED', 'APPEALED'],
    ...(['WITHDRAWN', 'application:apply', 'NONE'] as const),
  ),
  /** Not taken in, with what is wrong; it may be put right and submitted again (退回). */
  RETURN: row(['SUBMITTED'], 'RETURNED', 'application:handle', 'NONE', ['TEXT']),
  /** Taken in: all that is needed is there and was looked at (受理). */
  ACCEPT: row(['SUBMITTED'], 'ACCEPTED', 'application:handle', 'HANDLING', ['VERIFIED']),
  /** More is asked for; the limit stands still (要求补正). */
  ASK: row(['SUBMITTED', 'ACCEPTED'], 'SUPPLEMENT', 'application:ask', 'STOP', ['TEXT', 'MATERIALS']),
  /** What was asked for is there (补正提交). */
  SUPPLY: row(['SUPPLEMENT'], 'BEFORE', 'application:apply', 'GO_ON', ['COMPLETE']),
  /** The step that it stands at is done, and the next one begins (办结本环节). */
  FINISH_STEP: row(['ACCEPTED'], 'SAME', 'OF_STEP', 'NEXT_STEP', [], ['NOT_OPENER', 'STEPS_AHEAD']),
  /** Granted at the last step: the result is ready (准予). */
  APPROVE: row(['ACCEPTED'], 'READY', 'OF_STEP', 'NONE', ['TEXT'], ['NOT_OPENER', 'LAST_STEP']),
  /** Refused at the last step, with the reason (不予批准). */
  REFUSE: row(['ACCEPTED'], 'REFUSED', 'OF_STEP', 'NONE', ['TEXT'], ['NOT_OPENER', 'LAST_STEP']),
  /** Who applied disagrees, once (申诉). */
  APPEAL: row(['REFUSED'], 'APPEALED', 'application:apply', 'APPEAL', ['TEXT'], ['NOT_APPEALED']),
  /** Granted after all, by another person than refused it: of the street, or of the department that decided (撤销原决定). */
  OVERTURN: row(['APPEALED'], 'READY', 'OF_APPEAL', 'NONE', ['TEXT'], ['NOT_OPENER', 'NOT_REFUSER']),
  /** Left refused, by another person too (维持原决定). */
  UPHOLD: row(['APPEALED'], 'REFUSED', 'OF_APPEAL', 'NONE', ['TEXT'], ['NOT_OPENER', 'NOT_REFUSER']),
  /** Other files of the result take the place of those that were announced, or none, where it is on paper (更换结果文书). */
  REPLACE_RESULT: row(
    ['READY', 'COLLECTED'],
    'SAME',
    'application:replace-result',
    'SAME',
    ['TEXT'],
    ['NOT_OPENER'],
  ),
  /** Collected at the counter (窗口领取). */
  HAND_OVER: row(['READY'], 'COLLECTED', 'application:handle', 'NONE', ['RESULT']),
  /** Brought to the door (送证上门): it has happened by then, whatever files of it have not come. */
  BRING: row(['READY'], 'COLLECTED', 'application:bring', 'NONE', [], ['TO_BE_BROUGHT']),
  /** Rated by the resident (评价). */
  RATE: row(['COLLECTED', 'REFUSED'], 'SAME', 'application:rate', 'SAME', ['SCORE'], ['NOT_RATED']),
} as const satisfies Record<string, ApplicationMoveRow>;
export type ApplicationMove = keyof typeof APPLICATION_MOVES;
export const APPLICATION_MOVE_NAMES = Object.keys(APPLICATION_MOVES) as readonly ApplicationMove[];

/** Where materials and answers may still be added by who applied. */
export const AMENDABLE: readonly ApplicationState[] = ['DRAFT', 'SUPPLEMENT', 'RETURNED'];

/** With which moves files of the result may come. */
export const WITH_RESULT: readonly ApplicationMove[] = ['APPROVE', 'OVERTURN', 'REPLACE_RESULT'];

/** The row of a move. */
export function applicationMove(move: ApplicationMove): ApplicationMoveRow {
  return APPLICATION_MOVES[move];
}

/** What is wrong with a table of moves: a state that cannot be reached, or that cannot be left and is no end. */
export function flawsOfApplications(
  moves: readonly ApplicationMoveRow[] = Object.values(APPLICATION_MOVES),
): readonly string[] {
  const leadTo = ({ from, to }: ApplicationMoveRow): readonly ApplicationState[] => {
    if (to === 'SAME') return [];
    return to === 'BEFORE' ? moves.filter((each) => each.to === from[0]).flatMap((each) => each.from) : [to];
  };
  const reached = new Set<ApplicationState>(['DRAFT']);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const each of moves)
      if (each.from.some((state) => reached.has(state))) for (const to of leadTo(each)) reached.add(to);
  }
  const left = new Set(moves.filter((each) => leadTo(each).length > 0).flatMap(({ from }) => from));
  return [
    ...APPLICATION_STATES.filter((state) => !reached.has(state)).map((state) => `${state} cannot be reached`),
    ...APPLICATION_STATES.filter((state) => !ENDED.includes(state) && !left.has(state)).map(
      (state) => `${state} cannot be left`,
    ),
    ...ENDED.filter((state) => left.has(state)).map((state) => `${state} is an end and is left`),
  ];
}

function row(
  from: readonly ApplicationState[],
  to: ApplicationMoveRow['to'],
  action: ApplicationMoveRow['action'],
  clock: ApplicationClock,
  needs: readonly ApplicationNeed[] = [],
  guards: readonly ApplicationGuard[] = [],
): ApplicationMoveRow {
  return { from, to, action, clock, needs, guards };
}

const flaws = flawsOfApplications();
if (flaws.length > 0) throw new Error(`The table of moves is not whole: ${flaws.join('; ')}.`);
