import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import {
  commit,
  commitFor,
  type CommitResult,
  type Gate,
  itemsOf,
  type PreparedPut,
} from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { createEvidenceEntity, type EvidenceEntity } from './evidence.entity';
import { isSettled } from './evidence.rules';
import { missingCursor, missingFileFrom, missingRowOf } from './evidence.rows';
import { type Evidence } from './evidence.type';
import { type MissingFile } from './missing-file.type';

type Stored = EntityItem<EvidenceEntity>;
type Place = Pick<Evidence, 'owner' | 'id'>;

/** Parts of the queue of awaited files; each carries far less than a partition can. */
const SHARDS = ['0', '1', '2', '3'] as const;

/** Most files looked for in one round of the clock, per part of the queue. */
const MOST_LOOKS = 25;

/** Reads and writes evidence. */
export class EvidenceRepo {
  readonly #evidence: EvidenceEntity;

  constructor(private readonly table: Table) {
    this.#evidence = lazily(() => createEvidenceEntity(table));
  }

  /** The evidence of a record, oldest first; shares the Query of the record's collection. */
  async ofOwner(reads: CollectionReader, owner: string, consistent: boolean): Promise<Evidence[]> {
    const items = await reads.read(owner, { consistent });
    const own = items.filter(({ sk }) => String(sk).startsWith('EVIDENCE#'));
    return own.map((item) => this.fromItem(item)).filter((evidence) => evidence !== undefined);
  }

  /** One piece of evidence, strongly consistent; one GetItem. */
  async find({ owner, id }: Place): Promise<Evidence | undefined> {
    const { data } = await this.#evidence.get({ owner, id }).go({ consistent: true });
    return data === null ? undefined : toEvidence(data);
  }

  /** The write that opens a slot, unless there is one with this id. */
  opening(evidence: Evidence, lookAt: Date): PreparedPut {
    return this.#evidence
      .put(toStored(evidence, lookAt))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
  }

  /** Writes what a check found, unless the evidence has been verified or removed meanwhile. */
  async replace(evidence: Evidence, lookAt?: Date): Promise<CommitResult> {
    const put = this.#evidence
      .put(toStored(evidence, lookAt))
      .where(({ status }, { ne }) => `${ne(status, 'VERIFIED')} AND ${ne(status, 'REMOVED')}`)
      .params<PreparedPut>();
    return commit(this.table, [put], undefined);
  }

  /** Writes what a file has become that stood so; where it has changed meanwhile it stays as it is. */
  async replaceBy(evidence: Evidence, before: Evidence['status']): Promise<CommitResult> {
    const put = this.#evidence
      .put(toStored(evidence, undefined))
      .where(({ status }, { eq }) => eq(status, before))
      .params<PreparedPut>();
    return commit(this.table, [put], undefined);
  }

  /** Notes which upload in parts is open, unless another has been noted or the file's standing has changed. */
  async noteUpload(
    reads: CollectionReader,
    evidence: Evidence,
    uploadId: string,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const { uploadId: before, status, lookAt } = evidence;
    const put = this.#evidence
      .put(toStored({ ...evidence, uploadId }, lookAt))
      .where((item, { eq, notExists }) => {
        const same = before === undefined ? notExists(item.uploadId) : eq(item.uploadId, before);
        return `${same} AND ${eq(item.status, status)}`;
      })
      .params<PreparedPut>();
    return commitFor(reads, this.table, [put], gate);
  }

  /** Commits prepared slots of a record that stands already: all or nothing. */
  async open(
    reads: CollectionReader,
    owner: string,
    slots: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const result = await commit(this.table, slots, gate);
    if (result.done) reads.wrote(owner, itemsOf(slots), 'KNOWN');
    else reads.forget(owner);
    return result;
  }

  /** Files that should have come by `now`, longest awaited first; one Query a shard, all at once. */
  async overdue(now: Date): Promise<Place[]> {
    const shards = await Promise.all(
      SHARDS.map((shard) =>
        this.#evidence.query
          .awaited({ shard })
          .lte({ lookAt: now.toISOString() })
          .go({ limit: MOST_LOOKS, data: 'includeKeys', ignoreOwnership: true }),
      ),
    );
    return shards.flatMap(({ data }) => data.map(placeFromKeys));
  }

