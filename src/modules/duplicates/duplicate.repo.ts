import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Change } from '../../shared/change';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import {
  createDuplicateEntity,
  createDuplicateLinkEntity,
  type DuplicateEntity,
  type DuplicateLinkEntity,
} from './duplicate.entity';
import {
  type Duplicate,
  duplicateIdOf,
  type DuplicateReason,
  pairOf,
  type PairOfIds,
  readDuplicateId,
} from './duplicate.rules';

/** What lists show of a pair; names are short because a hundred rows must stay small. */
interface Row {
  readonly why: readonly DuplicateReason[];
  readonly names: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Reads and writes pairs of records that may be of one person. */
export class DuplicateRepo {
  readonly #duplicates: DuplicateEntity;
  readonly #links: DuplicateLinkEntity;

  constructor(private readonly table: Table) {
    this.#duplicates = lazily(() => createDuplicateEntity(table));
    this.#links = lazily(() => createDuplicateLinkEntity(table));
  }

  /** The pair of two residents, in the collection of the older one; undefined when they are none. */
  async find(
    reads: CollectionReader,
    [older, younger]: PairOfIds,
    { consistent = false } = {},
  ): Promise<Duplicate | undefined> {
    const items = await reads.read(`RESIDENT#${older}`, { consistent });
    const found = items.find(({ sk }) => sk === `DUPLICATE#${younger}`);
    const { data } = found === undefined ? { data: null } : this.#duplicates.parse({ Item: found });
    return data === null ? undefined : toDuplicate(data);
  }

  /** The other ids of all pairs that a resident is in, decided ones too; strongly consistent. */
  async othersOf(reads: CollectionReader, resident: string): Promise<string[]> {
    const items = await reads.read(`RESIDENT#${resident}`, { consistent: true });
    return items.flatMap(({ __edb_e__, older, younger }) => {
      if (__edb_e__ === 'duplicate') return [String(younger)];
      return __edb_e__ === 'duplicate-link' ? [String(older)] : [];
    });
  }

  /** What an area has to decide, the longest waiting first; one Query. */
  async waitingIn(area: string, page: PageKey): Promise<Page<Duplicate>> {
    const { data } = await this.#duplicates.query.waiting({ waitsIn: area }).go({
      limit: rowsToRead(page.limit),
      cursor: page.afterKey === undefined ? null : cursorAfter(area, page.afterKey),
      ignoreOwnership: true,
      data: 'includeKeys',
    });
    const rows = data.map((listed) => {
      const duplicate = fromList(area, listed as unknown as ListedRow);
      return { row: duplicate, key: `${turnOf(duplicate)}#${duplicate.id}` };
    });
    return pageFrom(rows, page.limit);
  }

  /**
   * Writes a pair that is new, or that nobody changed since `version - 1`. False when somebody did.
   */
  async save(reads: CollectionReader, duplicate: Duplicate, gate: Gate | undefined): Promise<boolean> {
    const isNew = duplicate.version === 1;
    const [older, younger] = idsIn(duplicate);
    const link = this.#links.put({ older, younger }).params<PreparedPut>();
    const puts = [this.saving(duplicate), ...(isNew ? [link] : [])];
    return (await commitFor(reads, this.table, puts, gate)).done;
  }

  /** A prepared write of a pair that is new, or that nobody changed since `version - 1`. */
  saving(duplicate: Duplicate): PreparedPut {
    const put = this.#duplicates.put(toStored(duplicate));
    const condition =
      duplicate.version === 1
        ? put.where(({ version }, { notExists }) => notExists(version))
        : put.where(({ version }, { eq }) => eq(version, duplicate.version - 1));
    return condition.params<PreparedPut>();
  }
}

/** A row of the list: whom it is about is in its keys. */
interface ListedRow {
  readonly pk: string;
  readonly sk: string;
  readonly row: Row;
}

function toDuplicate(stored: EntityItem<DuplicateEntity>): Duplicate {
  const { older, younger, version, state, area } = stored;
  const { why, names, at } = stored.row as Row;
  return {
    ...{ id: duplicateIdOf([older, younger]), version, state, area, reasons: why, maskedNames: names },
    ...{ foundAt: new Date(at), changes: stored.changes as readonly Change[] },
  };
}

function fromList(area: string, { pk, sk, row }: ListedRow): Duplicate {
  const ids = pairOf(pk.split('#')[1] ?? '', sk.split('#')[1] ?? '');
  return {
    ...{ id: duplicateIdOf(ids), version: 0, state: 'OPEN', area, reasons: row.why },
    ...{ maskedNames: row.names, foundAt: new Date(row.at), changes: [] },
  };
}

function toStored(duplicate: Duplicate): EntityItem<DuplicateEntity> {
  const { version, state, area, reasons, maskedNames, foundAt, changes } = duplicate;
  const [older, younger] = idsIn(duplicate);
  const row: Row = { why: reasons, names: maskedNames, at: foundAt.getTime() };
  const waits = state === 'OPEN';
  return {
    ...{ older, younger, version, state, area, row, changes },
    waitsIn: waits ? area : undefined,
    turn: waits ? turnOf(duplicate) : undefined,
  };
}

function idsIn({ id }: Duplicate): PairOfIds {
  const ids = readDuplicateId(id);
  if (ids === undefined) throw new Error('A pair cannot be read.');
  return ids;
}

function turnOf({ foundAt }: Pick<Duplicate, 'foundAt'>): string {
  return foundAt.toISOString();
}

/** ElectroDB's cursor for the row with this key: moment and id. */
function cursorAfter(area: string, key: string): string {
  const [moment = '', id = ''] = key.split('#');
  const [older = '', younger = ''] = id.split('.');
  const start = {
    ...{ pk: `RESIDENT#${older}`, sk: `DUPLICATE#${younger}` },
    ...{ gsi1pk: `DUPLICATES#${area}`, gsi1sk: moment },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
