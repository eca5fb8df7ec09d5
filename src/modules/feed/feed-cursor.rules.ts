import { CURSOR_LIFE_MS, OVERLAP_MS } from '../changes/change-turn.rules';
import { TechnicalError } from '../../shared/errors';

/**
 * How far the events of an area have been told. Times are ms since 1970, of the noting. A run of pages goes up to one moment that
 * is fixed when it begins; what is noted meanwhile comes in the next, which begins a little before the end of this one.
 */
export interface FeedPosition {
  readonly area: string;
  /** All that was noted before this has been told. */
  readonly from: number;
  /** Up to when it is being told now; absent between two runs. */
  readonly until?: number | undefined;
  /** After which turn the run goes on. */
  readonly after?: string | undefined;
}

/** A position within a run: what is to be read for the next page. */
export type FeedReading = FeedPosition & { readonly until: number };

/** What is to be read next; where nothing was told before, what was noted within the last moments. */
export function readingOf(position: FeedPosition | undefined, area: string, now: Date): FeedReading {
  const { from, until, after } = position ?? { from: now.getTime() - OVERLAP_MS };
  return { area, from, until: until ?? Math.max(now.getTime(), from), after };
}

/** Where it goes on after a page: behind its last turn, or with the next run. */
export function positionAfter(
  { area, from, until }: FeedReading,
  lastTurn: string | undefined,
): FeedPosition {
  if (lastTurn !== undefined) return { area, from, until, after: lastTurn };
  return { area, from: Math.max(from, until - OVERLAP_MS) };
}

/** How long an event is kept, in ms: a day longer than a cursor counts. */
export const EVENTS_KEPT_MS = CURSOR_LIFE_MS + 86_400_000;

/** Digits of a time in ms; they last until the year 2286. */
const TIME_DIGITS = 13;

/** How a turn begins that was noted at this moment, in ms since 1970. */
export function timeOf(ms: number): string {
  return String(ms).padStart(TIME_DIGITS, '0');
}

/** Between which turns lies what is to be read, the first included. */
export function turnsOf({ from, until, after }: FeedReading): readonly [first: string, last: string] {
  // The first character behind a key that is lower than any that goes on one.
  return [after === undefined ? timeOf(from) : `${after}!`, timeOf(until + 1)];
}

/** A position as clients keep it. It gives no right to anything: what may be seen is asked of today's appointments. */
export function encodePosition({ area, from, until, after }: FeedPosition): string {
  const parts = [area, from, until, after].filter((part) => part !== undefined);
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The position in a cursor; CURSOR_INVALID when it is none, of another area, older than events are kept, or of a time to come. */
export function decodePosition(cursor: string, area: string, now: Date): FeedPosition {
  const [known, from, until, after] = partsOf(cursor);
  const isRun = until === undefined || (isTime(until, now) && isTime(from, now) && until >= from);
  const isTurn = after === undefined || (typeof after === 'string' && TURN.test(after));
  const isKept = isTime(from, now) && from >= now.getTime() - CURSOR_LIFE_MS;
  if (known !== area || !isKept || !isRun || !isTurn) throw new TechnicalError('CURSOR_INVALID');
  return { area, from, until, after };
}

/** Most characters of a cursor of ours are some 150. */
const MOST_CHARACTERS = 300;

/** A turn: when it was noted, the case, the number of the step. */
const TURN = /^\d{13}#[\da-f-]{36}#\d{1,6}$/;

/** Clocks of two containers may differ by a little. */
const SKEW_MS = 60_000;

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown =
      cursor.length <= MOST_CHARACTERS && JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function isTime(value: unknown, now: Date): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= now.getTime() + SKEW_MS;
}
