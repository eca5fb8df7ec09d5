import { type EntityItem } from 'electrodb';
import { readMany } from '../../data/batch-read';
import { commit, type PreparedPut, removeUnchanged } from '../../data/commit';
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
import { createSiteEntity, type SiteKind } from './site.entity';

/** What every site has: an id that begins with the code of its courtyard. */
export interface Site extends RegisterEntry {
  readonly id: string;
  readonly courtyard: string;
}

/** Reads and writes the sites of one kind. */
export class SiteRepo<Entry extends Site> implements Keeper<Entry> {
  readonly #sites;

  constructor(
    private readonly table: Table,
    private readonly kind: SiteKind,
  ) {
    this.#sites = lazily(() => createSiteEntity(table, kind));
  }

  /** One by id; one GetItem. */
  async find(id: string): Promise<Entry | undefined> {
    const { data } = await this.#sites.get({ grid: gridOf(id), id }).go();
    return data === null ? undefined : this.#toEntry(data);
  }

  /** Those of these ids that there are; one BatchGetItem for each hundred. */
  async many(ids: readonly string[]): Promise<Entry[]> {
    const items = await readMany(
      this.table,
      ids.map((id) => ({ pk: `${this.kind}S#${gridOf(id)}`, sk: id })),
    );
    return items.flatMap((Item) => {
      const { data } = this.#sites.parse({ Item });
      return data === null ? [] : [this.#toEntry(data)];
    });
  }

  /** Those whose id begins with `prefix` (code of a grid or courtyard, or the id of a building), by id; one Query. */
  async under(prefix: string, page: PageKey): Promise<Page<Entry>> {
    const grid = gridOf(prefix);
    const { data } = await this.#sites.query
      .primary({ grid })
      .begins({ id: prefix })
      .go({
        limit: rowsToRead(page.limit),
        cursor: page.afterKey === undefined ? null : this.#cursor(grid, prefix, page.afterKey),
      });
    return pageFrom(
      data.map((stored) => ({ row: this.#toEntry(stored), key: stored.id })),
      page.limit,
    );
  }

  /** Writes an entry if the condition holds; one conditional Put. */
  async put(entry: Entry, { expectedVersion, gate }: WriteCondition): Promise<WriteOutcome<Entry>> {
    const { id, version, mark, requests, changedAt, changedBy, author } = entry;
    const row = contentOf(entry, ['id', 'courtyard']);
    const put = this.#sites
      .put({ id, version, mark, requests, changedAt, changedBy, author, row, grid: gridOf(id) })
      .where((site, { notExists, eq }) =>
        expectedVersion === undefined ? notExists(site.id) : eq(site.version, expectedVersion),
      )
      .params<PreparedPut>();
    const result = await commit(this.table, [put], gate);
    if (result.done) return result;
    const [found] = result.found;
    const { data } = found === undefined ? { data: null } : this.#sites.parse({ Item: found });
    return { done: false, standing: data === null ? undefined : this.#toEntry(data) };
  }

  /** What stands under an id, strongly consistent; one GetItem. */
  async standing(id: string): Promise<Entry | undefined> {
    const { data } = await this.#sites.get({ grid: gridOf(id), id }).go({ consistent: true });
    return data === null ? undefined : this.#toEntry(data);
  }

  /** What stands under the id of an entry; one GetItem. */
  async beside({ id }: Pick<Site, 'id'>): Promise<Entry | undefined> {
    return this.find(id);
  }

  /**
   * Takes all of a courtyard to its new code. Each is written there before it is removed here, and a change that somebody
   * makes in between is taken along; so it may be cut off and repeated.
   */
  async recode(from: string, to: string): Promise<void> {
    const { data } = await this.#sites.query
      .primary({ grid: gridOf(from) })
      .begins({ id: from })
      .go({ pages: 'all', consistent: true });
    for (const old of data) {
      const id = to + old.id.slice(COURTYARD_DIGITS);
      const put = this.#sites
        .put({ ...old, author: undefined, id, grid: gridOf(id) })
        .where((site, { notExists, lte }) => `${notExists(site.id)} OR ${lte(site.version, old.version)}`)
        .params<PreparedPut>();
      await commit(this.table, [put], undefined);
      if (
        !(await removeUnchanged(
          this.table,
          { pk: `${this.kind}S#${gridOf(old.id)}`, sk: old.id },
          old.version,
        ))
      )
        throw new TechnicalError('TRY_AGAIN');
    }
  }

  /** Code of its courtyard. */
  areaOf({ courtyard }: Pick<Site, 'courtyard'>): string {
    return courtyard;
  }

  #toEntry(stored: EntityItem<ReturnType<typeof createSiteEntity>>): Entry {
    const { id, version, mark, changedAt, changedBy } = stored;
    const courtyard = id.slice(0, COURTYARD_DIGITS);
    const author = stored.author as Author | undefined;
    const requests = stored.requests as readonly TakenPut[] | undefined;
    const stamp = { version, mark, requests, changedAt, changedBy, author };
    return { ...(stored.row as object), id, courtyard, ...stamp } as Entry;
  }

  /** ElectroDB's cursor for the row with this id; BAD_USER_INPUT when it lies outside what is asked. */
  #cursor(grid: string, prefix: string, id: string): string {
    if (!id.startsWith(prefix)) throw new TechnicalError('BAD_USER_INPUT', { what: 'after' });
    return Buffer.from(JSON.stringify({ pk: `${this.kind}S#${grid}`, sk: id })).toString('base64url');
  }
}

/** Digits of a courtyard's code, with which the id of a site begins. */
const COURTYARD_DIGITS = 18;

function gridOf(id: string): string {
  return ancestorAt(id.slice(0, COURTYARD_DIGITS), 'GRID') ?? id;
}
