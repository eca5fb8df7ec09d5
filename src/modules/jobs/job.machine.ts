/** The states of a job: an import waits for its file, a job waits for a worker, is worked on, and ends in one of three. */
export const JOB_STATES = ['AWAITING_FILE', 'QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type JobState = (typeof JOB_STATES)[number];

interface Move {
  readonly from: readonly JobState[];
  readonly to: JobState;
}

/** The whole life of a job after it was opened. To add a step, add a row. */
export const JOB_MOVES = {
  /** A worker takes it, or takes it over from one whose lease has run out. */
  START: { from: ['AWAITING_FILE', 'QUEUED', 'RUNNING'], to: 'RUNNING' },
  /** The worker's time is up: another goes on where it stopped. */
  HAND_OVER: { from: ['RUNNING'], to: 'QUEUED' },
  /** All of it is done, lines that were refused included. */
  FINISH: { from: ['RUNNING'], to: 'DONE' },
  /** The file never came, or is none that can be worked through. */
  FAIL: { from: ['AWAITING_FILE', 'QUEUED', 'RUNNING'], to: 'FAILED' },
  /** Whoever opened it, or somebody of the same area, has called it off. What was written stays. */
  CANCEL: { from: ['AWAITING_FILE', 'QUEUED', 'RUNNING'], to: 'CANCELLED' },
} as const satisfies Record<string, Move>;

export type JobMove = keyof typeof JOB_MOVES;
export const JOB_MOVE_NAMES = Object.keys(JOB_MOVES) as readonly JobMove[];

/** Where each kind of job begins. */
export const FIRST_STATE = { IMPORT: 'AWAITING_FILE', EXPORT: 'QUEUED' } as const;

/** The state a move leads to; undefined where it may not be made. */
export function stateAfter(state: JobState, name: JobMove): JobState | undefined {
  const move: Move = JOB_MOVES[name];
  return move.from.includes(state) ? move.to : undefined;
}

/** Whether a job is over for good. */
export function isOver(state: JobState): boolean {
  return JOB_MOVE_NAMES.every((name) => stateAfter(state, name) === undefined);
}

/** What is wrong with the table: a state that cannot be reached, or from which none leads to an end. */
export function flawsOfMachine(): readonly string[] {
  const after = (state: JobState) =>
    JOB_MOVE_NAMES.flatMap((name) => stateAfter(state, name) ?? []).filter((next) => next !== state);
  const reachedFrom = (first: readonly JobState[]) => {
    const reached = new Set<JobState>(first);
    for (const state of reached) for (const next of after(state)) reached.add(next);
    return reached;
  };
  const reached = reachedFrom(Object.values(FIRST_STATE));
  return JOB_STATES.flatMap((state) => [
    ...(reached.has(state) ? [] : [`${state} cannot be reached`]),
    ...([...reachedFrom([state])].some(isOver) ? [] : [`${state} has no way out`]),
  ]);
}

const flaws = flawsOfMachine();
if (flaws.length > 0) throw new Error(`The table of job moves is not whole: ${flaws.join('; ')}.`);
