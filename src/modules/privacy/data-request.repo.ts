import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type PreparedPut, type Gate } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { ancestorAt } from '../../shared/area-code';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createDataRequestEntity, type DataRequestEntity } from './data-request.entity';
import { type DataRequest, type DataRequestVerdict } from './data-request.rules';

/** What lists show of a request. */
type Row = Pick<DataRequest, 'resident' | 'maskedName' | 'kind' | 'fields' | 'deadline'> & {
  readonly submittedAt: string;
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

  /** What a community has to answer, the most urgent first; one Query. */
  async waitingIn(community: string, page: PageKey): Promise<Page<DataRequest>> {
    const { data } = await this.#requests.query.waiting({ community }).go({
      limit: rowsToRead(page.limit),
      cursor: page.afterKey === undefined ? null : cursorAfter(community, page.afterKey),
      ignoreOwnership: true,
    });
    const rows = data.map(({ id, row }) => {
      const request: DataRequest = {
        ...fromRow(id, row as Row),
        ...{ area: community, state: 'SUBMITTED', mark: '' },
      };
      return { row: request, key: `${turnOf(request)}#${request.resident}` };
    });
    return pageFrom(rows, page.limit);
  }

  /** Writes a new request. */
  async create(reads: CollectionReader, request: DataRequest, gate: Gate | undefined): Promise<CommitResult> {
    const put = this.#requests
      .put(toStored(request))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    return commitFor(reads, this.table, [put], gate);
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

  /** Writes the decision alone. */
  async decide(reads: CollectionReader, request: DataRequest, gate: Gate | undefined): Promise<CommitResult> {
    return commitFor(reads, this.table, [this.deciding(request)], gate);
  }
}

function toRequest(stored: EntityItem<DataRequestEntity>): DataRequest {
  return {
    ...fromRow(stored.id, stored.row as Row),
    ...{ area: stored.area, state: stored.state },
    sealed: stored.sealed as Uint8Array | undefined,
    mark: stored.mark,
    decision: stored.decision as DataRequestVerdict | undefined,
  };
}

function fromRow(id: string, { submittedAt, ...row }: Row): Omit<DataRequest, 'area' | 'state' | 'mark'> {
  return { id, ...row, submittedAt: new Date(submittedAt) };
}

function toStored({
  id,
  area,
  state,
  sealed,
  mark,
  decision,
  ...facts
}: DataRequest): EntityItem<DataRequestEntity> {
  const { resident } = facts;
  const waits = state === 'SUBMITTED';
  return {
    ...{ id, resident, area, state, sealed, mark, decision },
    row: { ...facts, submittedAt: facts.submittedAt.toISOString() } satisfies Row,
    community: waits ? ancestorAt(area, 'COMMUNITY') : undefined,
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
