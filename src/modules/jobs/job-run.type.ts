import { type Tally } from './job.rules';
import { type Job } from './job.type';

/** How far a job has got. */
export interface JobRun {
  readonly id: string;
  /** Whose turn it is; see the entity. */
  readonly turn: number;
  /** Times it was begun since it last got on. */
  readonly starts: number;
  /** Chunks done whole. */
  readonly chunks: number;
  readonly total?: number | undefined;
  readonly tally: Tally;
  /** What the chunk after those comes to, settled before any of it is written. */
  readonly planned?: Tally | undefined;
  /** Chunks that something was found in. */
  readonly parts: readonly number[];
  /** When to look at it; absent once the job is over. */
  readonly dueAt?: Date | undefined;
}

/** A job with its run. */
export interface JobOnTheWay {
  readonly job: Job;
  readonly run: JobRun;
}
