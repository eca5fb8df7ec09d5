import { shortId } from '../../shared/ids';
import { secondsOf } from './notice-row.rules';

/** That somebody has read a notice, until it ends. */
export interface ReadMark {
  /** Id of the notice, shortened. */
  readonly short: string;
  /** When it ends, in seconds since 1970, as it was when they read it. */
  readonly until: number;
}

/** What somebody has seen and read of notices. */
export interface NoticeReader {
  /** Keyed hash of the person. */
  readonly hash: string;
  /** 0 before anything was seen. */
  readonly version: number;
  /** Their last look; undefined before the first. */
  readonly seenAt?: Date | undefined;
  readonly read: readonly ReadMark[];
}

/** A worker who has read a notice. */
export interface WorkerRead {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly area: string;
  readonly at: Date;
}

/** Most notices that are known as read: as many as can be out for somebody at one time. */
const MOST_MARKS = 300;

/** Whether somebody has read a notice. */
export function hasRead({ read }: Pick<NoticeReader, 'read'>, id: string): boolean {
  const short = shortId(id);
  return read.some((mark) => mark.short === short);
}

/** For how long before a look a notice may have been on its way to the list that was looked at, in ms. */
const ON_ITS_WAY_MS = 5_000;

/**
 * Whether a notice has come out since somebody's last look. What came out in the last seconds before it stays new: their list may
 * not have shown it, and what is told as new twice harms less than what is never told.
 */
export function isNewTo({ seenAt }: Pick<NoticeReader, 'seenAt'>, from: Date): boolean {
  return seenAt === undefined || from.getTime() > seenAt.getTime() - ON_ITS_WAY_MS;
}

/** With one more notice read; what has ended is forgotten. */
export function withRead(
  reader: NoticeReader,
  { id, until }: { readonly id: string; readonly until: Date },
  now: Date,
): NoticeReader {
  const mark = { short: shortId(id), until: secondsOf(until) };
  const others = reader.read.filter(({ short, until: end }) => short !== mark.short && end > secondsOf(now));
  return { ...reader, read: [...others, mark].slice(-MOST_MARKS) };
}

/** With a later look; undefined where they have looked at that moment or after it: a look never moves back. */
export function withLook(reader: NoticeReader, at: Date): NoticeReader | undefined {
  return reader.seenAt !== undefined && reader.seenAt >= at ? undefined : { ...reader, seenAt: at };
}
