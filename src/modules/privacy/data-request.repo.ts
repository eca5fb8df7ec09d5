import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type PreparedPut, type Gate } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createDataRequestEntity, type DataRequestEntity } from './data-request.entity';
import { type DataRequest, type DataRequestVerdict } from './data-request.rules';

/** What lists show of a request, short, because a hundred must stay small. */
type Row = Pick<DataRequest, 'resident' | 'maskedName' | 'kind' | 'fields' | 'deadline'> & {
  /** Milliseconds since 1970; RFC 3339 in rows that were written before grids had a list. */
  readonly submittedAt: number | string;
  /** The rest of the courtyard's code after the community's; none in rows that were written before. */
  readonly in?: string;
};

/** Reads and writes residents' requests about their own data. */
export class DataRequestRepo {
  readonly #requests: DataRequestEntity;

  constructor(private readonly table: Table) {
    this.#requests = lazily(() => createDataRequestEntity(table));
  }

  /** All requests of a resident, the latest first; one Query, shared with whoever reads that collection. */
  async of(reads: CollectionReader, resident: string, { consistent = false } = {}): Promise<DataRequest[]> {
    return this.fromItems(await reads.read(`RESIDENT#${resident}`, { consistent }));
  }

  /** The requests among the items of a resident's collection, the latest first. */
  fromItems(items: readonly Record<string, unknown>[]): DataRequest[] {
    return items
      .filter(({ __edb_e__ }) => __edb_e__ === 'data-request')
      .map((item) => this.#requests.parse({ Item: item }).data)
      .filter((data) => data !== null)
      .map(toRequest)
      .reverse();
  }

  /** What a community has to answer and is wanted, the most urgent first; usually one Query. */
  async waitingIn(
    community: string,
    page: PageKey,
    isWanted: (request: DataRequest) => boolean,
  ): Promise<Page<DataRequest>> {
    const { afterKey } = page;
    const from = afterKey === undefined ? null : cursorAfter(community, afterKey);
    const rows = await fillPage(
      { rows: rowsToRead(page.limit), from },
      async (limit, cursor) => {
        const query = this.#requests.query.waiting({ community });
        const { data, cursor: next } = await query.go({ limit, cursor, ignoreOwnership: true });
        return { data: data.map(({ id, row }) => waitingFrom(id, row as Row, community)), cursor: next };
      },
      isWanted,
    );
    return pageFrom(
      rows.map((row) => ({ row, key: `${turnOf(row)}#${row.resident}` })),
      page.limit,
    );
  }

  /** All that a community has to answer and is wanted; a Query for each page. */
  async allWaitingIn(
    community: string,
    isWanted: (request: DataRequest) => boolean,
  ): Promise<readonly DataRequest[]> {
    const query = this.#requests.query.waiting({ community });
    const { data } = await query.go({ pages: 'all', ignoreOwnership: true });
    return data.map(({ id, row }) => waitingFrom(id, row as Row, community)).filter(isWanted);
  }

  /** Writes a new request. */
  async create(reads: CollectionReader, request: DataRequest, gate: Gate | undefined): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.creating(request)], gate);
  }

  /** A prepared write of a new request. */
  creating(request: DataRequest): PreparedPut {
    return this.#requests
      .put(toStored(request))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
  }

  /** A prepared write of a request that nobody has decided yet. */
  deciding(request: DataRequest): PreparedPut {
    return this.#requests
      .put(toStored(request))
      .where(({ state }, { eq }) => eq(state, 'SUBMITTED'))
      .params<PreparedPut>();
  }

  /** Prepared writes of requests without what they say and whose they are. */
  erasing(requests: readonly DataRequest[]): PreparedPut[] {
    return requests.map((request) =>
      this.#requests
        .put(toStored({ ...request, maskedName: '', sealed: undefined }))
        .where(({ state }, { eq }) => eq(state, request.state))
        .params<PreparedPut>(),
    );
  }

  /** Writes a request that nobody has decided yet: where it waits from now on, or the decision alone. */
  async replace(
    reads: CollectionReader,
    request: DataRequest,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.deciding(request)], gate);
  }
}

function toRequest(stored: EntityItem<DataRequestEntity>): DataRequest {
  return {
    ...fromRow(stored.id, stored.row as Row),
    ...{ area: stored.area, state: stored.state },
    sealed: stored.sealed as Uint8Array | undefined,
    ...{ mark: stored.mark, origin: stored.origin as DataRequest['origin'], basis: stored.basis },
    decision: stored.decision as DataRequestVerdict | undefined,
  };
}

function waitingFrom(id: string, row: Row, community: string): DataRequest {
  return { ...fromRow(id, row), area: community + (row.in ?? ''), state: 'SUBMITTED', mark: '' };
}

function fromRow(
  id: string,
  { resident, maskedName, kind, fields, deadline, submittedAt }: Row,
): Omit<DataRequest, 'area' | 'state' | 'mark'> {
  return { id, resident, maskedName, kind, fields, deadline, submittedAt: new Date(submittedAt) };
}

function toStored({
  id,
  area,
  state,
  sealed,
  mark,
  origin,
  basis,
  decision,
  ...facts
}: DataRequest): EntityItem<DataRequestEntity> {
  const { resident } = facts;
  const waits = state === 'SUBMITTED';
  const community = ancestorAt(area, 'COMMUNITY') ?? area;
  return {
    ...{ id, resident, area, state, sealed, mark, origin, basis, decision },
    row: {
      ...facts,
      in: area.slice(community.length),
      submittedAt: facts.submittedAt.getTime(),
    } satisfies Row,
    community: waits ? community : undefined,
    turn: waits ? turnOf({ id, deadline: facts.deadline }) : undefined,
  };
}

function turnOf({ deadline, id }: Pick<DataRequest, 'deadline' | 'id'>): string {
  return `${deadline}#${id}`;
}

/** ElectroDB's cursor for the row with this key: deadline, id and resident. */
function cursorAfter(community: string, key: string): string {
  const [deadline = '', id = '', resident = ''] = key.split('#');
  const start = {
    ...{ pk: `RESIDENT#${resident}`, sk: `REQUEST#${id}` },
    ...{ gsi1pk: `DATA_REQUESTS#${community}`, gsi1sk: `${deadline}#${id}` },
  };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}
