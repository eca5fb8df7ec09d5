import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Day } from '../../shared/business-date';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { areaToday } from '../cases/case-mediation.rules';
import { type Case } from '../cases/case.type';
import { createMediationEntity, type MediationEntity } from './mediation.entity';
import { dueOn, type MediationRecord, type Party, type Session } from './mediation.rules';
import { type DueFollowUp } from './mediation.type';

/** What the index copies: category, its version, and the masked names of the parties. */
type Row = readonly [category: string, version: number | null, parties: readonly string[]];

/** Before and after all days. */
const EVER = { from: '0', before: '9' };

/** The index copies only its keys, `id` and `row`. */
const WITH_KEYS = { ignoreOwnership: true, data: 'includeKeys' } as const;

/** Reads and writes mediation records. */
export class MediationRepo {
  readonly #records: MediationEntity;

  constructor(private readonly table: Table) {
    this.#records = lazily(() => createMediationEntity(table));
  }

  /** The record of a case; from the Query that brought the case, strongly consistent for a write. */
  async of(
    reads: CollectionReader,
    caseId: string,
    { consistent = false } = {},
  ): Promise<MediationRecord | undefined> {
    const items = await reads.read(`CASE#${caseId}`, { consistent });
    return this.fromItem(items.find(({ sk }) => sk === 'MEDIATION'));
  }

  /** What is due in a community before a day, by day, of what is to be kept; usually one Query. */
  async due(
    community: string,
    before: Day | undefined,
    page: PageKey,
    isWanted: (row: DueFollowUp) => boolean,
  ): Promise<Page<DueFollowUp>> {
    const within = this.#records.query
      .due({ community })
      .between({ turn: EVER.from }, { turn: before ?? EVER.before });
    const rows = await fillPage(
      {
        rows: rowsToRead(page.limit),
        from: page.afterKey === undefined ? null : cursorAfter(community, page.afterKey),
      },
      async (limit, cursor) => {
        const answer = await within.go({ limit, cursor, ...WITH_KEYS });
        return { data: answer.data.map(listed), cursor: answer.cursor };
      },
      isWanted,
    );
    const keyed = rows.map((row) => ({ row, key: turnOf(row) }));
    return pageFrom(keyed, page.limit);
  }

  /**
   * Writes a record that is new, or that nobody changed since `version - 1`, together with another's write: all or nothing.
   * Alone it is one write of one unit for each kilobyte, with the index.
   */
  async save(
    reads: CollectionReader,
    found: Case,
    record: MediationRecord,
    { beside, gate }: { beside: readonly PreparedPut[]; gate: Gate | undefined },
  ): Promise<CommitResult> {
    const { version } = record;
    const put = this.#records.put(toStored(found, record));
    const condition =
      version === 1
        ? put.where((attributes, { notExists }) => notExists(attributes.version))
        : put.where((attributes, { eq }) => eq(attributes.version, version - 1));
    return commitFor(reads, this.table, [condition.params<PreparedPut>(), ...beside], gate);
  }

  /** All that is due in a community; a Query for each page. */
  async allDue(community: string): Promise<readonly DueFollowUp[]> {
    const { data } = await this.#records.query.due({ community }).go({ pages: 'all', ...WITH_KEYS });
    return data.map(listed);
  }

  /**
   * Writes in which list it is due by where its case lies today, unless somebody has recorded something since it was read: false
   * then. Nothing was recorded, so its version stays.
   */
  async relocate(reads: CollectionReader, found: Case, record: MediationRecord): Promise<boolean> {
    const put = this.#records
      .put(toStored(found, record))
      .where((attributes, { eq }) => eq(attributes.version, record.version))
      .params<PreparedPut>();
    return (await commitFor(reads, this.table, [put], undefined)).done;
  }

  /** The record in an item. */
  fromItem(item: Record<string, unknown> | undefined): MediationRecord | undefined {
    const { data } = item === undefined ? { data: null } : this.#records.parse({ Item: item });
    return data === null ? undefined : toRecord(data);
  }
}

function toStored(found: Case, record: MediationRecord): EntityItem<MediationEntity> {
  const { area, category } = found;
  const { caseId: id, version, parties, sessions } = record;
  const row: Row = [category.code, category.version ?? null, parties.map(({ masked }) => masked)];
  const on = dueOn(record);
  const community = on && (ancestorAt(area, 'COMMUNITY') ?? area);
  const turn = on && turnOf({ on, area: areaToday(found), caseId: id });
  return { id, version, area, parties, sessions, row, community, turn };
}

function toRecord({ id, version, parties, sessions }: EntityItem<MediationEntity>): MediationRecord {
  return {
    caseId: id,
    version,
    parties: parties as readonly Party[],
    sessions: sessions as readonly Session[],
  };
}

/** Where a follow-up stands among those that are due: by day, then by area. */
function turnOf({ on, area, caseId }: Pick<DueFollowUp, 'on' | 'area' | 'caseId'>): string {
  return `${on}#${area}#${caseId}`;
}

/** A row of the index. */
function listed(item: object): DueFollowUp {
  const { id, row, gsi1sk } = item as { id: string; row: Row; gsi1sk: string };
  const [on = '', area = ''] = gsi1sk.split('#');
  const [code, version, maskedParties] = row;
  return { caseId: id, on, area, category: { code, version: version ?? undefined }, maskedParties };
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(community: string, key: string): string {
  const id = key.split('#').at(-1) ?? '';
  const start = { pk: `CASE#${id}`, sk: 'MEDIATION', gsi1pk: `MEDIATION_DUE#${community}`, gsi1sk: key };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