  /** What somebody announced since then and is not there, newest first; one Query. */
  async missingOf(by: string, since: Date, page: PageKey): Promise<Page<MissingFile>> {
    const { data } = await this.#missing(by, since).go({
      ...{ limit: rowsToRead(page.limit), order: 'desc', data: 'includeKeys', ignoreOwnership: true },
      cursor: page.afterKey === undefined ? null : missingCursor(by, page.afterKey),
    });
    return pageFrom(
      data.map((row) => missingFileFrom(row, by)),
      page.limit,
    );
  }

  /** How many of those were announced by `until`; one Query that counts. */
  async missingCount(by: string, since: Date, until: Date): Promise<number> {
    const query = this.#evidence.query
      .missing({ missingBy: by })
      .between({ missingTurn: since.toISOString() }, { missingTurn: `${until.toISOString()}#~` })
      .params<QueryCommandInput>();
    const { Count } = await this.table.client.send(new QueryCommand({ ...query, Select: 'COUNT' }));
    return Count ?? 0;
  }

  #missing(by: string, since: Date) {
    return this.#evidence.query.missing({ missingBy: by }).gte({ missingTurn: since.toISOString() });
  }

  /** The evidence in an item that a Query or a failed condition brought. */
  fromItem(item: Record<string, unknown> | undefined): Evidence | undefined {
    const { data } = item === undefined ? { data: null } : this.#evidence.parse({ Item: item });
    return data === null ? undefined : toEvidence(data);
  }
}

/** The index carries only keys of the row, which name its record and itself. */
function placeFromKeys(row: object): Place {
  const { pk, sk } = row as { pk: string; sk: string };
  return { owner: pk, id: sk.slice('EVIDENCE#'.length) };
}

function toStored(evidence: Evidence, lookAt: Date | undefined): Stored {
  const { owner, id, area, role, kind, contentType, size, sha256, by, status, fingerprint } = evidence;
  return {
    ...{ owner, id, area, role, kind, contentType, size, sha256, by, status, fingerprint },
    openedAt: evidence.openedAt.toISOString(),
    reason: evidence.rejection,
    checkedAt: evidence.checkedAt?.toISOString(),
    versionId: evidence.versionId,
    width: evidence.width,
    height: evidence.height,
    takenAt: evidence.takenAt?.toISOString(),
    latitude: evidence.takenPlace?.latitude,
    longitude: evidence.takenPlace?.longitude,
    seconds: evidence.seconds,
    uploadId: evidence.uploadId,
    hasThumbnail: evidence.hasThumbnail,
    hasPicture: evidence.hasPicture,
    pages: evidence.pages,
    hasCopy: evidence.hasCopy,
    shard: lookAt && SHARDS[parseInt(id.slice(-1), 16) % SHARDS.length],
    lookAt: lookAt?.toISOString(),
    keptUntil: evidence.keptUntil?.toISOString(),
    removedAt: evidence.removedAt?.toISOString(),
    missingBy: isSettled(status) ? undefined : by,
    missingTurn: isSettled(status) ? undefined : `${evidence.openedAt.toISOString()}#${id}`,
    row: missingRowOf(evidence),
  };
}

function toEvidence(stored: Stored): Evidence {
  const { reason, openedAt, checkedAt, takenAt, latitude, longitude, lookAt, ...rest } = stored;
  const { keptUntil, removedAt, ...same } = rest;
  return {
    ...same,
    openedAt: new Date(openedAt),
    lookAt: dateFrom(lookAt),
    rejection: reason,
    checkedAt: dateFrom(checkedAt),
    takenAt: dateFrom(takenAt),
    keptUntil: dateFrom(keptUntil),
    removedAt: dateFrom(removedAt),
    takenPlace: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
  };
}

function dateFrom(stored: string | undefined): Date | undefined {
  return stored === undefined ? undefined : new Date(stored);
}
