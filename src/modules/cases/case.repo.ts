import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { type RecordLink } from '../../shared/record-link.type';
import { type CaseEntity, createCaseEntity } from './case.entity';
import {
  areaCustodian,
  type CasePerson,
  type CaseStep,
  type Custodian,
  URGENCIES,
  type Urgency,
} from './case.rules';
import { type CaseState } from './case.machine';
import { type Case, type CaseSummary } from './case.type';

/** The attribute that lists are made from; times are RFC 3339 UTC. */
interface Row {
  readonly state: CaseState;
  readonly category: string;
  readonly urgency: Urgency;
  readonly summary: string;
  readonly area: string;
  readonly address?: string | undefined;
  readonly reporter: CasePerson;
  readonly reportedAt: string;
  /** Absent until the first move. */
  readonly updatedAt?: string | undefined;
  readonly holder?: Custodian | undefined;
}

type Stored = EntityItem<CaseEntity>;

/** Characters of the text that lists show. */
const SUMMARY_LENGTH = 60;

/** Reads and writes cases. */
export class CaseRepo {
  readonly #cases: CaseEntity;

  constructor(private readonly table: Table) {
    this.#cases = lazily(() => createCaseEntity(table));
  }

  /** The case in its collection; one Query, shared with whoever else reads that collection in this request. */
  async find(reads: CollectionReader, id: string, consistent = false): Promise<Case | undefined> {
    const items = await reads.read(caseKey(id), { consistent });
    return this.#parse(items.find((item) => item.sk === 'CASE'));
  }

  /** What an area or department holds, most urgent and oldest first; one Query. */
  async heldBy(holder: string, page: PageKey): Promise<Page<CaseSummary>> {
    const cursor =
      page.afterKey && cursorAfter('gsi1', `HELD#${holder}`, page.afterKey, page.afterKey.split('#')[2]);
    const { data } = await this.#cases.query
      .held({ holder })
      .go({ limit: rowsToRead(page.limit), cursor: cursor ?? null, ignoreOwnership: true });
    const rows = data.map(({ id, row }) => {
      const summary = toSummary(id, row as Row);
      return { row: summary, key: turnOf(summary) };
    });
    return pageFrom(rows, page.limit);
  }

  /** All that an area or department holds, and where it happened; as many Queries as they have megabytes. */
  async allHeldBy(holder: string): Promise<{ id: string; area: string }[]> {
    const { data } = await this.#cases.query.held({ holder }).go({ pages: 'all', ignoreOwnership: true });
    return data.map(({ id, row }) => ({ id, area: (row as Row).area }));
  }

  /** What a person reported, newest first; one Query. */
  async reportedBy(reporter: string, page: PageKey): Promise<Page<CaseSummary>> {
    const cursor =
      page.afterKey &&
      cursorAfter('gsi2', `REPORTER#${reporter}`, page.afterKey, page.afterKey.split('#')[1]);
    const { data } = await this.#cases.query
      .reported({ reporter })
      .go({ limit: rowsToRead(page.limit), cursor: cursor ?? null, order: 'desc', ignoreOwnership: true });
    const rows = data.map(({ id, row }) => {
      const summary = toSummary(id, row as Row);
      return { row: summary, key: `${summary.reportedAt.toISOString()}#${id}` };
    });
    return pageFrom(rows, page.limit);
  }

  /** Writes a new case together with prepared writes of others (its evidence slots): all or nothing. */
  async create(
    reads: CollectionReader,
    found: Case,
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#cases
      .put(toStored(found))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    return this.#commit(reads, found.id, { puts: [put, ...others], collection: 'NEW' }, gate);
  }

  /** Replaces the case if nobody moved it since `found.version - 1`, together with prepared writes of others. */
  async replace(
    reads: CollectionReader,
    found: Case,
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#cases
      .put(toStored(found))
      .where(({ version }, { eq }) => eq(version, found.version - 1))
      .params<PreparedPut>();
    return this.#commit(reads, found.id, { puts: [put, ...others], collection: 'KNOWN' }, gate);
  }

