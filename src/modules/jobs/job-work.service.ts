import { createHash } from 'node:crypto';
import { type Bucket, type StoredFile } from '../../data/bucket';
import { type Clock } from '../../shared/clock';
import { logFailure } from '../../shared/logger';
import { nextLook } from '../evidence/evidence.rules';
import { type ExportRun } from './export-run.service';
import { type ImportRun, type Left, TurnLost } from './import-run.service';
import { jobOf, uploadKey } from './job.keys';
import { isOver, type JobMove } from './job.machine';
import { type JobRepo } from './job.repo';
import { type JobOnTheWay } from './job-run.type';
import { FileProblem, formatOf, HAND_OVER_MS, LEASE_MS, MOST, MOST_STARTS } from './job.rules';
import { type Job } from './job.type';
import { moved } from './job-work.rules';

/** What came of looking at one job. */
type Outcome =
  | 'UNKNOWN'
  | 'OVER_BEFORE'
  | 'BUSY'
  | 'NOT_THERE'
  | 'DONE'
  | 'REFUSED'
  | 'HANDED_OVER'
  | 'TURN_LOST'
  | 'BROKE_OFF';

/** What a worker did with one job, for the log; carries nothing of its rows. */
export interface WorkReport {
  readonly jobId?: string;
  readonly outcome: Outcome;
}

/** Milliseconds that the worker has left. */
export type TimeLeft = () => number;

/** Takes jobs, one worker each, and works them through. */
export class JobWorkService {
  constructor(
    private readonly repo: JobRepo,
    private readonly bucket: Bucket,
    private readonly clock: Clock,
    private readonly runs: { readonly imports: ImportRun; readonly exports: ExportRun },
  ) {}

  /** Works on the job whose file has come, if there is one for this key. */
  async arrived(key: string, timeLeft: TimeLeft): Promise<WorkReport> {
    const id = jobOf(key);
    return id === undefined ? { outcome: 'UNKNOWN' } : this.#take(id, timeLeft);
  }

  /** Works on the jobs that are due, one after the other, as long as there is time. One that breaks off is due again. */
  async workOnDue(timeLeft: TimeLeft): Promise<WorkReport[]> {
    const reports: WorkReport[] = [];
    for (const jobId of await this.repo.due(this.clock.now())) {
      if (timeLeft() < HAND_OVER_MS) break;
      const report = await this.#take(jobId, timeLeft).catch((error: unknown): WorkReport => {
        logFailure('job broken off', error);
        return { jobId, outcome: 'BROKE_OFF' };
      });
      reports.push(report);
    }
    return reports;
  }

  async #take(jobId: string, timeLeft: TimeLeft): Promise<WorkReport> {
    const found = await this.repo.find(jobId);
    if (found === undefined) return { outcome: 'UNKNOWN', jobId };
    if (isOver(found.job.state)) return { outcome: 'OVER_BEFORE', jobId };
    const now = this.clock.now();
    if (found.job.state === 'RUNNING' && (found.run.dueAt ?? now) > now) return { outcome: 'BUSY', jobId };
    const file = found.job.direction === 'IMPORT' ? await this.#file(jobId) : undefined;
    if (found.job.direction === 'IMPORT' && file === undefined)
      return { outcome: await this.#waitOn(found), jobId };
    const taken = moved(found, 'START', now, { turn: found.run.turn + 1, starts: found.run.starts + 1 });
    const dueAt = new Date(now.getTime() + LEASE_MS);
    const mine = { job: taken.job, run: { ...taken.run, dueAt } };
    const { done } = await this.repo.move(mine, found.run.turn);
    return { outcome: done ? await this.#work(mine, file, timeLeft) : 'BUSY', jobId };
  }

  async #work(mine: JobOnTheWay, file: StoredFile | undefined, timeLeft: TimeLeft): Promise<Outcome> {
    try {
      const { run, done } = await this.#run(mine, file, () => timeLeft() < HAND_OVER_MS);
      const left = { job: mine.job, run };
      const ended = await this.#end(left, done ? 'FINISH' : 'HAND_OVER');
      return ended ? (done ? 'DONE' : 'HANDED_OVER') : 'TURN_LOST';
    } catch (error) {
      if (error instanceof TurnLost) return 'TURN_LOST';
      if (!(error instanceof FileProblem)) throw error;
      const failed = { code: error.code, values: error.values };
      // What was worked through before is in the run that stands.
      const standing = (await this.repo.find(mine.job.id)) ?? mine;
      if (standing.run.turn !== mine.run.turn) return 'TURN_LOST';
      await this.#end({ ...standing, job: { ...standing.job, failed } }, 'FAIL');
      return 'REFUSED';
    }
  }

  async #run(mine: JobOnTheWay, file: StoredFile | undefined, timeIsUp: () => boolean): Promise<Left> {
    if (mine.run.starts > MOST_STARTS) throw new FileProblem('GIVEN_UP');
    if (file === undefined) return this.runs.exports.work(mine, mine.job.format ?? 'CSV');
    assertAsAnnounced(mine.job, file);
    return this.runs.imports.work(mine, file.bytes, timeIsUp);
  }

  /** Makes the last move of this turn; false when the turn was over. */
  async #end({ job, run }: JobOnTheWay, move: JobMove): Promise<boolean> {
    const left = { job: { ...job, tally: run.tally, total: run.total }, run };
    const { done } = await this.repo.move(moved(left, move, this.clock.now(), {}), run.turn);
    return done;
  }

  async #file(id: string): Promise<StoredFile | undefined> {
    return this.bucket.read(uploadKey(id), { maxBytes: MOST.bytes });
  }

  /** Looks again later for a file that has not come; after seven days no more. */
  async #waitOn(found: JobOnTheWay): Promise<Outcome> {
    const now = this.clock.now();
    const dueAt = nextLook(found.job.openedAt, now);
    if (dueAt !== undefined && found.job.state === 'AWAITING_FILE') {
      await this.repo.progress({ ...found.run, dueAt });
      return 'NOT_THERE';
    }
    const job = { ...found.job, failed: { code: 'FILE_NEVER_CAME', values: {} } } as const;
    await this.repo.move(moved({ job, run: found.run }, 'FAIL', now, {}), found.run.turn);
    return 'REFUSED';
  }
}

/** @throws FileProblem when the file is another than announced */
function assertAsAnnounced({ size, sha256, format }: Job, { bytes }: StoredFile): void {
  const hash = createHash('sha256').update(bytes).digest('base64');
  if (bytes.length !== size || hash !== sha256) throw new FileProblem('FILE_DIFFERS');
  if (format !== undefined && formatOf(bytes) !== format) throw new FileProblem('FORMAT_DIFFERS');
}
