/** What somebody means to do: work, or an errand for a resident (代办). */
export const PLAN_KINDS = ['WORK', 'ERRAND'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** How a plan stands. */
export const PLAN_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What can be done with an open plan. */
export const PLAN_OUTCOMES = ['DONE', 'DROPPED', 'POSTPONED'] as const;
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

/** How the plan stands after it. */
export function stateAfter(outcome: PlanOutcome): PlanState {
  return outcome === 'POSTPONED' ? 'OPEN' : outcome;
}

/** How far ahead something may be planned, in days. */
export const MOST_DAYS_AHEAD = 366;
