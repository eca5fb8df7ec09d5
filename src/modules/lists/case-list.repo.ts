import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, type PageKey, rowsToRead } from '../../shared/page';
import { summaryIn } from '../cases/case.events';
import { type CaseSummary } from '../cases/case.type';
import { createCaseListEntity } from './case-list.entity';
import { type CaseListRow } from './case-list.events';
import { idIn } from './case-list.rules';

/** Rows read at one time where only some of them are wanted, and most of them for one page. */
const SLICE = 250;
const MOST_READ = 1_000;

/** Which rows of a stretch are wanted, and whether those are few. */
export interface Wanted {
  readonly isWanted: (row: CaseSummary) => boolean;
  readonly isRare: boolean;
}

/** A stretch of a list, newest first. */
export interface Stretch {
  readonly list: string;
  /** Turns, both inclusive. */
  readonly from: string;
  readonly to: string;
}

/** Reads and writes the lists of cases. */
export class CaseListRepo {
  readonly #lists;

  constructor(private readonly table: Table) {
    this.#lists = lazily(() => createCaseListEntity(table));
  }

  /** Writes rows, in batches, over what stood there; of several of one place the last. Returns how many. */
  async keep(rows: readonly CaseListRow[]): Promise<number> {
    const last = new Map(rows.map((row) => [`${row.list} ${row.turn}`, row]));
    const puts = [...last.values()].map((row) => this.#lists.put(row).params<PreparedPut>());
    return putAll(this.table, itemsOf(puts));
  }

  /**
   * Those of a stretch that are wanted, newest first: one Query where nearly all are; where few are, one for each 250 rows.
   * It ends when the page is full, or with a thousand rows, so that a page may be short though more follow.
   */
  async page(
    { list, from, to }: Stretch,
    { limit, afterKey }: PageKey,
    { isWanted, isRare }: Wanted,
  ): Promise<Page<CaseSummary>> {
    const query = this.#lists.query.primary({ list }).between({ turn: from }, { turn: afterKey ?? to });
    const rows: { row: CaseSummary; key: string }[] = [];
    // The row after which the page begins comes along with it.
    const size = isRare ? SLICE : rowsToRead(limit) + (afterKey === undefined ? 0 : 1);
    let [read, cursor, last]: [number, string | null, string | undefined] = [0, null, undefined];
    do {
      const answer: { data: { turn: string; row?: unknown }[]; cursor: string | null } = await query.go({
        limit: size,
        order: 'desc',
        cursor,
      });
      const found = answer.data
        .filter(({ turn }) => turn !== afterKey)
        .map(({ turn, row }) => ({ key: turn, row: summaryIn(idIn(turn), row) }));
      rows.push(...found.filter(({ row }) => isWanted(row)));
      last = answer.data.at(-1)?.turn ?? last;
      read += size;
      ({ cursor } = answer);
    } while (cursor !== null && rows.length <= limit && read < MOST_READ);
    const isFull = rows.length > limit;
    const hasNextPage = isFull || cursor !== null;
    return { rows: rows.slice(0, limit), hasNextPage, endKey: isFull || !hasNextPage ? undefined : last };
  }
}
