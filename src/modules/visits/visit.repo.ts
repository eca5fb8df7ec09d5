import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { type Gathering } from '../../data/gathering';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Author } from '../../shared/change';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createVisitEntity, type VisitEntity } from './visit.entity';
import { type Visit, type VisitSummary } from './visit.type';

type Facts = Pick<Visit, 'address' | 'met' | 'point' | 'note' | 'nextOn' | 'parts'> & {
  readonly recordedAt: string;
};

/** What lists show; the time is in the key. */
interface Row {
  readonly at: string;
  readonly outcome: Visit['outcome'];
  readonly by: string;
  readonly note?: string | undefined;
}

/** Characters of a note that lists show. */
const NOTE_SHOWN = 60;

/** Reads and writes visits. */
export class VisitRepo {
  readonly #visits: VisitEntity;

  constructor(private readonly table: Table) {
    this.#visits = lazily(() => createVisitEntity(table));
  }

  /** The visit in its collection; one Query, shared with whoever else reads that collection in this request. */
  async find(reads: CollectionReader, id: string, { consistent = false } = {}): Promise<Visit | undefined> {
    const items = await reads.read(visitKey(id), { consistent });
    return this.fromItem(items.find(({ sk }) => sk === 'VISIT'));
  }

  /** The visits at a door, newest first; one Query. */
  async atDoor(household: string, page: PageKey): Promise<Page<VisitSummary>> {
    const cursor = page.afterKey === undefined ? null : cursorAfter(household, page.afterKey);
    const { data } = await this.#visits.query
      .atDoor({ household })
      .go({ limit: rowsToRead(page.limit), cursor, order: 'desc', ignoreOwnership: true });
    const rows = data.map(({ id, row }) => {
      const { at, outcome, by, note } = row as Row;
      return { row: { id, at: new Date(at), outcome, by: { name: by }, note }, key: `${at}#${id}` };
    });
    return pageFrom(rows, page.limit);
  }

  /** Writes a new visit together with prepared writes of others: all or nothing. */
  async create(
    reads: CollectionReader,
    visit: Visit,
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#visits
      .put(toStored(visit))
      .where(({ mark }, { notExists }) => notExists(mark))
      .params<PreparedPut>();
    reads.wrote(visitKey(visit.id), [], 'NEW');
    return commitFor(reads, this.table, [put, ...others], gate);
  }

  /** Makes writes that were gathered, all or nothing; false where they cannot be made at once. */
  async makeAll(reads: CollectionReader, gathering: Gathering, gate: Gate | undefined): Promise<boolean> {
    return gathering.make(reads, this.table, gate);
  }

  /** The visit in an item of its collection or of a failed condition. */
  fromItem(item: Record<string, unknown> | undefined): Visit | undefined {
    if (item?.__edb_e__ !== 'visit') return undefined;
    const { data } = this.#visits.parse({ Item: item });
    return data === null ? undefined : toVisit(data);
  }
}

/** Partition key of a visit's collection. */
export function visitKey(id: string): string {
  return `VISIT#${id}`;
}

function toStored(visit: Visit): EntityItem<VisitEntity> {
  const { id, household, grid, courtyard, outcome, by, mark } = visit;
  const { address, met, point, note, nextOn, parts } = visit;
  const at = visit.at.toISOString();
  const row: Row = { at, outcome, by: by.name, note: note?.slice(0, NOTE_SHOWN) };
  const facts: Facts = {
    ...{ address, met, point, note, nextOn, parts },
    recordedAt: visit.recordedAt.toISOString(),
  };
  return { id, household, grid, courtyard, at, outcome, by, facts, row, mark };
}

function toVisit(stored: EntityItem<VisitEntity>): Visit {
  const { id, household, grid, courtyard, outcome, mark } = stored;
  const { recordedAt, ...told } = stored.facts as Facts;
  return {
    ...{ id, household, grid, courtyard, outcome, mark, ...told },
    ...{ at: new Date(stored.at), recordedAt: new Date(recordedAt), by: stored.by as Author },
  };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(household: string, key: string): string {
  const id = key.split('#').at(-1) ?? '';
  const start = { pk: visitKey(id), sk: 'VISIT', gsi2pk: `VISITS#${household}`, gsi2sk: key };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
