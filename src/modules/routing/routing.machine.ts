/** The states of a set of routing rules (派遣规则), in the order of its life. */
export const ROUTING_STATES = ['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const;
export type RoutingState = (typeof ROUTING_STATES)[number];

/** Who makes a move on a set: with four eyes, never the same person both. */
type Mover = 'PROPOSER' | 'ANOTHER';

/** How a set goes on from its proposal, once: nothing leads on from where a move leads. */
export const ROUTING_MOVES = {
  /** Approved (批准): it holds from its day on. */
  APPROVE: { to: 'APPROVED', by: 'ANOTHER' },
  /** Rejected, with a reason (驳回). */
  REJECT: { to: 'REJECTED', by: 'ANOTHER' },
  /** Withdrawn by whoever proposed it, with a reason (撤回). */
  WITHDRAW: { to: 'WITHDRAWN', by: 'PROPOSER' },
} as const satisfies Record<string, { readonly to: RoutingState; readonly by: Mover }>;

export type RoutingMove = keyof typeof ROUTING_MOVES;

/** Whether a person may make a move on what somebody proposed. */
export function mayMove(move: RoutingMove, person: string, proposer: string): boolean {
  return (ROUTING_MOVES[move].by === 'PROPOSER') === (person === proposer);
}
