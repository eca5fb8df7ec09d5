import { type Actor, type Appointment } from '../../auth/actor';
import { type Action, grantFor, isOfHolders, mayEver } from '../../auth/permissions';
import { type Clock } from '../../shared/clock';
import { Refusal } from '../../shared/errors';
import { CASE_MOVE_NAMES, type CaseMove } from './case.machine';
import { assertGuards, assertMove } from './case-move.rules';
import { targetOf } from './case-target.rules';
import { type Case } from './case.type';
import { MOVE_NAMES } from './case.words';

/** A move of a case as it stands for somebody: what they may do, or why they may not. */
export interface CaseActionFacts {
  readonly move: CaseMove;
  readonly whyNot?: Refusal | undefined;
}

/** Who can make which move of a case now, so that clients draw buttons without knowing the rules. */
export class CaseActionService {
  constructor(private readonly clock: Clock) {}

  /** The moves that the actor's posts can ever make, in the order of a case's life, each with what stands against it. */
  of(actor: Actor, found: Case): CaseActionFacts[] {
    const own = CASE_MOVE_NAMES.filter((move) => mayEver(actor, actionOf(move)));
    return own.map((move) => ({ move, whyNot: this.#whyNot(actor, move, found) }));
  }

  #whyNot(actor: Actor, move: CaseMove, found: Case): Refusal | undefined {
    try {
      appointmentFor(actor, move, found, this.clock.now());
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

/**
 * By which appointment the actor can make a move now, whatever it must bring along.
 * @throws Refusal MOVE_NOT_ALLOWED, NOT_HOLDER, MOVE_NOT_YOURS, and those of the move's guards
 */
export function appointmentFor(actor: Actor, move: CaseMove, found: Case, now: Date): Appointment {
  assertMove(move, found.state);
  const appointment = grantFor(actor, actionOf(move), targetOf(found));
  if (appointment === undefined) {
    if (isOfHolders(actionOf(move))) throw new Refusal('NOT_HOLDER', { holder: found.holder?.name ?? '' });
    throw new Refusal('MOVE_NOT_YOURS', { move: MOVE_NAMES[move] });
  }
  assertGuards(move, found, now);
  return appointment;
}

/** The permission that each move needs. */
const ACTIONS: Readonly<Record<CaseMove, Action>> = {
  FILE: 'case:file',
  DECLINE: 'case:decline',
  CANCEL: 'case:cancel',
  SOLVE: 'case:solve',
  ESCALATE: 'case:escalate',
  DISPATCH: 'case:dispatch',
  SPLIT: 'case:split',
  WITHDRAW: 'case:withdraw',
  RETURN: 'case:return',
  TAKE_OVER: 'case:take-over',
  ACCEPT: 'case:accept',
  TAKE_ON: 'case:take-on',
  ASK_EXTENSION: 'case:ask-extension',
  GRANT_EXTENSION: 'case:decide-extension',
  REFUSE_EXTENSION: 'case:decide-extension',
  MERGE: 'case:merge',
  UNMERGE: 'case:undo-merge',
  SUSPEND: 'case:suspend',
  RESUME: 'case:suspend',
  SUPERVISE: 'case:supervise',
  REPORT_BACK: 'case:report-back',
  INSPECT: 'case:inspect',
  CLOSE: 'case:close',
  STRIKE_OFF: 'case:strike-off',
  SEND_BACK: 'case:send-back',
  FOLLOW_UP: 'case:follow-up',
  RATE: 'case:rate',
  REOPEN: 'case:reopen',
};

/** The permission that a move needs. */
export function actionOf(move: CaseMove): Action {
  return ACTIONS[move];
}
