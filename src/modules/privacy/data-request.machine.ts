/** The states of a resident's request about their own data. */
export const DATA_REQUEST_STATES = ['SUBMITTED', 'ACCEPTED', 'REFUSED'] as const;
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number];

interface Decision {
  readonly from: readonly DataRequestState[];
  readonly to: DataRequestState;
}

/** The whole life of a request after it was made. To add a step, add a row. */
export const DATA_REQUEST_DECISIONS = {
  /** It is done as asked (同意). */
  ACCEPT: { from: ['SUBMITTED'], to: 'ACCEPTED' },
  /** It is not done, and the resident reads why (不予同意). */
  REFUSE: { from: ['SUBMITTED'], to: 'REFUSED' },
} as const satisfies Record<string, Decision>;
export type DataRequestDecision = keyof typeof DATA_REQUEST_DECISIONS;
export const DATA_REQUEST_DECISION_NAMES = Object.keys(
  DATA_REQUEST_DECISIONS,
) as readonly DataRequestDecision[];

/** The state that a decision leads to; undefined when it cannot be taken there. */
export function stateAfter(
  state: DataRequestState,
  decision: DataRequestDecision,
): DataRequestState | undefined {
  const { from, to }: Decision = DATA_REQUEST_DECISIONS[decision];
  return from.includes(state) ? to : undefined;
}

/** What is wrong with the table: a state that cannot be reached. */
export function flawsOfDataRequests(): readonly string[] {
  const reached = new Set<DataRequestState>(['SUBMITTED']);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { from, to } of Object.values(DATA_REQUEST_DECISIONS) as readonly Decision[])
      if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return DATA_REQUEST_STATES.filter((state) => !reached.has(state)).map((s) => `${s} cannot be reached`);
}

const flaws = flawsOfDataRequests();
if (flaws.length > 0) throw new Error(`The table of decisions is not whole: ${flaws.join('; ')}.`);
