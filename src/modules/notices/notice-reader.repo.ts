import { createHash } from 'node:crypto';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import {
  createNoticeCountEntity,
  createNoticeReadEntity,
  createNoticeReaderEntity,
  createNoticeWorkerEntity,
} from './notice-reader.entity';
import { type NoticeReader, type ReadMark, type WorkerRead } from './notice-reader.rules';

/** Into how many parts the count of an area is divided, so that many can be counted at once. */
const PARTS = 8;

type StoredMark = readonly [short: string, until: number];
type WorkerRow = readonly [name: string, role: string, area: string, at: string];

/** Where a resident is counted: of which notice and area, by the keyed hash of person and notice. */
export interface Counting {
  readonly notice: string;
  readonly area: string;
  readonly mark: string;
  /** When the notice cannot be out any more. */
  readonly until: Date;
}

/** Reads and writes who has seen and read what. */
export class NoticeReaderRepo {
  readonly #readers;
  readonly #reads;
  readonly #counts;
  readonly #workers;

  constructor(private readonly table: Table) {
    this.#readers = lazily(() => createNoticeReaderEntity(table));
    this.#reads = lazily(() => createNoticeReadEntity(table));
    this.#counts = lazily(() => createNoticeCountEntity(table));
    this.#workers = lazily(() => createNoticeWorkerEntity(table));
  }

  /** What somebody has seen and read, by the keyed hash of the person; one Query of one item. */
  async reader(reads: CollectionReader, hash: string, { consistent = false } = {}): Promise<NoticeReader> {
    const [item] = await reads.read(`NOTICE_READER#${hash}`, { consistent });
    const { data } = item === undefined ? { data: null } : this.#readers.parse({ Item: item });
    if (data === null) return { hash, version: 0, read: [] };
    const read = (data.read as readonly StoredMark[]).map(([short, until]): ReadMark => ({ short, until }));
    const seenAt = data.seenAt === undefined ? undefined : new Date(data.seenAt);
    return { hash, version: data.version, seenAt, read };
  }

  /** Writes what somebody has seen, if nobody did since `version - 1`. */
  async see(reads: CollectionReader, reader: NoticeReader, gate: Gate | undefined): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.#saving(reader)], gate);
  }

  /**
   * Counts a resident as a reader, once for all time, in one transaction; nothing is written where they were counted, or where
   * their item or the count has changed since it was read.
   */
  async count(
    reads: CollectionReader,
    reader: NoticeReader,
    { notice, area, mark, until }: Counting,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const part = partOf(mark);
    const before = await this.#counts.get({ notice, area, part }).go({ consistent: true });
    const count = before.data?.count ?? 0;
    const puts = [
      this.#reads
        .put({ mark, expiresAt: Math.ceil(until.getTime() / 1000) })
        .where((found, { notExists }) => notExists(found.mark))
        .params<PreparedPut>(),
      this.#counts
        .put({ notice, area, part, count: count + 1 })
        .where((found, { eq, notExists }) => (count === 0 ? notExists(found.count) : eq(found.count, count)))
        .params<PreparedPut>(),
      this.#saving(reader),
    ];
    return commitFor(reads, this.table, puts, gate);
  }

  /** Notes a worker as a reader, by name and once, in one transaction. */
  async note(
    reads: CollectionReader,
    reader: NoticeReader,
    { notice, person, name, role, area, at }: WorkerRead & { readonly notice: string },
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const row: WorkerRow = [name, role, area, at.toISOString()];
    const put = this.#workers
      .put({ notice, person, row })
      .where((found, { notExists }) => notExists(found.person))
      .params<PreparedPut>();
    return commitFor(reads, this.table, [put, this.#saving(reader)], gate);
  }

  /** How many residents of each area have read a notice, by area; one Query. */
  async countsOf(reads: CollectionReader, notice: string): Promise<ReadonlyMap<string, number>> {
    const items = await reads.read(`NOTICE_COUNTS#${notice}`);
    const counts = new Map<string, number>();
    for (const { area, count } of items as unknown as readonly { area: string; count: number }[])
      counts.set(area, (counts.get(area) ?? 0) + count);
    return counts;
  }

  /** Which workers have read a notice; one Query. */
  async workersOf(notice: string, page: PageKey): Promise<Page<WorkerRead>> {
    const { data } = await this.#workers.query
      .primary({ notice })
      .gt({ person: page.afterKey ?? ' ' })
      .go({ limit: rowsToRead(page.limit) });
    const rows = data.map(({ person, row }) => {
      const [name, role, area, at] = row as WorkerRow;
      return { row: { person, name, role, area, at: new Date(at) }, key: person };
    });
    return pageFrom(rows, page.limit);
  }

  #saving({ hash, version, seenAt, read }: NoticeReader): PreparedPut {
    const marks = read.map(({ short, until }): StoredMark => [short, until]);
    const put = this.#readers.put({
      ...{ reader: hash, version: version + 1, read: marks },
      ...(seenAt && { seenAt: seenAt.toISOString() }),
    });
    const condition = put.where((found, { eq, notExists }) =>
      version === 0 ? notExists(found.version) : eq(found.version, version),
    );
    return condition.params<PreparedPut>();
  }
}

/** In which part of a count somebody is counted: by chance, and always the same. */
function partOf(mark: string): string {
  return String((createHash('sha256').update(mark).digest()[0] ?? 0) % PARTS);
}
