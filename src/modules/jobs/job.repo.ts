import { type EntityItem } from 'electrodb';
import { type CollectionReader, createCollectionReader } from '../../data/collection-reader';
import { commit, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type MessageValues } from '../../shared/messages';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { type JobFailure } from './file.messages';
import { createJobEntity, createRunEntity } from './job.entity';
import { type Tally } from './job.rules';
import { type Job } from './job.type';
import { type JobOnTheWay, type JobRun } from './job-run.type';

type Row = Pick<
  Job,
  'direction' | 'kind' | 'format' | 'area' | 'sheet' | 'dryRun' | 'state' | 'openedBy' | 'by' | 'role'
> & {
  /** Milliseconds since 1970: a third of the size of a written time. */
  readonly openedAt: number;
  readonly updatedAt: number;
  /** Rows, good, bad, unchanged. */
  readonly tally: readonly [number, number, number, number];
};
type StoredJob = EntityItem<ReturnType<typeof createJobEntity>>;
type StoredRun = EntityItem<ReturnType<typeof createRunEntity>>;

/** The partition of the queue of jobs. */
const QUEUE = 'JOBS_DUE';

/** Most jobs taken up by one look at the queue. */
const MOST_DUE = 20;

/** Reads and writes jobs. */
export class JobRepo {
  readonly #jobs;
  readonly #runs;

  constructor(private readonly table: Table) {
    this.#jobs = lazily(() => createJobEntity(table));
    this.#runs = lazily(() => createRunEntity(table));
  }

  /** A job and its run, strongly consistent; one Query, shared within a request. */
  async find(id: string, reads: CollectionReader = createCollectionReader(this.table)) {
    const items = await reads.read(`JOB#${id}`, { consistent: true });
    return this.#together(items);
  }

