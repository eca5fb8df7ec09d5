import { type Cursor, type Position } from './change-cursor.rules';

/**
 * So near to now nothing counts as told: what was noted within this time is told again the next time. A pointer may be seen
 * late, because it was written by a clock that is a little behind, or the write took its time, or the index does not show
 * it yet; each of these takes a second or two. Telling something twice does no harm, and missing it does.
 */
export const OVERLAP_MS = 30_000;

/** How long a cursor counts, in ms: so long is it known what has gone. */
export const CURSOR_LIFE_MS = 90 * 86_400_000;

/** A grid that is asked for, and what of it is seen, as a fingerprint. */
export interface AskedGrid {
  readonly grid: string;
  readonly scope: string;
}

/** Some of a grid's changes that are to be read now. */
export interface Reading {
  readonly grid: string;
  readonly from: number;
  readonly after?: string | undefined;
  readonly until: number;
  readonly limit: number;
  /** When the grid was told first. */
  readonly since: number;
  /** The grid is told from the beginning: nothing of it is known that could be gone. */
  readonly isWhole: boolean;
}

/** One answer of many: what is to be read for it, and where each grid stands before. */
export interface Turn {
  readonly person: string;
  readonly now: Date;
  readonly readings: readonly Reading[];
  readonly positions: ReadonlyMap<string, Position>;
  /** Grids of which everything is to be forgotten before the changes are taken in. */
  readonly forget: readonly string[];
  /** The cursor was too old. */
  readonly restart: boolean;
}

/** Where the reading of a grid came to: the turn after which it goes on, undefined when nothing follows. */
export type Ends = ReadonlyMap<string, string | undefined>;

/**
 * What is to be read for an answer. A grid is told in a run of pages up to one moment, which is fixed when it begins: what is
 * noted meanwhile comes in the next run, so that each run ends. All grids run together; where one is done before the
 * others it waits for them.
 */
export function turnOf(
  cursor: Cursor | undefined,
  asked: readonly AskedGrid[],
  { person, now, first }: { person: string; now: Date; first: number },
): Turn {
  const known = cursor?.positions ?? new Map<string, Position>();
  const scopes = new Map(asked.map(({ grid, scope }) => [grid, scope]));
  const isKept = ([grid, { scope }]: [string, Position]) => scopes.get(grid) === scope;
  const restart = [...known].filter(isKept).some(([, position]) => isTooOld(position, now));
  const kept = new Map(restart ? [] : [...known].filter(isKept));
  const forget = [...known.keys()].filter((grid) => !kept.has(grid));
  const isRunning = [...kept.values()].some(({ until }) => until !== undefined);
  const positions = asked.map(({ grid, scope }): [string, Position] => {
    const position = kept.get(grid) ?? { scope, since: now.getTime(), from: 0 };
    const begins = position.until === undefined && (!isRunning || position.from === 0);
    return [grid, begins ? { ...position, until: Math.max(now.getTime(), position.from) } : position];
  });
  const readings = readingsOf(positions, first);
  return { person, now, positions: new Map(positions), readings, forget, restart };
}

/**
 * The next cursor, and whether more follows at once: until the run has come to its end, and then where that began a while ago,
 * as it does for somebody who was cut off in the middle of it yesterday.
 */
export function afterTurn(
  { person, now, positions }: Turn,
  ends: Ends,
): { cursor: Cursor; hasMore: boolean } {
  const next = [...positions].map(([grid, position]): [string, Position] => [
    grid,
    ends.has(grid) ? moved(position, ends.get(grid)) : position,
  ]);
  const isRunning = next.some(([, { until }]) => until !== undefined);
  const isLate = next.some(([, { from }]) => from < now.getTime() - 2 * OVERLAP_MS);
  return { cursor: { person, positions: new Map(next) }, hasMore: isRunning || isLate };
}

/** The grids that are not done share the page evenly; where they are more than it has rows, the others wait. */
function readingsOf(positions: readonly (readonly [string, Position])[], first: number): Reading[] {
  const open = positions.filter(([, { until }]) => until !== undefined).slice(0, first);
  const limit = Math.floor(first / open.length);
  return open.map(([grid, { since, from, until = 0, after }]) => ({
    ...{ grid, since, from, after, until, limit, isWhole: from === 0 },
  }));
}

function moved(position: Position, after: string | undefined): Position {
  const { scope, since, from, until = from } = position;
  if (after !== undefined) return { scope, since, from, until, after };
  return { scope, since, from: Math.max(from, until - OVERLAP_MS) };
}

function isTooOld({ from, until }: Position, now: Date): boolean {
  return (from === 0 ? (until ?? 0) : from) < now.getTime() - CURSOR_LIFE_MS;
}
