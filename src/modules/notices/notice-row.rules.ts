import { longId, shortId } from '../../shared/ids';
import { type CareKind } from '../care/care.rules';
import { type Audience, type NoticeKind, type NoticeRecord } from './notice.rules';

/** A notice as lists have it, of one of its areas. */
export interface NoticeRow {
  readonly id: string;
  readonly area: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly urgent: boolean;
  readonly audience: Audience;
  readonly careKind?: CareKind | undefined;
  readonly from: Date;
  /** When it ends, or was withdrawn. */
  readonly until: Date;
  readonly withdrawn: boolean;
  /** Id of who published it. */
  readonly by: string;
  /** When the meeting is that it announces. */
  readonly meetsAt?: Date | undefined;
}

/** What the index copies; moments in seconds since 1970, because a hundred rows must stay small. */
export type PackedRow = readonly [
  kind: NoticeKind,
  title: string,
  urgent: boolean,
  audience: Audience,
  careKind: CareKind | null,
  from: number,
  withdrawn: boolean,
  by: string,
  meetsAt: number | null,
];

/** What lists show of a notice, the same in each of its areas. */
export function packed(notice: NoticeRecord): PackedRow {
  const { kind, title, urgent, audience, careKind, from, withdrawal, by, meeting } = notice;
  const meetsAt = meeting === undefined ? null : secondsOf(meeting.at);
  const isWithdrawn = withdrawal !== undefined;
  return [kind, title, urgent, audience, careKind ?? null, secondsOf(from), isWithdrawn, by.id, meetsAt];
}

/** Where a notice stands in the list of an area: by when it ends. Its rows of several areas stand together. */
export function turnOf({ id, until, withdrawal }: NoticeRecord, area: string): string {
  return `${momentKey(withdrawal?.at ?? until)}#${shortId(id)}#${area}`;
}

/** A moment as it sorts in the list: to the second. */
export function momentKey(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** The row that a list has under a key. */
export function unpacked(turn: string, row: PackedRow): NoticeRow {
  const [until = '', short = '', area = ''] = turn.split('#');
  const [kind, title, urgent, audience, careKind, from, withdrawn, by, meetsAt] = row;
  return {
    ...{ id: longId(short), area, kind, title, urgent, audience, careKind: careKind ?? undefined },
    ...{ from: new Date(from * 1000), until: new Date(until), withdrawn, by },
    meetsAt: meetsAt === null ? undefined : new Date(meetsAt * 1000),
  };
}

/** Seconds since 1970. */
export function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

/** Later than any moment that a notice begins, in seconds since 1970. */
const END = 9_999_999_999;

/** Where a row stands among somebody's notices: what is urgent and unread first, then the newest. */
export function positionOf({ id, urgent, from }: NoticeRow, isRead: boolean): string {
  const newest = String(END - secondsOf(from)).padStart(10, '0');
  return `${urgent && !isRead ? 0 : 1}#${newest}#${id}`;
}
