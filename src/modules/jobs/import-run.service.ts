import { type Bucket } from '../../data/bucket';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { inChunks, placesTogether } from './chunk.rules';
import { openFile } from './file-read.format';
import { LineCheck, planChunk } from './import-plan.rules';
import { firstFindingsKey, partKey, reportKey } from './job.keys';
import { type JobRepo } from './job.repo';
import { type JobOnTheWay, type JobRun } from './job-run.type';
import { type ImportKind, isImportKind, LEASE_MS, MOST, NOTHING_YET, sum } from './job.rules';
import { reportFile } from './report.rules';
import { type RowStore, type RowWriter } from './row-store';
import { findingTexts } from './finding-texts.service';
import { type Finding } from './table.rules';
import { tableOf } from './tables.rules';

/** Rows of any kind. */
export type AnyStore = RowStore<Record<string, unknown>>;

/** Says that this worker's turn is over: another has taken the job, or it was called off. */
export class TurnLost extends Error {
  override readonly name = 'TurnLost';
}

/** Where a job stands when a worker leaves it: done, or to be gone on with. */
export interface Left {
  readonly run: JobRun;
  readonly done: boolean;
}

/** Working through a file in chunks, each of which is settled before it is written and noted when it is done. */
export class ImportRun {
  constructor(
    private readonly repo: JobRepo,
    private readonly bucket: Bucket,
    private readonly clock: Clock,
    private readonly stores: Readonly<Record<ImportKind, AnyStore>>,
    private readonly chunkRows: number,
  ) {}

  /**
   * Goes on after the last chunk that is done, until the end or until `timeIsUp`. A chunk that was settled but not done
   * counts as it was settled, whatever of it was written since: so the report is the same, however often it is cut off.
   * @throws FileProblem, TurnLost
   */
  async work({ job, run: begun }: JobOnTheWay, bytes: Uint8Array, timeIsUp: () => boolean): Promise<Left> {
    const { kind } = job;
    if (!isImportKind(kind)) throw new Error(`${kind} is not brought in.`);
    const table = tableOf(kind);
    const { header, rows, lines } = await openFile(bytes, table);
    const writer = this.stores[kind].newWriter({ id: job.by, name: job.openedBy, role: job.role });
    const check = new LineCheck(table, header, job.area, businessDate(job.openedAt));
    // A dry run remembers nothing between workers, as nothing of it stands: it begins anew.
    let run: JobRun = job.dryRun
      ? { ...begun, total: rows, chunks: 0, tally: NOTHING_YET, planned: undefined, parts: [] }
      : { ...begun, total: rows };
    let chunk = -1;
    for await (const chunkLines of inChunks(lines(), this.chunkRows, placesTogether(table, header))) {
      chunk += 1;
      const checked = check.check(chunkLines);
      if (chunk < run.chunks) continue;
      if (timeIsUp()) return { run, done: false };
      const outcomes = await writer.compare(checked.read.map(({ row }) => row));
      const { tally, findings, toWrite } = planChunk(table, checked, outcomes);
      if (run.planned === undefined) run = await this.#settle(run, chunk, tally, findings);
      if (!job.dryRun) await this.#write(writer, toWrite);
      run = await this.#note({
        ...run,
        chunks: chunk + 1,
        tally: sum(run.tally, run.planned ?? tally),
        planned: undefined,
      });
    }
    await this.#report(run, header.notes);
    return { run, done: true };
  }

  /** What the chunk comes to, before any of it is written. */
  async #settle(run: JobRun, chunk: number, planned: JobRun['tally'], findings: readonly Finding[]) {
    if (findings.length > 0) await this.#put(partKey(run.id, chunk), findings);
    const parts = findings.length > 0 ? [...run.parts, chunk] : run.parts;
    return this.#note({ ...run, planned, parts });
  }

  async #note(run: JobRun): Promise<JobRun> {
    const dueAt = new Date(this.clock.now().getTime() + LEASE_MS);
    const noted = { ...run, starts: 0, dueAt };
    const result = await this.repo.progress(noted);
    if (!result.done) throw new TurnLost();
    return noted;
  }

  async #write(writer: RowWriter<Record<string, unknown>>, rows: ChunkRows): Promise<void> {
    if (rows.length > 0) await writer.write(rows);
  }

  async #report({ id, parts }: JobRun, notes: readonly Finding[]): Promise<void> {
    const findings = [...notes];
    for (const part of parts) findings.push(...(await this.#part(id, part)));
    await this.#put(firstFindingsKey(id), findings.slice(0, MOST.findings));
    const report = new TextEncoder().encode(reportFile(findings, await findingTexts()));
    await this.bucket.write(reportKey(id), report, 'text/csv; charset=utf-8');
  }

  async #part(id: string, chunk: number): Promise<Finding[]> {
    const file = await this.bucket.read(partKey(id, chunk), { maxBytes: MOST.bytes });
    if (file === undefined) throw new Error('A part of the report is not there.');
    return JSON.parse(new TextDecoder().decode(file.bytes)) as Finding[];
  }

  async #put(key: string, value: unknown): Promise<void> {
    await this.bucket.write(key, new TextEncoder().encode(JSON.stringify(value)), 'application/json');
  }
}

type ChunkRows = readonly Record<string, unknown>[];
