import { type CaseClock } from '../cases/case-clock.rules';
import { type CaseState } from '../cases/case.machine';
import { type CaseStep, type Custodian } from '../cases/case.rules';

/** What becomes of a finding (问题); it follows from its case and is kept nowhere. */
export const FINDING_STATES = [
  'PENDING',
  'OPEN',
  'RECTIFIED',
  'ENFORCEMENT',
  'STRUCK_OFF',
  'DISMISSED',
  'MERGED',
] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** Findings that still ask something of somebody. */
const UNSETTLED: readonly FindingState[] = ['PENDING', 'OPEN', 'RECTIFIED', 'ENFORCEMENT'];

/** Whether a finding in this state still asks something of somebody. */
export function isUnsettled(state: FindingState): boolean {
  return UNSETTLED.includes(state);
}

/** What a finding's state follows from: how its case stands. */
export interface CaseStanding {
  readonly state: CaseState;
  readonly steps: readonly Pick<CaseStep, 'move' | 'at'>[];
  readonly clock?: Pick<CaseClock, 'dueAt'> | undefined;
  readonly holder?: Custodian | undefined;
}

/** How a finding stands, with the times of the loop: rectify by, rectified, decided. */
export interface FindingStanding {
  readonly state: FindingState;
  readonly rectifyBy?: Date | undefined;
  readonly rectifiedAt?: Date | undefined;
  readonly decidedAt?: Date | undefined;
  readonly holder?: Custodian | undefined;
}

const ENDS: Readonly<Partial<Record<CaseState, FindingState>>> = {
  CLOSED: 'STRUCK_OFF',
  DECLINED: 'DISMISSED',
  CANCELLED: 'DISMISSED',
  MERGED: 'MERGED',
};

/**
 * The state of a finding: open until its department reports back with a picture of the result, struck off (销号) once that is
 * checked and the case closed, and a matter of enforcement (执法) where the check has failed since it was last taken up.
 */
export function findingState(found: CaseStanding | undefined): FindingState {
  if (found === undefined) return 'PENDING';
  const end = ENDS[found.state];
  if (end !== undefined) return end;
  if (found.state === 'HANDLED') return 'RECTIFIED';
  return sinceReopened(found.steps).some(({ move }) => move === 'SEND_BACK') ? 'ENFORCEMENT' : 'OPEN';
}

/** How a finding stands by its case; without one it waits for that to be taken in. */
export function standingOf(found: CaseStanding | undefined): FindingStanding {
  const state = findingState(found);
  if (found === undefined) return { state };
  const moves = sinceReopened(found.steps);
  const handled = moves.findLast(({ move }) => move === 'REPORT_BACK' || move === 'SOLVE');
  const decided = moves.findLast(({ move }) => DECISIONS.includes(move));
  return {
    ...{ state, holder: found.holder },
    rectifyBy: isUnsettled(state) ? found.clock?.dueAt : undefined,
    rectifiedAt: handled && new Date(handled.at),
    decidedAt: decided && new Date(decided.at),
  };
}

/** The steps that decide on a finding. */
const DECISIONS: readonly CaseStep['move'][] = [
  'CLOSE',
  'STRIKE_OFF',
  'SOLVE',
  'SEND_BACK',
  'DECLINE',
  'CANCEL',
  'MERGE',
];

/** Whether a finding's state or its times may follow from such a step. */
export function isTelling(move: CaseStep['move']): boolean {
  return move === 'REOPEN' || move === 'REPORT_BACK' || DECISIONS.includes(move);
}

function sinceReopened<Step extends Pick<CaseStep, 'move'>>(steps: readonly Step[]): readonly Step[] {
  return steps.slice(steps.findLastIndex(({ move }) => move === 'REOPEN') + 1);
}
