import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { type EntityItem } from 'electrodb';
import { readMany } from '../../data/batch-read';
import { commit, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Author } from '../../shared/change';
import { TechnicalError } from '../../shared/errors';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import {
  type Keeper,
  type RegisterEntry,
  type TakenPut,
  type WriteCondition,
  type WriteOutcome,
} from './register.type';
import { contentOf } from './register.rules';
import { createThingEntity, type ThingKind } from './thing.entity';

/** What every thing has: its id and the grid or courtyard it lies in. */
export interface Thing extends RegisterEntry {
  readonly id: string;
  readonly area: string;
}

/** How a kind of things is kept. */
interface Keeping<Entry extends Thing, Summary> {
  readonly kind: ThingKind;
  /** What lists show of an entry; must be small, because a hundred rows should cost 5 read units. */
  readonly summaryOf: (entry: Entry) => Summary;
  readonly isClosed: (entry: Entry) => boolean;
  /** Rank of its control level, strictest first; undefined for what nobody controls. */
  readonly control?: (entry: Entry) => string | undefined;
}

/** Reads and writes the things of one kind. */
export class ThingRepo<
  Entry extends Thing,
  Summary extends { id: string; area: string },
> implements Keeper<Entry> {
  readonly #things;

  constructor(
    private readonly table: Table,
    private readonly keeping: Keeping<Entry, Summary>,
  ) {
    this.#things = lazily(() => createThingEntity(table, keeping.kind));
  }

  /** One by id; one GetItem. */
  async find(id: string): Promise<Entry | undefined> {
    const { data } = await this.#things.get({ id }).go();
    return data === null ? undefined : this.#toEntry(data);
  }

  /** Those of these ids that there are; one BatchGetItem for each hundred. */
  async many(ids: readonly string[]): Promise<Entry[]> {
    const { kind } = this.keeping;
    const items = await readMany(
      this.table,
      ids.map((id) => ({ pk: `${kind}#${id}`, sk: kind })),
    );
    return items.flatMap((Item) => {
      const { data } = this.#things.parse({ Item });
      return data === null ? [] : [this.#toEntry(data)];
    });
  }

  /** The open or the closed ones of an area of any level, by area and then oldest first; one Query. */
  async inArea(area: string, closed: boolean, page: PageKey): Promise<Page<Summary>> {
    const district = districtOf(area);
    const shelf = closed ? 'CLOSED' : 'OPEN';
    const { data } = await this.#things.query
      .inArea({ shelf, district })
      .begins({ area })
      .go({
        limit: rowsToRead(page.limit),
        cursor: this.#cursor('gsi1', `${this.keeping.kind}_${shelf}#${district}`, area, page.afterKey),
        ignoreOwnership: true,
      });
    const rows = data.map(({ id, row }) => {
      const summary = { ...(row as object), id } as Summary;
      return { row: summary, key: `${summary.area}#${id}` };
    });
    return pageFrom(rows, page.limit);
  }

  /** How many open ones an area has; a Query that brings no rows (0.5 read units per 4 kB counted, a trip per MB). */
  async count(area: string): Promise<number> {
    const query = this.#things.query
      .inArea({ shelf: 'OPEN', district: districtOf(area) })
      .begins({ area })
      .params<QueryCommandInput>();
    let count = 0;
    let start: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.table.client.send(
        new QueryCommand({ ...query, Select: 'COUNT', ExclusiveStartKey: start }),
      );
      count += page.Count ?? 0;
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return count;
  }

  /** Those under control whose key begins with `prefix` (rank, or rank and area); one Query. */
  async controlled(
    area: string,
    rank: string | undefined,
    page: PageKey,
  ): Promise<readonly { row: Summary; key: string }[]> {
    const district = districtOf(area);
    const prefix = rank === undefined ? '' : `${rank}#${area}`;
    const all = this.#things.query.controlled({ controlledIn: district });
    const { data } = await (rank === undefined ? all : all.begins({ controlTurn: prefix })).go({
      limit: rowsToRead(page.limit),
      cursor: this.#cursor('gsi2', `CONTROLLED#${district}`, prefix, page.afterKey),
      data: 'includeKeys',
      ignoreOwnership: true,
    });
    // The index copies keys, `id` and `row`, and nothing of the rest.
    const rows = data as unknown as readonly { id: string; row: object; gsi2sk: string }[];
    return rows.map(({ id, row, gsi2sk }) => ({ row: { ...row, id } as Summary, key: gsi2sk }));
  }

  /** Writes an entry if the condition holds; one conditional Put. */
  async put(entry: Entry, { expectedVersion, within, gate }: WriteCondition): Promise<WriteOutcome<Entry>> {
    const put = this.#things
      .put(this.#toStored(entry))
      .where(({ id, version, area }, { notExists, eq, begins }) => {
        if (expectedVersion === undefined) return notExists(id);
        const unchanged = eq(version, expectedVersion);
        return within === undefined ? unchanged : `${unchanged} AND ${begins(area, within)}`;
      })
      .params<PreparedPut>();
    const result = await commit(this.table, [put], gate);
    if (result.done) return result;
    const [found] = result.found;
    const { data } = found === undefined ? { data: null } : this.#things.parse({ Item: found });
    return { done: false, standing: data === null ? undefined : this.#toEntry(data) };
  }

  /** What stands under an id, strongly consistent; one GetItem. */
  async standing(id: string): Promise<Entry | undefined> {
    const { data } = await this.#things.get({ id }).go({ consistent: true });
    return data === null ? undefined : this.#toEntry(data);
  }

  /** What stands under the id of an entry; one GetItem. */
  async beside({ id }: Pick<Thing, 'id'>): Promise<Entry | undefined> {
    return this.find(id);
  }

  /** Code of the grid or courtyard it lies in. */
  areaOf({ area }: Pick<Thing, 'area'>): string {
    return area;
  }

  #toStored(entry: Entry) {
    const { id, area, version, mark, requests, changedAt, changedBy, author } = entry;
    const row = this.keeping.summaryOf(entry);
    const closed = this.keeping.isClosed(entry);
    const district = districtOf(area);
    const rank = closed ? undefined : this.keeping.control?.(entry);
    return {
      ...{ id, area, version, mark, requests, changedAt, changedBy, author },
      row: contentOf(row, ['id']),
      more: contentOf(entry, Object.keys(row)),
      district,
      shelf: closed ? ('CLOSED' as const) : ('OPEN' as const),
      controlledIn: rank && district,
      controlTurn: rank && `${rank}#${area}#${id}`,
    };
  }

  #toEntry(stored: EntityItem<ReturnType<typeof createThingEntity>>): Entry {
    const { id, area, version, mark, changedAt, changedBy } = stored;
    const content = { ...(stored.row as object), ...(stored.more as object) };
    const author = stored.author as Author | undefined;
    const requests = stored.requests as readonly TakenPut[] | undefined;
    return { ...content, id, area, version, mark, requests, changedAt, changedBy, author } as Entry;
  }

  /** ElectroDB's cursor for the index row with this sort key; BAD_USER_INPUT when it lies outside what is asked. */
  #cursor(index: 'gsi1' | 'gsi2', partition: string, prefix: string, key: string | undefined): string | null {
    if (key === undefined) return null;
    if (!key.startsWith(prefix)) throw new TechnicalError('BAD_USER_INPUT', { what: 'after' });
    const { kind } = this.keeping;
    const id = key.split('#').at(-1) ?? '';
    const startKey = { pk: `${kind}#${id}`, sk: kind, [`${index}pk`]: partition, [`${index}sk`]: key };
    return Buffer.from(JSON.stringify(startKey)).toString('base64url');
  }
}

function districtOf(area: string): string {
  return ancestorAt(area, 'DISTRICT') ?? area;
}
