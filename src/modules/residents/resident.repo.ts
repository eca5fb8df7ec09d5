import { type EntityItem } from 'electrodb';
import { readMany } from '../../data/batch-read';
import { putAll } from '../../data/bulk-write';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Change } from '../../shared/change';
import { type Merge } from './merge.rules';
import { type Residence } from './residence.rules';
import { createResidentEntity, type ResidentEntity } from './resident.entity';
import { type Person, type ResidentState } from './resident.rules';
import { type FoundResident, type Resident } from './resident.type';

/** What a search shows of a resident, and what it must know to decide who may see it. */
interface Row extends Person {
  readonly state: ResidentState;
  readonly courtyard?: string | undefined;
  readonly address?: string | undefined;
  /** Of somebody erased. */
  readonly birthYear?: number | undefined;
}

/** Most records that one number is looked for in; more than one is a duplicate. */
export const MOST_FOUND = 10;

/** Reads and writes residents. */
export class ResidentRepo {
  readonly #residents: ResidentEntity;

  constructor(private readonly table: Table) {
    this.#residents = lazily(() => createResidentEntity(table));
  }

  /** The resident in the collection; one Query, shared with whoever else reads that collection in this request. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<Resident | undefined> {
    const items = await reads.read(residentKey(id), { consistent });
    return this.fromItem(items.find(({ sk }) => sk === 'RESIDENT'));
  }

  /** Those of these residents that are on file; one BatchGetItem for each hundred. */
  async many(ids: readonly string[]): Promise<Resident[]> {
    const items = await readMany(
      this.table,
      ids.map((id) => ({ pk: residentKey(id), sk: 'RESIDENT' })),
    );
    return items.map((item) => this.fromItem(item)).filter((found) => found !== undefined);
  }

  /** Those of these ids that somebody is on file with; one strongly consistent BatchGetItem for each hundred. */
  async onFile(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const keys = [...new Set(ids)].map((id) => ({ id }));
    const { data, unprocessed } = await this.#residents
      .get(keys)
      .go({ consistent: true, attributes: ['id'], concurrency: 4 });
    if (unprocessed.length > 0) throw new Error(`${unprocessed.length} residents were not read; repeat.`);
    return new Set(data.map(({ id }) => id));
  }

  /** The resident in an item. */
  fromItem(item: Record<string, unknown> | undefined): Resident | undefined {
    const { data } = item === undefined ? { data: null } : this.#residents.parse({ Item: item });
    return data === null ? undefined : toResident(data);
  }

  /** Who has this identity number, by its blind index; one Query. */
  async byIdentity(identityIndex: string): Promise<FoundResident[]> {
    const { data } = await this.#residents.query
      .identity({ identityIndex })
      .go({ limit: MOST_FOUND, ignoreOwnership: true });
    return data.map(({ id, row }) => ({ id, ...(row as Row) }));
  }

  /** Who has this phone number, by its blind index; one Query. */
  async byPhone(phoneIndex: string): Promise<FoundResident[]> {
    const { data } = await this.#residents.query
      .phone({ phoneIndex })
      .go({ limit: MOST_FOUND, ignoreOwnership: true });
    return data.map(({ id, row }) => ({ id, ...(row as Row) }));
  }

  /**
   * Writes residents, each new or not changed by anybody since `version - 1`, together with the households they live in:
   * all or nothing. What was found in place of them comes in their order.
   */
  async save(
    reads: CollectionReader,
    residents: readonly Resident[],
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const puts = [...residents.map((resident) => this.saving(resident)), ...others];
    return commitFor(reads, this.table, puts, gate);
  }

  /** Writes records of a fresh area in batches, without their conditions; returns how many. */
  async load(puts: AsyncIterable<PreparedPut>): Promise<number> {
    return putAll(this.table, itemsIn(puts));
  }

  /** A prepared write of a resident who is new, or whom nobody changed since `version - 1`. */
  saving(resident: Resident): PreparedPut {
    const put = this.#residents.put(toStored(resident));
    const condition =
      resident.version === 1
        ? put.where(({ id }, { notExists }) => notExists(id))
        : put.where(({ version }, { eq }) => eq(version, resident.version - 1));
    return condition.params<PreparedPut>();
  }
}

async function* itemsIn(puts: AsyncIterable<PreparedPut>) {
  for await (const put of puts) yield* itemsOf([put]);
}

/** Partition key of a resident's collection. */
export function residentKey(id: string): string {
  return `RESIDENT#${id}`;
}

function toResident(stored: EntityItem<ResidentEntity>): Resident {
  const { id, version, identityIndex, phoneIndex } = stored;
  const { state, name, sex, birthDate, birthYear, kind, ...masked } = stored.row as Row;
  const { maskedIdentityNumber, maskedPhone } = masked;
  return {
    ...{ id, version, state, name, sex, birthDate, birthYear, kind, maskedIdentityNumber, maskedPhone },
    residences: stored.residences as readonly Residence[],
    changes: stored.changes as readonly Change[],
    ...mergeOf(stored),
    ...{ sealed: stored.sealed as Uint8Array | undefined, identityIndex, phoneIndex },
  };
}

function mergeOf({ merge, absorbed }: EntityItem<ResidentEntity>) {
  const known = merge as Merge | undefined;
  return { merge: known, mergedInto: known?.into, absorbed: absorbed as readonly string[] | undefined };
}

function toStored(resident: Resident): EntityItem<ResidentEntity> {
  const { id, version, residences, merge, absorbed, sealed, identityIndex, phoneIndex, changes } = resident;
  const { state, name, sex, birthDate, birthYear, kind, maskedIdentityNumber, maskedPhone } = resident;
  const [last] = residences;
  const row: Row = {
    ...{ state, name, sex, birthDate, birthYear, kind, maskedIdentityNumber, maskedPhone },
    ...{ courtyard: last?.courtyard, address: last?.address },
  };
  return { id, version, row, residences, merge, absorbed, sealed, identityIndex, phoneIndex, changes };
}
