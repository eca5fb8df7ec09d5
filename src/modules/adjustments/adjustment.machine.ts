import { type Role } from '../../auth/actor';

/** The states of an adjustment, in the order of its life. */
export const ADJUSTMENT_STATES = [
  'PROPOSED',
  'APPROVED',
  'REJECTED',
  'WITHDRAWN',
  'APPLYING',
  'IN_EFFECT',
] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];

/** Who makes a move. */
export type Mover =
  /** One level above whoever proposed it, and never the same person. */
  | 'LEVEL_ABOVE'
  /** The level that proposed it. */
  | 'SAME_LEVEL'
  /** The clock, on the day. */
  | 'CLOCK';

interface Move {
  readonly from: readonly AdjustmentState[];
  readonly to: AdjustmentState;
  readonly by: Mover;
}

/** The whole life of an adjustment after its proposal. To add a step, add a row. */
export const ADJUSTMENT_MOVES = {
  /** Approved (批准). */
  APPROVE: { from: ['PROPOSED'], to: 'APPROVED', by: 'LEVEL_ABOVE' },
  /** Rejected, with a reason (驳回). */
  REJECT: { from: ['PROPOSED'], to: 'REJECTED', by: 'LEVEL_ABOVE' },
  /** Withdrawn before the day, with a reason (撤回). */
  WITHDRAW: { from: ['PROPOSED', 'APPROVED'], to: 'WITHDRAWN', by: 'SAME_LEVEL' },
  /** The day has come: records begin to follow (开始实施). */
  BEGIN: { from: ['APPROVED'], to: 'APPLYING', by: 'CLOCK' },
  /** Everything has followed (实施完成). */
  COMPLETE: { from: ['APPLYING'], to: 'IN_EFFECT', by: 'CLOCK' },
} as const satisfies Record<string, Move>;

export type AdjustmentMove = keyof typeof ADJUSTMENT_MOVES;
export const ADJUSTMENT_MOVE_NAMES = Object.keys(ADJUSTMENT_MOVES) as readonly AdjustmentMove[];

/** States that nothing leads on from: the grids are free for another plan. */
const FINAL: readonly AdjustmentState[] = ['REJECTED', 'WITHDRAWN', 'IN_EFFECT'];

/** States in which the workers of the grids concerned know of it. */
const PUBLISHED: readonly AdjustmentState[] = ['APPROVED', 'APPLYING', 'IN_EFFECT'];

/** Who decides one level above each proposer: a community's plan its street, a street's the district. */
const DECIDERS: Readonly<Partial<Record<Role, Role>>> = {
  COMMUNITY_STAFF: 'STREET_STAFF',
  STREET_STAFF: 'DISTRICT_STAFF',
};

/** The row of a move, in its general form. */
export function moveOf(name: AdjustmentMove): Move {
  return ADJUSTMENT_MOVES[name];
}

/** The moves that lead on from a state. */
export function movesFrom(state: AdjustmentState): readonly AdjustmentMove[] {
  return ADJUSTMENT_MOVE_NAMES.filter((name) => moveOf(name).from.includes(state));
}

/** Whether a plan in this state still keeps its grids from others. */
export function isOpen(state: AdjustmentState): boolean {
  return !FINAL.includes(state);
}

/** Whether the workers of the grids concerned see a plan in this state. */
export function isPublished(state: AdjustmentState): boolean {
  return PUBLISHED.includes(state);
}

/** The role in which somebody may make a move on a plan that was proposed in a role; undefined for the clock's moves. */
export function roleFor(move: AdjustmentMove, proposer: Role): Role | undefined {
  const { by } = moveOf(move);
  if (by === 'CLOCK') return undefined;
  return by === 'SAME_LEVEL' ? proposer : DECIDERS[proposer];
}

/** What is wrong with the table: a state that cannot be reached, an open one without a way out, a final one with one. */
export function flawsOfMachine(): readonly string[] {
  const reached = new Set<AdjustmentState>(['PROPOSED']);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const state of [...reached]) movesFrom(state).forEach((name) => reached.add(moveOf(name).to));
  }
  return ADJUSTMENT_STATES.flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state} cannot be reached`]),
    ...(isOpen(state) === movesFrom(state).length > 0 ? [] : [`${state} is open without a way out, or not`]),
  ]);
}

const flaws = flawsOfMachine();
if (flaws.length > 0) throw new Error(`The table of adjustment moves is not whole: ${flaws.join('; ')}.`);
