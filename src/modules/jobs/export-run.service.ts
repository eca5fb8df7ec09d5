import { type Bucket } from '../../data/bucket';
import { type Clock } from '../../shared/clock';
import { writeFile } from './file-write.format';
import { type AnyStore, type Left, TurnLost } from './import-run.service';
import { exportKey } from './job.keys';
import { type JobRepo } from './job.repo';
import { type JobOnTheWay, type JobRun } from './job-run.type';
import {
  CONTENT_TYPES,
  type ExportFormat,
  FileProblem,
  type ImportKind,
  isImportKind,
  LEASE_MS,
  MOST,
} from './job.rules';
import { type Job } from './job.type';
import { type SheetResultsStore } from './sheet-results.store';
import { tableOf } from './tables.rules';

/** Rows after which a worker says that it is still there. */
const ROWS_BETWEEN_NOTES = 5_000;

/** Writing rows into a file. It is put into the bucket whole: a worker that is cut off leaves nothing, and another begins anew. */
export class ExportRun {
  constructor(
    private readonly repo: JobRepo,
    private readonly bucket: Bucket,
    private readonly clock: Clock,
    private readonly stores: Readonly<Record<ImportKind, AnyStore>>,
    private readonly sheets: SheetResultsStore,
  ) {}

  /**
   * Writes the whole file.
   * @throws FileProblem, TurnLost
   */
  async work({ job, run }: JobOnTheWay, format: ExportFormat): Promise<Left> {
    let rows = 0;
    const source = await this.#sourceOf(job);
    const counted = this.#counted(run, source.rows, (count) => {
      rows = count;
    });
    const pieces: Uint8Array[] = [];
    for await (const piece of writeFile(format, source.table, counted))
      pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
    await this.bucket.write(exportKey(job.id, format), Buffer.concat(pieces), CONTENT_TYPES[format]);
    return { run: { ...run, total: rows, tally: { rows, good: rows, bad: 0, unchanged: 0 } }, done: true };
  }

  async #sourceOf({ kind, area, sheet = '' }: Job) {
    if (!isImportKind(kind)) return this.sheets.open(sheet, area);
    return { table: tableOf(kind), rows: this.stores[kind].rowsIn(area) };
  }

  async *#counted<Row>(
    run: JobRun,
    rows: AsyncIterable<Row>,
    tell: (count: number) => void,
  ): AsyncGenerator<Row> {
    let count = 0;
    for await (const row of rows) {
      count += 1;
      if (count > MOST.exportRows) throw new FileProblem('TOO_MANY_EXPORTED', { max: MOST.exportRows });
      if (count % ROWS_BETWEEN_NOTES === 0) await this.#note(run, count);
      yield row;
    }
    tell(count);
  }

  async #note(run: JobRun, rows: number): Promise<void> {
    const dueAt = new Date(this.clock.now().getTime() + LEASE_MS);
    const tally = { rows, good: rows, bad: 0, unchanged: 0 };
    const { done } = await this.repo.progress({ ...run, tally, starts: 0, dueAt });
    if (!done) throw new TurnLost();
  }
}
