import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Day } from '../../shared/business-date';
import { type Point } from '../../shared/geo';
import { createLogCommentEntity, createLogEntryEntity, createLogVersionEntity } from './log.entity';
import { communityOf, type NoteKind, placeOf, turnOf } from './log.rules';
import { byTime, commentFrom, type CommentRow, type LogRow, logOf, personOf } from './log-row.rules';
import { type LogEntry, type LogEntryVersion } from './log-entry.type';
import { type LogComment } from './log.type';

/** What lists do not show of a note. */
interface More {
  readonly at: string;
  readonly recordedAt: string;
  readonly names: readonly string[];
  readonly point?: Point | undefined;
  readonly visit?: string | undefined;
}

type Stored = EntityItem<ReturnType<typeof createLogEntryEntity>>;
type StoredVersion = Omit<LogEntryVersion, 'until'> & { readonly until: string };

/** Digits of the number of a version, so that they sort. */
const NUMBER_DIGITS = 5;

/** Reads and writes notes, what they said before, and comments. */
export class LogEntryRepo {
  readonly #entries;
  readonly #versions;
  readonly #comments;

  constructor(private readonly table: Table) {
    this.#entries = lazily(() => createLogEntryEntity(table));
    this.#versions = lazily(() => createLogVersionEntity(table));
    this.#comments = lazily(() => createLogCommentEntity(table));
  }

  /** The note with all that lies beside it; one Query, shared with whoever reads its pictures. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<LogEntry | undefined> {
    const items = await reads.read(entryKey(id), { consistent });
    const entry = this.fromItem(items.find(({ sk }) => sk === 'ENTRY'));
    if (entry === undefined) return undefined;
    const beside = (entity: string) => items.filter(({ __edb_e__ }) => __edb_e__ === entity);
    const history = beside('log-version').map(({ was }) => versionFrom(was as StoredVersion));
    return { ...entry, history, comments: beside('log-comment').map(commentFrom).sort(byTime) };
  }

  /** Writes a new note together with prepared writes of others (its pictures): all or nothing. */
  async create(
    reads: CollectionReader,
    entry: LogEntry,
    others: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#entries
      .put(toStored(entry))
      .where(({ id }, { notExists }) => notExists(id))
      .params<PreparedPut>();
    const result = await commitFor(reads, this.table, [put, ...others], gate);
    if (result.done) reads.wrote(entryKey(entry.id), itemsOf([put, ...others]), 'NEW');
    return result;
  }

  /** A prepared write of a note that nobody changed since `version - 1`. */
  replacing(entry: LogEntry): PreparedPut {
    return this.#entries
      .put(toStored(entry))
      .where(({ version }, { eq }) => eq(version, entry.version - 1))
      .params<PreparedPut>();
  }

  /** Replaces a note that nobody changed since, and keeps what it said: both or neither. */
  async change(
    reads: CollectionReader,
    { entry, was }: { entry: LogEntry; was: LogEntryVersion },
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const kept = this.#versions.put({
      entry: entry.id,
      number: String(was.version).padStart(NUMBER_DIGITS, '0'),
      was: { ...was, until: was.until.toISOString() },
    });
    const puts = [this.replacing(entry), kept.params<PreparedPut>()];
    return commitFor(reads, this.table, puts, gate);
  }

  /** Writes a comment, to a note or to a day of somebody's log. */
  async comment(
    reads: CollectionReader,
    person: string,
    comment: LogComment,
    mark: string,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const { id, date, entry } = comment;
    const row: CommentRow = { ...comment, at: comment.at.toISOString() };
    const put = this.#comments
      .put({
        ...{ about: entry === undefined ? dayKey(person, date) : entryKey(entry), id, mark, row },
        ...{ log: logOf(person), turn: `${date}#COMMENT#${row.at}` },
      })
      .where((attributes, { notExists }) => notExists(attributes.id))
      .params<PreparedPut>();
    return commitFor(reads, this.table, [put], gate);
  }

  /** The comment in an item that a failed condition brought, and the fingerprint it was made by. */
  commentFromItem(item: Record<string, unknown>): { comment: LogComment; mark: unknown } {
    return { comment: commentFrom(item), mark: item.mark };
  }

  /** The note in an item, without what lies beside it. */
  fromItem(item: Record<string, unknown> | undefined): LogEntry | undefined {
    const { data } = item === undefined ? { data: null } : this.#entries.parse({ Item: item });
    return data === null ? undefined : toEntry(data);
  }
}

/** Partition key of a note's collection. */
export function entryKey(id: string): string {
  return `LOGENTRY#${id}`;
}

function dayKey(person: string, day: Day): string {
  return `LOGDAY#${person}#${day}`;
}

function versionFrom({ until, ...was }: StoredVersion): LogEntryVersion {
  return { ...was, until: new Date(until) };
}

function toStored(entry: LogEntry): Stored {
  const { id, version, kind, area, at, by, text, household, topics, present, linked, requests } = entry;
  const row: LogRow = {
    ...{ k: kind, a: area, n: by.name, x: text, h: household, m: topics, p: present },
    l: linked && [linked.type, linked.id],
  };
  const more: More = {
    ...{ at: at.toISOString(), recordedAt: entry.recordedAt.toISOString(), names: entry.areaNames },
    ...{ point: entry.point, visit: entry.visit },
  };
  return {
    ...{ id, version, row, more, requests, log: logOf(by.id), turn: turnOf(at) },
    ...{ community: communityOf(area), place: placeOf({ at, area, person: by.id }) },
  };
}

function toEntry({ id, version, log, row: stored, more, requests }: Stored): LogEntry {
  const row = stored as LogRow;
  const { at, recordedAt, names, point, visit } = more as More;
  return {
    ...{
      id,
      version,
      kind: row.k as NoteKind,
      area: row.a,
      text: row.x ?? '',
      topics: row.m,
      present: row.p,
    },
    ...{ at: new Date(at), recordedAt: new Date(recordedAt), areaNames: names, point, visit },
    ...{ by: { id: personOf(log), name: row.n }, household: row.h, history: [], comments: [] },
    linked: row.l && { type: row.l[0], id: row.l[1] },
    requests: requests as LogEntry['requests'],
  };
}
