import { momentOf } from '../../shared/business-date';
import { type RecordType } from '../../shared/record-link.type';
import { type LineKind, type LogKind } from './log.rules';
import { type LogComment, type LogItem, type PatrolRound } from './log.type';

/** What lists show of a log's item; names are short, because a month has hundreds of them. */
export interface LogRow {
  /** Kind, area, name of whose it is. */
  readonly k: LogKind;
  readonly a: string;
  readonly n: string;
  /** Type and id of the record a line is about; absent where they follow from its kind and id. */
  readonly t?: RecordType | undefined;
  readonly r?: string | undefined;
  /** Words, household, topics and number present, what it has become: of notes. */
  readonly x?: string | undefined;
  readonly h?: string | undefined;
  readonly m?: readonly string[] | undefined;
  readonly p?: number | undefined;
  readonly l?: readonly [type: RecordType, id: string] | undefined;
}

/** An item of an index as a Query brings it. */
export type Indexed = Readonly<Record<string, unknown>>;

/** What a Query of a log finds, by what it is. */
export interface LogContent {
  readonly items: readonly LogItem[];
  readonly rounds: readonly PatrolRound[];
  readonly comments: readonly LogComment[];
}

/** The type of record that most lines of a kind are about. */
const USUAL: Readonly<Record<string, RecordType>> = {
  CASE: 'CASE',
  HOUSEHOLD: 'HOUSEHOLD',
  RESIDENT: 'RESIDENT',
  FACILITY: 'FACILITY',
  INSPECTION: 'INSPECTION',
  MEDIATION: 'MEDIATION',
  APPLICATION: 'APPLICATION',
};

const usualType = (kind: LogKind): RecordType | undefined => USUAL[kind.split('_')[0] ?? ''];

/** The row of a line. */
export function lineRow(line: {
  readonly id: string;
  readonly kind: LineKind;
  readonly area: string;
  readonly by: { readonly name: string };
  readonly record: { readonly type: RecordType; readonly id: string };
}): LogRow {
  const { id, kind, area, by, record } = line;
  return {
    ...{ k: kind, a: area, n: by.name },
    t: record.type === usualType(kind) ? undefined : record.type,
    r: record.id === id ? undefined : record.id,
  };
}

/** What the items of a log are, earliest first. */
export function contentFrom(found: readonly Indexed[]): LogContent {
  const of = (...kinds: IndexedKind[]) => found.filter((item) => kinds.includes(kindOf(item)));
  const items = of('LINE', 'ENTRY', 'PLAN')
    .map((item) => itemFrom(item))
    .sort(byTime);
  const comments = of('COMMENT').map(commentFrom).sort(byTime);
  return { items, rounds: of('ROUND').map(roundFrom), comments };
}

/** Earliest first; of one moment in the order of the ids, which sort by age. */
export function byTime(one: { at: Date; id: string }, other: { at: Date; id: string }): number {
  return one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1);
}

type IndexedKind = 'LINE' | 'ENTRY' | 'COMMENT' | 'PLAN' | 'ROUND';

/** What an item is: the indexes copy no more of it than its keys tell. */
function kindOf({ pk, sk }: Indexed): IndexedKind {
  if (String(pk).startsWith(logOf(''))) return 'LINE';
  const kind = String(sk).split('#', 1)[0];
  return kind === 'ENTRY' || kind === 'PLAN' || kind === 'ROUND' ? kind : 'COMMENT';
}

/** An item of a log, from a row of either index. */
export function itemFrom(found: Indexed): LogItem {
  const row = found.row as LogRow;
  const { person, day, time } = whoseAndWhen(found);
  const kind = kindOf(found);
  const id = kind === 'LINE' ? String(found.sk).slice(TURN_LENGTH) : String(found.id);
  const isNote = kind === 'ENTRY';
  const type = isNote ? 'LOG_ENTRY' : (row.t ?? usualType(row.k));
  return {
    ...{ id, kind: row.k, area: row.a, at: momentOf(day, time), by: { id: person, name: row.n } },
    record: type && { type, id: row.r ?? id },
    ...{ words: row.x, household: row.h, topics: row.m, present: row.p },
    linked: row.l && { type: row.l[0], id: row.l[1] },
  };
}

/** Characters of a turn and the `#` after it, with which the sort key of a line begins. */
const TURN_LENGTH = '2026-05-12#10:30:00#'.length;

/** In the author's own log the partition names them; in a community's, the place does. */
function whoseAndWhen({ gsi1sk, gsi2pk, gsi2sk }: Indexed) {
  if (typeof gsi2pk === 'string') {
    const [day = '', time = ''] = String(gsi2sk).split('#');
    return { person: personOf(gsi2pk), day, time };
  }
  const [day = '', , ...rest] = String(gsi1sk).split('#');
  return { person: rest.slice(0, -1).join('#'), day, time: rest.at(-1) ?? '' };
}

/** Partition of a person's log. */
export function logOf(person: string): string {
  return `LOG#${person}`;
}

/** Whose a log is. */
export function personOf(log: string): string {
  return log.slice(log.indexOf('#') + 1);
}

/** What is kept of a round beside its keys: times in RFC 3339, points as latitude and longitude. */
export interface RoundRow {
  readonly from: string;
  readonly to?: string | undefined;
  readonly start?: readonly [number, number] | undefined;
  readonly end?: readonly [number, number] | undefined;
}

/** A round from its item or its row. */
export function roundFrom({ id, row }: Indexed): PatrolRound {
  const { from, to, start, end } = row as RoundRow;
  return {
    ...{ id: String(id), startedAt: new Date(from), endedAt: to === undefined ? undefined : new Date(to) },
    startPoint: start && { latitude: start[0], longitude: start[1] },
    endPoint: end && { latitude: end[0], longitude: end[1] },
  };
}

/** A comment as it is kept. */
export type CommentRow = Omit<LogComment, 'id' | 'at'> & { readonly at: string };

/** A comment from its item or its row. */
export function commentFrom({ id, row }: Indexed): LogComment {
  const { at, ...rest } = row as CommentRow;
  return { id: String(id), at: new Date(at), ...rest };
}
