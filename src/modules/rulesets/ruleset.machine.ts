/** The states of a set of a district's rules (本区规则方案), in the order of its life. */
export const RULESET_STATES = ['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const;
export type RulesetState = (typeof RULESET_STATES)[number];

/** Who makes a move on a set: with four eyes, never the same person both. */
type Mover = 'PROPOSER' | 'ANOTHER';

/** How a set goes on from its proposal, once: nothing leads on from where a move leads. */
export const RULESET_MOVES = {
  /** Approved (批准): it holds from its day on. */
  APPROVE: { to: 'APPROVED', by: 'ANOTHER' },
  /** Rejected, with a reason (驳回). */
  REJECT: { to: 'REJECTED', by: 'ANOTHER' },
  /** Withdrawn by whoever proposed it, with a reason (撤回). */
  WITHDRAW: { to: 'WITHDRAWN', by: 'PROPOSER' },
} as const satisfies Record<string, { readonly to: RulesetState; readonly by: Mover }>;

export type RulesetMove = keyof typeof RULESET_MOVES;

/** Whether a person may make a move on what somebody proposed. */
export function mayMove(move: RulesetMove, person: string, proposer: string): boolean {
  return (RULESET_MOVES[move].by === 'PROPOSER') === (person === proposer);
}
