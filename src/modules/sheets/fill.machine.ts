/** The states of a sheet that was filled in. */
export const SHEET_FILL_STATES = ['SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;
export type SheetFillState = (typeof SHEET_FILL_STATES)[number];

interface Move {
  readonly from: readonly SheetFillState[];
  readonly to: SheetFillState;
}

/**
 * The whole life of a filled sheet. It begins SUBMITTED, and where nobody has to look at it goes on to ACCEPTED in the same
 * moment; so does a correction. To add a step, add a row.
 */
export const SHEET_FILL_MOVES = {
  /** It is right (审核通过). */
  ACCEPT: { from: ['SUBMITTED'], to: 'ACCEPTED' },
  /** It is not, and whoever filled it in reads why (退回). */
  RETURN: { from: ['SUBMITTED'], to: 'RETURNED' },
  /** Some answers were others (更正). */
  CORRECT: { from: ['SUBMITTED', 'RETURNED', 'ACCEPTED'], to: 'SUBMITTED' },
} as const satisfies Record<string, Move>;
export type SheetFillMove = keyof typeof SHEET_FILL_MOVES;
export const SHEET_FILL_MOVE_NAMES = Object.keys(SHEET_FILL_MOVES) as readonly SheetFillMove[];

/** How a review can end. */
export const SHEET_VERDICTS = ['ACCEPT', 'RETURN'] as const satisfies readonly SheetFillMove[];
export type SheetVerdict = (typeof SHEET_VERDICTS)[number];

/** The state that a move leads to; undefined when it cannot be made there. */
export function stateAfter(state: SheetFillState, move: SheetFillMove): SheetFillState | undefined {
  const { from, to }: Move = SHEET_FILL_MOVES[move];
  return from.includes(state) ? to : undefined;
}

/** What is wrong with the table: a state that cannot be reached, or one without a way on. */
export function flawsOfSheetFills(): readonly string[] {
  const moves: readonly Move[] = Object.values(SHEET_FILL_MOVES);
  const reached = new Set<SheetFillState>(['SUBMITTED']);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { from, to } of moves) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return SHEET_FILL_STATES.flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state} cannot be reached`]),
    ...(moves.some(({ from }) => from.includes(state)) ? [] : [`${state} has no way on`]),
  ]);
}

const flaws = flawsOfSheetFills();
if (flaws.length > 0) throw new Error(`The table of filled sheets is not whole: ${flaws.join('; ')}.`);
