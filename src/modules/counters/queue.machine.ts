/** Where somebody in the queue stands: waits, is called to a window, did not come, was served, or is out of it. */
export const TICKET_STATES = ['WAITING', 'CALLED', 'ABSENT', 'DONE', 'GONE'] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** A move, as data. */
interface TicketMoveRow {
  readonly from: TicketState;
  readonly to: TicketState;
  /** Where it leads from the third time on that nobody came. */
  readonly atLast?: TicketState;
}

/** How often somebody may be absent and come back. */
export const MOST_ABSENCES = 2;

/** The whole life of a number in the queue after it was taken. */
export const TICKET_MOVES = {
  /** Called to a window (叫号). */
  CALL: { from: 'WAITING', to: 'CALLED' },
  /** Served (办结). */
  FINISH: { from: 'CALLED', to: 'DONE' },
  /** Called and not there (过号). */
  MISS: { from: 'CALLED', to: 'ABSENT', atLast: 'GONE' },
  /** Back in the queue (过号返回). */
  BACK: { from: 'ABSENT', to: 'WAITING' },
} as const satisfies Record<string, TicketMoveRow>;
export type TicketMove = keyof typeof TICKET_MOVES;

/** The state that a move leads to from a state; undefined where it cannot be made. `absences` are those before it. */
export function ticketStateAfter(
  state: TicketState,
  move: TicketMove,
  absences: number,
): TicketState | undefined {
  const { from, to, atLast = to }: TicketMoveRow = TICKET_MOVES[move];
  if (state !== from) return undefined;
  return absences >= MOST_ABSENCES ? atLast : to;
}
