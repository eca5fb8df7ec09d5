import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { type ApplicationEntity, createApplicationEntity } from './application.entity';
import { type ApplicationState, isWithNobody } from './application.machine';
import { firstDueOf } from './application-limit.rules';
import { storedRowOf, summaryFrom } from './application.row';
import { type ApplicationRecord, type ApplicationStep, type ApplicationSummary } from './application.rules';

type Facts = Omit<ApplicationRecord, keyof ApplicationSummary | 'version' | 'resident' | 'steps' | 'sealed'>;

/** Key of an application's collection. */
export function applicationKey(id: string): string {
  return `APPLICATION#${id}`;
}

/** Reads and writes applications. */
export class ApplicationRepo {
  readonly #applications: ApplicationEntity;

  constructor(private readonly table: Table) {
    this.#applications = lazily(() => createApplicationEntity(table));
  }

  /** An application; one Query, shared with whoever reads its files. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<ApplicationRecord | undefined> {
    const items = await reads.read(applicationKey(id), { consistent });
    return this.fromItem(items.find(({ sk }) => sk === 'APPLICATION'));
  }

  /** What was applied for in a resident's name, newest first; one Query. */
  async ofResident(resident: string, page: PageKey): Promise<Page<ApplicationSummary>> {
    const { afterKey } = page;
    const start = afterKey && {
      ...keysOf(afterKey),
      ...{ gsi2pk: `APPLICATIONS_OF#${resident}`, gsi2sk: afterKey },
    };
    const { data } = await this.#applications.query.ofResident({ resident }).go({
      ...{ limit: rowsToRead(page.limit), order: 'desc', ignoreOwnership: true },
      cursor: start ? cursorOf(start) : null,
    });
    const rows = data.map(({ id, row }) => ({ row: summaryFrom(id, row), key: id }));
    return pageFrom(rows, page.limit);
  }

  /** What a community has in a state and is wanted, the most urgent first, also only of what was due before; usually one Query. */
  async toHandle(
    community: string,
    { state, dueBefore }: { readonly state: ApplicationState; readonly dueBefore?: Date | undefined },
    page: PageKey,
    isWanted: (row: ApplicationSummary) => boolean,
  ): Promise<Page<ApplicationSummary>> {
    const { afterKey } = page;
    const start = afterKey && {
      ...keysOf(afterKey.split('#').at(-1) ?? ''),
      ...{ gsi1pk: `APPLICATIONS#${community}`, gsi1sk: afterKey },
    };
    const all = this.#applications.query.toHandle({ community });
    // Between the two lies every moment until then: a turn without one comes before them.
    const within =
      dueBefore === undefined
        ? all.begins({ turn: `${state}#` })
        : all.between({ turn: `${state}#0` }, { turn: `${state}#${dueBefore.toISOString()}` });
    const rows = await fillPage(
      { rows: rowsToRead(page.limit), from: start ? cursorOf(start) : null },
      async (limit, cursor) => {
        const { data, cursor: next } = await within.go({ limit, cursor, ignoreOwnership: true });
        return { data: data.map(({ id, row }) => summaryFrom(id, row)), cursor: next };
      },
      isWanted,
    );
    return pageFrom(
      rows.map((row) => ({ row, key: turnOf(row) })),
      page.limit,
    );
  }

  /** All that a community has in a state and is wanted; a Query for each page. */
  async allToHandle(
    community: string,
    state: ApplicationState,
    isWanted: (row: ApplicationSummary) => boolean,
  ): Promise<readonly ApplicationSummary[]> {
    const { data } = await this.#applications.query
      .toHandle({ community })
      .begins({ turn: `${state}#` })
      .go({ pages: 'all', ignoreOwnership: true });
    return data.map(({ id, row }) => summaryFrom(id, row)).filter(isWanted);
  }

  /**
   * Writes where an application lies from now on, unless somebody has changed it since it was read: false then. Nothing was done
   * with it, so its version stays, and whoever goes by that is not held up.
   */
  async relocate(reads: CollectionReader, record: ApplicationRecord): Promise<boolean> {
    const put = this.#applications
      .put(toStored(record))
      .where(({ version }, { eq }) => eq(version, record.version))
      .params<PreparedPut>();
    return (await commitFor(reads, this.table, [put], undefined)).done;
  }

  /** Writes an application that is new, or that nobody changed since `version - 1`, with other writes: all or nothing. */
  async save(
    reads: CollectionReader,
    record: ApplicationRecord,
    beside: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#applications.put(toStored(record));
    const condition =
      record.version === 1
        ? put.where((attributes, { notExists }) => notExists(attributes.version))
        : put.where((attributes, { eq }) => eq(attributes.version, record.version - 1));
    return commitFor(reads, this.table, [condition.params<PreparedPut>(), ...beside], gate);
  }

  /** The application in an item. */
  fromItem(item: Record<string, unknown> | undefined): ApplicationRecord | undefined {
    const { data } = item === undefined ? { data: null } : this.#applications.parse({ Item: item });
    return data === null ? undefined : toRecord(data);
  }
}

function toStored(record: ApplicationRecord): EntityItem<ApplicationEntity> {
  const { id, version, resident, area, state, steps, sealed } = record;
  const { terms, channel, contact, consent, origin, brought, asked, answered, result } = record;
  const { left, nearLeft } = record;
  const facts: Facts = {
    ...{ terms, channel, contact, consent, origin, brought, asked, answered, result },
    ...{ left, nearLeft },
  };
  const isOpen = !isWithNobody(state);
  const community = isOpen ? (ancestorAt(area, 'COMMUNITY') ?? area) : undefined;
  return {
    id,
    version,
    resident,
    row: storedRowOf(record),
    facts,
    steps,
    sealed,
    community,
    turn: isOpen ? turnOf(record) : undefined,
  };
}

function toRecord({
  id,
  version,
  resident,
  row,
  facts,
  steps,
  sealed,
}: EntityItem<ApplicationEntity>): ApplicationRecord {
  return {
    ...{ ...summaryFrom(id, row), ...(facts as Facts), version, resident },
    steps: steps as readonly ApplicationStep[],
    sealed: sealed as Uint8Array | undefined,
  };
}

/** Where an application stands among those of its state: by when it, or its step, is due. */
function turnOf(found: ApplicationSummary): string {
  return `${found.state}#${firstDueOf(found)?.toISOString() ?? ''}#${found.id}`;
}

function keysOf(id: string) {
  return { pk: applicationKey(id), sk: 'APPLICATION' };
}

/** ElectroDB's cursor for a key of an index. */
function cursorOf(start: object): string {
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
