/** The states of a pair of records that may be of one person. */
export const DUPLICATE_STATES = ['OPEN', 'SAME', 'DIFFERENT', 'VOID'] as const;
export type DuplicateState = (typeof DUPLICATE_STATES)[number];

interface Decision {
  readonly from: readonly DuplicateState[];
  readonly to: DuplicateState;
}

/** What people decide about a pair. To add a step, add a row. */
export const DUPLICATE_DECISIONS = {
  /** One person: the records are merged (是同一人). Who was thought to be two people may turn out to be one. */
  SAME: { from: ['OPEN', 'DIFFERENT'], to: 'SAME' },
  /** Two people (不是同一人). */
  DIFFERENT: { from: ['OPEN'], to: 'DIFFERENT' },
  /** They were two people after all: the merge is taken back (撤销合并). */
  UNDO: { from: ['SAME'], to: 'DIFFERENT' },
} as const satisfies Record<string, Decision>;
export type DuplicateDecision = keyof typeof DUPLICATE_DECISIONS;

/** The state that a decision leads to; undefined when it cannot be taken there. */
export function stateAfter(state: DuplicateState, decision: DuplicateDecision): DuplicateState | undefined {
  const { from, to }: Decision = DUPLICATE_DECISIONS[decision];
  return from.includes(state) ? to : undefined;
}

/** The state of a pair that is suspected or no longer, as the records say it; what a person decided stays. */
export function stateWhen(state: DuplicateState | undefined, isSuspected: boolean): DuplicateState {
  if (state === 'SAME' || state === 'DIFFERENT') return state;
  return isSuspected ? 'OPEN' : 'VOID';
}

/** What is wrong with the table: a state that nothing leads to. */
export function flawsOfDuplicates(): readonly string[] {
  const decisions: readonly Decision[] = Object.values(DUPLICATE_DECISIONS);
  const reached = new Set([
    ...decisions.map(({ to }) => to),
    ...[true, false].map((isSuspected) => stateWhen(undefined, isSuspected)),
  ]);
  return DUPLICATE_STATES.filter((state) => !reached.has(state)).map((state) => `${state} is never reached.`);
}