  async #commit(
    reads: CollectionReader,
    id: string,
    { puts, collection }: { puts: readonly PreparedPut[]; collection: 'NEW' | 'KNOWN' },
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const result = await commitFor(reads, this.table, puts, gate);
    const own = itemsOf(puts).filter(({ pk }) => pk === caseKey(id));
    if (result.done && collection === 'NEW') reads.wrote(caseKey(id), own, collection);
    return result;
  }

  /** The case in an item that a failed condition brought. */
  fromItem(item: Record<string, unknown> | undefined): Case | undefined {
    return this.#parse(item);
  }

  #parse(item: Record<string, unknown> | undefined): Case | undefined {
    const { data } = item === undefined ? { data: null } : this.#cases.parse({ Item: item });
    return data === null ? undefined : toCase(data);
  }
}

/** Partition key of a case's collection. */
export function caseKey(id: string): string {
  return `CASE#${id}`;
}

function toStored(found: Case): Stored {
  const { id, version, text, areaNames, grid, origin, point, holder, urgency, reporter } = found;
  const [report, ...moves] = found.steps;
  const row: Row = {
    state: found.state,
    category: found.category.code,
    urgency,
    summary: text.slice(0, SUMMARY_LENGTH),
    area: found.area,
    address: found.address,
    reporter,
    reportedAt: found.reportedAt.toISOString(),
    updatedAt: moves.at(-1)?.at,
    holder,
  };
  return {
    id,
    version,
    row,
    text: text.length > SUMMARY_LENGTH ? text.slice(SUMMARY_LENGTH) : undefined,
    names: [...areaNames],
    grid,
    origin,
    latitude: point?.latitude,
    longitude: point?.longitude,
    entry: report?.holder?.code ?? found.area,
    mark: report?.fingerprint ?? '',
    steps: moves,
    holder: holder?.code,
    turn: holder === undefined ? undefined : turnOf(found),
    reporter: reporter.id,
    reportedAt: row.reportedAt,
  };
}

function toCase(stored: Stored): Case {
  const row = stored.row as Row;
  const { id, version, grid, latitude, longitude } = stored;
  return {
    ...factsOf(id, row),
    version,
    text: row.summary + (stored.text ?? ''),
    areaNames: stored.names,
    grid,
    origin: stored.origin as RecordLink | undefined,
    point: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
    steps: [reportStep(stored, row), ...(stored.steps as CaseStep[])],
  };
}

function toSummary(id: string, row: Row): CaseSummary {
  return { ...factsOf(id, row), summary: row.summary };
}

/** What every view of a case shows. */
function factsOf(id: string, row: Row) {
  const { state, category, urgency, area, address, reporter, reportedAt, updatedAt, holder } = row;
  return {
    ...{ id, state, urgency, area, address, reporter, holder },
    category: { code: category },
    reportedAt: new Date(reportedAt),
    updatedAt: new Date(updatedAt ?? reportedAt),
  };
}

/** The first step, from what the case says of its report. */
function reportStep({ id, entry, names, mark }: Stored, { reportedAt, reporter }: Row): CaseStep {
  return {
    id,
    move: 'REPORT',
    at: reportedAt,
    by: reporter,
    holder: areaCustodian(entry, names),
    fingerprint: mark,
  };
}

/** Its turn in a queue: the most urgent first, then the oldest. */
function turnOf({ urgency, reportedAt, id }: Pick<CaseSummary, 'urgency' | 'reportedAt' | 'id'>): string {
  return `${URGENCIES.indexOf(urgency)}#${reportedAt.toISOString()}#${id}`;
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(index: 'gsi1' | 'gsi2', partition: string, key: string, id = ''): string {
  const exclusiveStartKey = { pk: caseKey(id), sk: 'CASE', [`${index}pk`]: partition, [`${index}sk`]: key };
  return Buffer.from(JSON.stringify(exclusiveStartKey)).toString('base64url');
}
