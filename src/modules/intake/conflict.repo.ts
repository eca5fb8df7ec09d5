import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { type ConflictEntity, createConflictEntity } from './conflict.entity';
import {
  communityOf,
  type Conflict,
  type ConflictSummary,
  KEPT_DAYS,
  type Settlement,
} from './conflict.rules';

/** What lists show; the time is in the key. */
type Row = Pick<ConflictSummary, 'kind' | 'record' | 'by'> & { readonly keptAt: string };

/** Whose open conflicts are listed: of a person, or in a community. */
export type ConflictShelf = { readonly person: string } | { readonly community: string };

/** Reads and writes conflicts. */
export class ConflictRepo {
  readonly #conflicts: ConflictEntity;

  constructor(private readonly table: Table) {
    this.#conflicts = lazily(() => createConflictEntity(table));
  }

  /** The conflict with this id, strongly consistent; one Query. */
  async find(reads: CollectionReader, id: string): Promise<Conflict | undefined> {
    const [item] = await reads.read(conflictKey(id), { consistent: true });
    return this.fromItem(item);
  }

  /** The open conflicts of a person or community, newest first; one Query. */
  async open(shelf: ConflictShelf, page: PageKey): Promise<Page<ConflictSummary>> {
    const { query } = this.#conflicts;
    const cursor = page.afterKey === undefined ? null : cursorAfter(shelf, page.afterKey);
    const options = { limit: rowsToRead(page.limit), cursor, order: 'desc', ignoreOwnership: true } as const;
    const { data } =
      'person' in shelf ? await query.mine(shelf).go(options) : await query.inCommunity(shelf).go(options);
    const rows = data.map(({ id, row }) => {
      const { keptAt, ...shown } = row as Row;
      return {
        row: { id, ...shown, keptAt: new Date(keptAt), state: 'OPEN' as const },
        key: `${keptAt}#${id}`,
      };
    });
    return pageFrom(rows, page.limit);
  }

  /** Keeps a conflict that is new. */
  async keep(reads: CollectionReader, conflict: Conflict, gate: Gate | undefined): Promise<CommitResult> {
    const put = this.#conflicts
      .put(toStored(conflict))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    return commitFor(reads, this.table, [put], gate);
  }

  /** Writes what was decided about a conflict that was open, or decided by this very request. */
  async settle(
    reads: CollectionReader,
    conflict: Conflict & { readonly settled: Settlement },
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#conflicts
      .put(toStored(conflict))
      .where(({ state }, { eq }) => eq(state, 'OPEN'))
      .params<PreparedPut>();
    return commitFor(reads, this.table, [put], gate);
  }

  /** The conflict in an item of its collection or of a failed condition. */
  fromItem(item: Record<string, unknown> | undefined): Conflict | undefined {
    if (item?.__edb_e__ !== 'conflict') return undefined;
    const { data } = this.#conflicts.parse({ Item: item });
    return data === null ? undefined : toConflict(data);
  }
}

function conflictKey(id: string): string {
  return `CONFLICT#${id}`;
}

function toStored(conflict: Conflict): EntityItem<ConflictEntity> {
  const { id, kind, state, area, what, sealed, mark, record, by, settled } = conflict;
  const keptAt = conflict.keptAt.toISOString();
  const row: Row = { kind, record, by, keptAt };
  const stored = { id, kind, state, keptAt, area, what, sealed, mark, row };
  const turn = `${keptAt}#${id}`;
  const community = communityOf(conflict);
  const placed = community === undefined ? {} : { community, place: turn };
  if (settled === undefined) return { ...stored, person: by.id, turn, ...placed };
  const expiresAt = Math.floor(settled.at.getTime() / 1000) + KEPT_DAYS * 86_400;
  return { ...stored, expiresAt, settled: { ...settled, at: settled.at.toISOString() } };
}

function toConflict(stored: EntityItem<ConflictEntity>): Conflict {
  const { id, kind, state, area, mark } = stored;
  const { record, by } = stored.row as Row;
  const settled = stored.settled as (Omit<Settlement, 'at'> & { readonly at: string }) | undefined;
  return {
    ...{ id, kind, state, area, mark, record, by, keptAt: new Date(stored.keptAt) },
    what: stored.what as Conflict['what'],
    sealed: stored.sealed as Uint8Array,
    settled: settled && { ...settled, at: new Date(settled.at) },
  };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(shelf: ConflictShelf, key: string): string {
  const base = { pk: conflictKey(key.split('#').at(-1) ?? ''), sk: 'CONFLICT' };
  const index =
    'person' in shelf
      ? { gsi2pk: `CONFLICTS#${shelf.person}`, gsi2sk: key }
      : { gsi1pk: `CONFLICTS#${shelf.community}`, gsi1sk: key };
  return Buffer.from(JSON.stringify({ ...base, ...index })).toString('base64url');
}
