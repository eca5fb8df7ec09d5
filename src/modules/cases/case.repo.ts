import { type EntityItem } from 'electrodb';
import { readMany } from '../../data/batch-read';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, itemsOf, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { type RecordLink } from '../../shared/record-link.type';
import { type OfficeHours } from '../../shared/working-time';
import { type CaseEntity, createCaseEntity } from './case.entity';
import { type CaseState } from './case.machine';
import { caseIdOf, caseKey, inboxKey } from './case-keys.rules';
import { createCaseReferenceEntity } from './case-reference.entity';
import { type Punctuality, punctualityOf } from './case-clock.rules';
import { END, factsOf, rankOf, restOf, rowFrom, storedRowOf, timeOf, toSummary, turnOf } from './case.row';
import { routeFrom, type StoredRoute, storedRoute } from './case-route.rules';
import { URGENCIES } from './case.rules';
import { stepsFrom, storedStepsOf } from './case-steps.row';
import { type Case, type CaseSummary } from './case.type';

/** Which rows of an inbox are wanted, and when that was asked. */
export interface InboxFilter {
  readonly punctuality?: Punctuality | undefined;
  readonly states?: readonly CaseState[] | undefined;
  readonly now: Date;
}

type Stored = EntityItem<CaseEntity>;

/** Reads and writes cases. */
export class CaseRepo {
  readonly #cases: CaseEntity;
  readonly #references;

  constructor(private readonly table: Table) {
    this.#cases = lazily(() => createCaseEntity(table));
    this.#references = lazily(() => createCaseReferenceEntity(table));
  }

  /** The case in its collection; one Query, shared with whoever else reads that collection in this request. */
  async find(reads: CollectionReader, id: string, consistent = false): Promise<Case | undefined> {
    const items = await reads.read(caseKey(id), { consistent });
    return this.#parse(items.find((item) => item.sk === 'CASE'));
  }

  /** Those of these cases that there are; one BatchGetItem for each hundred. */
  async many(ids: readonly string[]): Promise<Case[]> {
    const items = await readMany(
      this.table,
      ids.map((id) => ({ pk: caseKey(id), sk: 'CASE' })),
    );
    return items.map((item) => this.#parse(item)).filter((found) => found !== undefined);
  }

  /**
   * What an area or department holds, most urgent and soonest due first; one Query. Of what stands so in its limit, one for
   * each urgency, all at once.
   */
  async heldBy(holder: string, page: PageKey, filter: InboxFilter): Promise<Page<CaseSummary>> {
    const range = { holder, rows: rowsToRead(page.limit), from: page.afterKey ?? '' };
    const isWanted = ({ state }: CaseSummary) => filter.states?.includes(state) ?? true;
    const { punctuality, now } = filter;
    const found =
      punctuality === undefined
        ? await this.#inTurn({ ...range, to: END }, isWanted)
        : await this.#inTurnOf(range, { punctuality, now }, isWanted);
    return pageFrom(
      found.map((summary) => ({ row: summary, key: turnOf(summary) })),
      page.limit,
    );
  }

  /** So many rows of an inbox after one turn and before another, without those that are not wanted. */
  async #inTurn(
    { holder, rows, from, to }: { holder: string; rows: number; from: string; to: string },
    isWanted: (row: CaseSummary) => boolean,
  ): Promise<CaseSummary[]> {
    // No turn begins with another one, so that what comes after it is found by its key alone.
    const query = this.#cases.query
      .held({ inbox: inboxKey(holder) })
      .between({ turn: `${from}!` }, { turn: to });
    return fillPage(
      { rows, from: null },
      async (limit, cursor) => {
        const answer = await query.go({ limit, cursor, ignoreOwnership: true });
        return { cursor: answer.cursor, data: answer.data.map(listed) };
      },
      isWanted,
    );
  }

