import { type EntityItem } from 'electrodb';
import { commit, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { isValidOn } from '../../shared/business-date';
import { newId } from '../../shared/ids';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { districtOf } from './area.rules';
import { createLoadEntity, createOpenCaseEntity, createRecountEntity } from './load.entity';
import { type CaseStanding } from './load.events';
import { type CountedLoad } from './load.rules';

/** The queue of grids to be counted lies in several partitions, by the grid's last digit. */
const SHARDS = ['0', '1', '2', '3'] as const;

/** Most grids of one shard that one round counts. */
const MOST_RECOUNTS = 50;

type Stored = EntityItem<ReturnType<typeof createLoadEntity>>;

/** Reads and writes loads, and what is to be counted. */
export class LoadRepo {
  readonly #loads;
  readonly #recounts;
  readonly #openCases;

  constructor(private readonly table: Table) {
    this.#loads = lazily(() => createLoadEntity(table));
    this.#recounts = lazily(() => createRecountEntity(table));
    this.#openCases = lazily(() => createOpenCaseEntity(table));
  }

  /** The loads of a period (`NOW` or a month) of the grids inside an area that hold on a date, by code; one Query. */
  async inside(period: string, area: string, date: string, page: PageKey): Promise<Page<CountedLoad>> {
    const district = districtOf(area);
    const from = page.afterKey === undefined ? null : cursorAfter(district, period, page.afterKey);
    const rows = await fillPage(
      { rows: rowsToRead(page.limit), from },
      (limit, cursor) =>
        this.#loads.query.primary({ district }).begins({ period, grid: area }).go({ limit, cursor }),
      (row) => isValidOn(row, date),
    );
    return pageFrom(
      rows.map((row) => ({ row: fromStored(row), key: row.grid })),
      page.limit,
    );
  }

  /** Keeps a load for a period, unless one that was counted later stands there. */
  async save(period: string, load: CountedLoad): Promise<void> {
    const { grid, name, kind, countedAt, validFrom, validTo } = load;
    const counts = [load.households, load.residents, load.floating, load.premises, load.openCases];
    if (load.workers !== undefined) counts.push(load.workers);
    const put = this.#loads
      .put({
        ...{ district: districtOf(grid), period, grid, name, kind, counts, validFrom, validTo },
        at: countedAt.toISOString(),
      })
      .where(({ at }, { lte, notExists }) => `${notExists(at)} OR ${lte(at, countedAt.toISOString())}`)
      .params<PreparedPut>();
    await commit(this.table, [put], undefined);
  }

  /** Marks a grid as to be counted again. */
  async mark(grid: string, dueAt: Date): Promise<void> {
    await commit(this.table, [this.#marking(grid, dueAt).params<PreparedPut>()], undefined);
  }

  /** The mark that stands on a grid, strongly consistent. */
  async markOn(grid: string): Promise<string | undefined> {
    const { data } = await this.#recounts.get({ grid }).go({ consistent: true });
    return data?.mark;
  }

  /** Takes a grid out of the queue until it is due next, unless it was marked again since. */
  async settle(grid: string, mark: string, nextDue: Date | undefined): Promise<void> {
    const put = this.#marking(grid, nextDue)
      .where((attributes, { eq }) => eq(attributes.mark, mark))
      .params<PreparedPut>();
    await commit(this.table, [put], undefined);
  }

  /** Grids due by `now`, longest due first; one Query a shard, all at once. */
  async due(now: Date): Promise<string[]> {
    const shards = await Promise.all(
      SHARDS.map((shard) =>
        this.#recounts.query
          .due({ shard })
          .lte({ dueAt: now.toISOString() })
          .go({ limit: MOST_RECOUNTS, data: 'includeKeys', ignoreOwnership: true }),
      ),
    );
    // The index carries only keys.
    return shards.flatMap(({ data }) =>
      data.map((row) => (row as unknown as { pk: string }).pk.slice('RECOUNT#'.length)),
    );
  }

  /** Keeps whether a case is open, unless a later version of it has said so before. */
  async note({ grid, id, version, open }: CaseStanding, forgetAt: Date): Promise<void> {
    const expiresAt = open ? undefined : Math.floor(forgetAt.getTime() / 1000);
    const put = this.#openCases
      .put({ grid, id, version, open, expiresAt })
      .where((known, { lt, notExists }) => `${notExists(known.version)} OR ${lt(known.version, version)}`)
      .params<PreparedPut>();
    await commit(this.table, [put], undefined);
  }

  /** Ids of the open cases of a grid, strongly consistent. */
  async openCases(grid: string): Promise<string[]> {
    const { data } = await this.#openCases.query.primary({ grid }).go({ pages: 'all', consistent: true });
    return data.filter(({ open }) => open).map(({ id }) => id);
  }

  #marking(grid: string, dueAt: Date | undefined) {
    const shard = dueAt && SHARDS[Number(grid.slice(-1)) % SHARDS.length];
    return this.#recounts.put({ grid, mark: newId(), shard, dueAt: dueAt?.toISOString() });
  }
}

function fromStored({ grid, name, kind, counts, at, validFrom, validTo }: Stored): CountedLoad {
  const [households = 0, residents = 0, floating = 0, premises = 0, openCases = 0, workers] = counts;
  return {
    ...{ grid, name, kind, households, residents, floating, premises, openCases },
    ...{ workers, validFrom, validTo },
    countedAt: new Date(at),
  };
}

/** ElectroDB's cursor for the load of this grid. */
function cursorAfter(district: string, period: string, grid: string): string {
  const key = { pk: `LOADS#${district}`, sk: `${period}#${grid}` };
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