  /** Writes a new job, unless there is one with this id. */
  async open({ job, run }: JobOnTheWay, gate: Gate | undefined): Promise<CommitResult> {
    const put = this.#jobs
      .put(toStoredJob(job))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    return commit(this.table, [put, this.#runs.put(toStoredRun(run)).params<PreparedPut>()], gate);
  }

  /** Writes a job and its run, if it is still turn `turn`. A worker moves it by itself, through no gate. */
  async move({ job, run }: JobOnTheWay, turn: number, gate?: Gate): Promise<CommitResult> {
    const puts = [this.#putRun(run, turn), this.#jobs.put(toStoredJob(job)).params<PreparedPut>()];
    return commit(this.table, puts, gate);
  }

  /** Writes how far a job has got, if it is still this run's turn; one Put. */
  async progress(run: JobRun): Promise<CommitResult> {
    return commit(this.table, [this.#putRun(run, run.turn)], undefined);
  }

  /** Ids of the jobs that should be looked at by `now`, longest due first; one Query. */
  async due(now: Date): Promise<string[]> {
    const { data } = await this.#runs.query
      .due({ queue: QUEUE })
      .lte({ dueAt: now.toISOString() })
      .go({ limit: MOST_DUE, ignoreOwnership: true });
    return data.map(({ id }) => id);
  }

  /** The jobs of an area, newest first; one Query. */
  async inArea(area: string, page: PageKey): Promise<Page<Job>> {
    const cursor = page.afterKey && cursorAfter('gsi1', `JOBS#${area}`, page.afterKey);
    const { data } = await this.#jobs.query
      .inArea({ area })
      .go({ limit: rowsToRead(page.limit), cursor: cursor ?? null, order: 'desc', ignoreOwnership: true });
    return pageOfRows(data, page.limit);
  }

  /** The jobs that somebody opened, newest first; one Query. */
  async openedBy(by: string, page: PageKey): Promise<Page<Job>> {
    const cursor = page.afterKey && cursorAfter('gsi2', `JOBS_BY#${by}`, page.afterKey);
    const { data } = await this.#jobs.query
      .opened({ by })
      .go({ limit: rowsToRead(page.limit), cursor: cursor ?? null, order: 'desc', ignoreOwnership: true });
    return pageOfRows(data, page.limit);
  }

  /** The same jobs, those under way with how far they have got; one BatchGetItem where there are such. */
  async withProgress(jobs: readonly Job[]): Promise<Job[]> {
    const running = jobs.filter(({ state }) => state === 'RUNNING').map(({ id }) => ({ id }));
    if (running.length === 0) return [...jobs];
    const { data } = await this.#runs.get(running).go({ attributes: ['id', 'tally', 'total'] });
    const runs = new Map(data.map((run) => [run.id, run]));
    return jobs.map((job) => {
      const run = runs.get(job.id);
      return run === undefined ? job : { ...job, tally: run.tally as Tally, total: run.total };
    });
  }

  #putRun(run: JobRun, turn: number): PreparedPut {
    return this.#runs
      .put(toStoredRun(run))
      .where((attributes, { eq }) => eq(attributes.turn, turn))
      .params<PreparedPut>();
  }

  #together(items: readonly Record<string, unknown>[]): JobOnTheWay | undefined {
    const item = (sk: string) => items.find((each) => each.sk === sk);
    const [job, run] = [item('JOB'), item('RUN')];
    if (job === undefined || run === undefined) return undefined;
    const [storedJob, storedRun] = [
      this.#jobs.parse({ Item: job }).data,
      this.#runs.parse({ Item: run }).data,
    ];
    if (storedJob === null || storedRun === null) return undefined;
    const found = toRun(storedRun);
    return { job: { ...toJob(storedJob), tally: found.tally, total: found.total }, run: found };
  }
}

function pageOfRows(data: readonly { id: string; row?: unknown }[], limit: number): Page<Job> {
  const rows = data.map(({ id, row }) => {
    const job = fromRow(id, row as Row);
    return { row: job, key: `${job.openedAt.toISOString()}#${id}` };
  });
  return pageFrom(rows, limit);
}

function toStoredJob(job: Job): StoredJob {
  const { id, direction, kind, format, area, sheet, dryRun, state, openedBy, by, role, tally } = job;
  const { size, sha256 } = job;
  const openedAt = job.openedAt.toISOString();
  const row: Row = {
    ...{ direction, kind, format, area, sheet, dryRun, state, openedBy, by, role },
    openedAt: job.openedAt.getTime(),
    updatedAt: job.updatedAt.getTime(),
    tally: [tally.rows, tally.good, tally.bad, tally.unchanged],
  };
  return { id, row, area, by, openedAt, size, sha256, fingerprint: job.fingerprint, failure: job.failed };
}

function toJob({ id, row, size, sha256, fingerprint, failure }: StoredJob): Job {
  const failed = failure as { code: JobFailure; values: MessageValues } | undefined;
  return { ...fromRow(id, row as Row), size, sha256, fingerprint, failed };
}

/** A job as lists show it; what is not in the row is not asked of it. */
function fromRow(id: string, row: Row): Job {
  const [rows, good, bad, unchanged] = row.tally;
  return {
    ...{ ...row, id, fingerprint: '', tally: { rows, good, bad, unchanged } },
    openedAt: new Date(row.openedAt),
    updatedAt: new Date(row.updatedAt),
  };
}

function toStoredRun({ dueAt, parts, ...run }: JobRun): StoredRun {
  return { ...run, parts: [...parts], queue: dueAt && QUEUE, dueAt: dueAt?.toISOString() };
}

function toRun({ id, turn, starts, chunks, total, tally, planned, parts, dueAt }: StoredRun): JobRun {
  return {
    ...{ id, turn, starts, chunks, total, parts },
    tally: tally as Tally,
    planned: planned as Tally | undefined,
    dueAt: dueAt === undefined ? undefined : new Date(dueAt),
  };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(index: 'gsi1' | 'gsi2', partition: string, key: string): string {
  const id = key.split('#')[1] ?? '';
  const start = { pk: `JOB#${id}`, sk: 'JOB', [`${index}pk`]: partition, [`${index}sk`]: key };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