  /** Each urgency has the turns of what is over before those of what is not. */
  async #inTurnOf(
    { holder, rows, from }: { holder: string; rows: number; from: string },
    { punctuality, now }: { punctuality: Punctuality; now: Date },
    isWanted: (row: CaseSummary) => boolean,
  ): Promise<CaseSummary[]> {
    const isDue = (row: CaseSummary) =>
      row.clock !== undefined && punctualityOf(row.clock, now) === punctuality && isWanted(row);
    const found = await Promise.all(
      URGENCIES.map(async (urgency) => {
        const rank = rankOf(urgency);
        const border = `${rank}#${timeOf(now)}`;
        const [first, to] = punctuality === 'OVER' ? [`${rank}#`, border] : [border, `${rank}#${END}`];
        const after = from > first ? from : first;
        return after >= to ? [] : this.#inTurn({ holder, rows, from: after, to }, isDue);
      }),
    );
    return found.flat().slice(0, rows);
  }

  /** All that an area or department holds, and where it happened; as many Queries as they have megabytes. */
  async allHeldBy(holder: string): Promise<{ id: string; area: string }[]> {
    const { data } = await this.#cases.query
      .held({ inbox: inboxKey(holder) })
      .go({ pages: 'all', ignoreOwnership: true });
    return data.map(listed).map(({ id, area }) => ({ id, area }));
  }

  /** That a ticket of a district was taken in as a case: to be written with it, and refused where it was before. */
  takingIn(district: string, source: string, reference: string, caseId: string): PreparedPut {
    return this.#references
      .put({ district, source, reference, caseId })
      .where(({ caseId: taken }, { notExists }) => notExists(taken))
      .params<PreparedPut>();
  }

  /** Writes a new case together with prepared writes of others (its evidence slots): all or nothing. */
  async create(
    reads: CollectionReader,
    found: Case,
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return this.#commit(
      reads,
      found.id,
      { puts: [this.creating(found), ...others], collection: 'NEW' },
      gate,
    );
  }

  /** The write of a new case, to be made together with another's; refused where there is one with its id. */
  creating(found: Case): PreparedPut {
    return this.#cases
      .put(toStored(found))
      .where(({ key }, { notExists }) => notExists(key))
      .params<PreparedPut>();
  }

  /** The write that replaces a case if nobody moved it since `found.version - 1`, to be made together with another's. */
  replacing(found: Case): PreparedPut {
    return this.#cases
      .put(toStored(found))
      .where(({ version }, { eq }) => eq(version, found.version - 1))
      .params<PreparedPut>();
  }

  /** Replaces the case if nobody moved it since `found.version - 1`, together with prepared writes of others. */
  async replace(
    reads: CollectionReader,
    found: Case,
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return this.#commit(
      reads,
      found.id,
      { puts: [this.replacing(found), ...others], collection: 'KNOWN' },
      gate,
    );
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

/** The case in a row of an index. */
function listed({ key, row }: Pick<Stored, 'key' | 'row'>): CaseSummary {
  return toSummary(caseIdOf(key), rowFrom(row));
}

function toStored(found: Case): Stored {
  const { id, version, text, areaNames, grid, origin, point, holder } = found;
  const [report] = found.steps;
  return {
    key: caseKey(id),
    version,
    row: storedRowOf(found),
    text: restOf(text),
    names: [...areaNames],
    grid,
    origin,
    reference: found.reference,
    route: found.storedRoute && storedRoute(found.storedRoute),
    office: found.category.terms?.office,
    latitude: point?.latitude,
    longitude: point?.longitude,
    entry: report?.holder?.code ?? found.area,
    mark: report?.fingerprint ?? '',
    firstDue: firstDueOf(found),
    link: found.link && Buffer.from(found.link, 'hex').toString('base64url'),
    steps: storedStepsOf(found.steps),
    inbox: holder && inboxKey(holder.code),
    turn: holder === undefined ? undefined : turnOf(found),
  };
}

function toCase(stored: Stored): Case {
  const row = rowFrom(stored.row);
  const { version, grid, latitude, longitude, link } = stored;
  const id = caseIdOf(stored.key);
  const office = stored.office as OfficeHours | undefined;
  return {
    ...factsOf(id, { ...row, terms: row.terms && { ...row.terms, office } }),
    ...{ version, link: link && Buffer.from(link, 'base64url').toString('hex') },
    text: row.summary + (stored.text ?? ''),
    areaNames: stored.names,
    grid,
    origin: stored.origin as RecordLink | undefined,
    reference: stored.reference,
    storedRoute: stored.route === undefined ? undefined : routeFrom(stored.route as StoredRoute),
    point: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
    steps: stepsFrom({ ...stored, id }, row),
  };
}

/** By when the first step was due, in milliseconds, where the clock that runs is another. */
function firstDueOf({ clock, steps: [report] }: Case): number | undefined {
  return clock?.began === 1 || report?.dueAt === undefined ? undefined : Date.parse(report.dueAt);
}
