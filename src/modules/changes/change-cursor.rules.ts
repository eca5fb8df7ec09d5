import { TechnicalError } from '../../shared/errors';

/** How far a grid has been told to somebody. Times are ms since 1970. */
export interface Position {
  /** What of the grid they saw, as a fingerprint. */
  readonly scope: string;
  /** When they were told of it first. */
  readonly since: number;
  /** All that was noted before this has been told; 0 where it has not been told to its end yet. */
  readonly from: number;
  /** Up to when it is being told now, page by page. */
  readonly until?: number | undefined;
  /** After which turn it goes on. */
  readonly after?: string | undefined;
}

/** How far somebody has been told, grid by grid. */
export interface Cursor {
  readonly person: string;
  readonly positions: ReadonlyMap<string, Position>;
}

/** What a grid is in a cursor, beside the person. */
type Row = readonly [
  grid: string,
  scope: string,
  since: number,
  from: number,
  until?: number,
  after?: string,
];

/** Most characters of a cursor: twenty grids take less than a third. */
const MOST_CHARACTERS = 16_384;

/** Times up to here can be told, as the keys have thirteen digits. */
const LATEST = 9_999_999_999_999;

/** A cursor as clients keep it. It holds nothing that its owner may not know, and gives no right to anything. */
export function encodeCursor({ person, positions }: Cursor): string {
  const rows = [...positions].map(([grid, { scope, since, from, until, after }]) =>
    [grid, scope, since, from, until, after].filter((part) => part !== undefined),
  );
  return Buffer.from(JSON.stringify([person, rows])).toString('base64url');
}

/**
 * The cursor that somebody was given; CURSOR_INVALID when it is none of ours, of another person, or speaks of a time to
 * come. A forged one gives its maker nothing: what may be seen is asked of today's appointments, record by record.
 */
export function decodeCursor(text: string, person: string, now: Date): Cursor {
  const rows = text.length > MOST_CHARACTERS ? undefined : rowsOf(parsed(text), person);
  if (!rows?.every((row) => isRow(row, now))) throw new TechnicalError('CURSOR_INVALID');
  const positions = rows.map(([grid, scope, since, from, until, after]): [string, Position] => [
    grid,
    { scope, since, from, until, after },
  ]);
  return { person, positions: new Map(positions) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function rowsOf(value: unknown, person: string): readonly Row[] | undefined {
  if (!Array.isArray(value) || value.length !== 2 || value[0] !== person) return undefined;
  const [, rows] = value as readonly unknown[];
  return Array.isArray(rows) ? (rows as readonly Row[]) : undefined;
}

function isRow(row: unknown, now: Date): boolean {
  if (!Array.isArray(row) || row.length < 4 || row.length > 6) return false;
  const [grid, scope, since, from, until, after] = row as readonly unknown[];
  const isPlace = typeof grid === 'string' && /^\d{15}$/.test(grid) && typeof scope === 'string';
  if (!isPlace || !isTime(since, now) || !isTime(from, now)) return false;
  if (until === undefined) return from > 0 && after === undefined;
  if (!isTime(until, now) || until < Math.max(from, 1)) return false;
  return after === undefined || isTurnUpTo(after, until);
}

function isTurnUpTo(after: unknown, until: number): boolean {
  if (typeof after !== 'string' || !/^\d{13}#[^\p{C}\ufffd]{1,200}$/u.test(after)) return false;
  return Number(after.slice(0, after.indexOf('#'))) <= until;
}

/** Clocks of two containers may differ by a little. */
const SKEW_MS = 60_000;

function isTime(value: unknown, now: Date): value is number {
  return (
    typeof value === 'number' &&
    Number.isSafeInteger(value) &&
    value >= 0 &&
    value <= Math.min(LATEST, now.getTime() + SKEW_MS)
  );
}
