import { type EntityItem } from 'electrodb';
import { readMany } from '../../data/batch-read';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Change } from '../../shared/change';
import { maskedName } from '../../shared/masking';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import {
  createHouseholdEntity,
  createMemberEntity,
  type HouseholdEntity,
  type MemberEntity,
} from './household.entity';
import { type Household, type HouseholdFile, type HouseholdKind } from './household.type';
import { countsOf, type Member } from './residence.rules';

/** What lists show of a household; names are short because a hundred rows must stay small. */
interface Row {
  readonly courtyard: string;
  readonly door: string;
  readonly address: string;
  readonly kind: HouseholdKind;
  readonly members: number;
  readonly floating: number;
  readonly head?: string | undefined;
}

/** Reads and writes households and who lives in them. */
export class HouseholdRepo {
  readonly #households: HouseholdEntity;
  readonly #members: MemberEntity;

  constructor(private readonly table: Table) {
    this.#households = lazily(() => createHouseholdEntity(table));
    this.#members = lazily(() => createMemberEntity(table));
  }

  /** The households of a grid or courtyard, by courtyard and door; one Query. */
  async inArea(area: string, page: PageKey): Promise<Page<Household>> {
    const grid = gridOf(area);
    const within = this.#households.query.listed({ grid }).begins({ courtyard: area });
    const { data } = await within.go({
      limit: rowsToRead(page.limit),
      cursor: page.afterKey === undefined ? null : cursorAfter(grid, page.afterKey),
      ignoreOwnership: true,
    });
    const rows = data.map(({ id, row }) => {
      const household = toHousehold(id, row as Row);
      return { row: household, key: `${household.courtyard}#${household.door}#${id}` };
    });
    return pageFrom(rows, page.limit);
  }

  /** All households of a grid or courtyard as lists show them; as many Queries as they have megabytes. */
  async allIn(area: string): Promise<Household[]> {
    const within = this.#households.query.listed({ grid: gridOf(area) }).begins({ courtyard: area });
    const { data } = await within.go({ pages: 'all', ignoreOwnership: true });
    return data.map(({ id, row }) => toHousehold(id, row as Row));
  }

  /** A household with all who ever lived in it; one Query. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<HouseholdFile | undefined> {
    return this.fromItems(await reads.read(householdKey(id), { consistent }));
  }

  /** Those of these households that are on file, as lists show them, without their people; one BatchGetItem for each hundred. */
  async many(ids: readonly string[]): Promise<HouseholdFile[]> {
    const items = await readMany(
      this.table,
      ids.map((id) => ({ pk: householdKey(id), sk: 'HOUSEHOLD' })),
    );
    return items.map((item) => this.fromItems([item])).filter((found) => found !== undefined);
  }

  /** The household in the items of its collection. */
  fromItems(items: readonly Record<string, unknown>[]): HouseholdFile | undefined {
    const everyone = items
      .filter(({ __edb_e__ }) => __edb_e__ === 'member')
      .map((item) => this.#member(item));
    const found = items.find(({ sk }) => sk === 'HOUSEHOLD');
    const { data } = found === undefined ? { data: null } : this.#households.parse({ Item: found });
    return data === null ? undefined : toFile(data, everyone);
  }

  /** Writes a new household. */
  async create(
    reads: CollectionReader,
    household: HouseholdFile,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.creating(household)], gate);
  }

  /** Tells `reads` which of these households are not on file; one strongly consistent BatchGetItem for each hundred. */
  async noteAbsent(reads: CollectionReader, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const { data, unprocessed } = await this.#households
      .get(ids.map((id) => ({ id })))
      .go({ consistent: true, attributes: ['id'], concurrency: 4 });
    // Of those that were not answered for nothing is known: they are read when they are needed.
    const open = new Set([...data, ...unprocessed].map(({ id }) => id));
    for (const id of ids) if (!open.has(id)) reads.wrote(householdKey(id), [], 'NEW');
  }

  /** A prepared write of a household that is not on file. */
  creating(household: HouseholdFile): PreparedPut {
    return this.#households
      .put(toStored(household))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
  }

  /** A prepared write of a household that nobody changed since `version - 1`. */
  replacing(household: HouseholdFile): PreparedPut {
    return this.#households
      .put(toStored(household))
      .where(({ version }, { eq }) => eq(version, household.version - 1))
      .params<PreparedPut>();
  }

  /** Writes a household that nobody changed since `version - 1`, together with prepared writes of others: all or nothing. */
  async replace(
    reads: CollectionReader,
    household: HouseholdFile,
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.replacing(household), ...others], gate);
  }

  /** A prepared write of somebody's residence. */
  keeping(household: string, member: Member): PreparedPut {
    const { resident, from, ...facts } = member;
    return this.#members.put({ household, resident, from, facts }).params<PreparedPut>();
  }

  #member(item: Record<string, unknown>): Member {
    const { data } = this.#members.parse({ Item: item });
    if (data === null) throw new Error('A member cannot be read.');
    const { resident, from } = data;
    return { ...(data.facts as Omit<Member, 'resident' | 'from'>), resident, from };
  }
}

/** Partition key of a household's collection. */
export function householdKey(id: string): string {
  return `HOUSEHOLD#${id}`;
}

function toFile(stored: EntityItem<HouseholdEntity>, everyone: readonly Member[]): HouseholdFile {
  const { id, version, grid } = stored;
  const changes = stored.changes as readonly Change[];
  return { ...toHousehold(id, stored.row as Row), version, grid, everyone, changes };
}

function toHousehold(id: string, { members, floating, head, ...row }: Row): Household {
  return { id, ...row, memberCount: members, floatingCount: floating, maskedHeadName: head };
}

function toStored({ id, version, courtyard, door, address, kind, everyone, changes }: HouseholdFile) {
  const { memberCount, floatingCount, headName } = countsOf(everyone);
  const row: Row = {
    ...{ courtyard, door, address, kind, members: memberCount, floating: floatingCount },
    head: headName === undefined ? undefined : maskedName(headName),
  };
  return { id, version, grid: gridOf(courtyard), courtyard, door, row, changes };
}

function gridOf(area: string): string {
  return ancestorAt(area, 'GRID') ?? area;
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(grid: string, key: string): string {
  const id = key.split('#').at(-1) ?? '';
  const start = { pk: householdKey(id), sk: 'HOUSEHOLD', gsi1pk: `HOUSEHOLDS#${grid}`, gsi1sk: key };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
