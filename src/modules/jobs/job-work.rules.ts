import { isOver, type JobMove, stateAfter } from './job.machine';
import { type JobOnTheWay } from './job-run.type';

/** A job and its run after a move, due at once unless it is over. */
export function moved(
  { job, run }: JobOnTheWay,
  move: JobMove,
  now: Date,
  more: Partial<JobOnTheWay['run']>,
): JobOnTheWay {
  const state = stateAfter(job.state, move);
  if (state === undefined) throw new Error(`${move} leads nowhere from ${job.state}.`);
  const dueAt = isOver(state) ? undefined : now;
  return { job: { ...job, state, updatedAt: now }, run: { ...run, ...more, dueAt } };
}
