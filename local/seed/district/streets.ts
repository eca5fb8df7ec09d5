import { type Boundary } from '../../../src/modules/areas/boundary.rules';

/** Longitude and latitude in WGS 84. */
export type Corner = readonly [longitude: number, latitude: number];

/** The street corners of a community: three rows from north to south, each from west to east. */
export type Streets = readonly [
  north: readonly Corner[],
  middle: readonly Corner[],
  south: readonly Corner[],
];

/** A rectangle on the map, in degrees. */
export interface Rectangle {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
}

/** How far a street in the middle may lie off its straight line, in degrees: some thirty metres. */
const CROOKED = 0.0003;

/** Streets that cut a rectangle into two rows of blocks; the inner corners lie a little off, as they do in old towns. */
export function streetsIn({ west, south, width, height }: Rectangle, columns: number): Streets {
  const row = (part: number, crooked: number): Corner[] =>
    Array.from({ length: columns + 1 }, (_none, column) => {
      const isInner = column > 0 && column < columns;
      const off = isInner ? crooked * Math.sin((west + south) * 1e4 + column * 2.4) : 0;
      return [round(west + (width * column) / columns + off), round(south + height * part + off)];
    });
  return [row(1, 0), row(0.5, CROOKED), row(0, 0)];
}

/** How many blocks a row has for so many grids in two rows. */
export function columnsFor(grids: number): number {
  return Math.ceil(grids / 2);
}

/**
 * The grids between streets: the northern row from west to east, then the southern one; of an odd number the last of
 * the northern row reaches down to the south. Neighbours share their corners, so there is no gap and no overlap.
 */
export function gridsBetween([north, middle, south]: Streets, grids: number): Boundary[] {
  const columns = columnsFor(grids);
  const isOdd = grids % 2 === 1;
  const at = (row: readonly Corner[], column: number): Corner => row[column] ?? [0, 0];
  const between = (upper: readonly Corner[], lower: readonly Corner[]) => (column: number) =>
    ringOf(at(upper, column), at(lower, column), at(lower, column + 1), at(upper, column + 1));
  const whole = (column: number) =>
    ringOf(
      ...[at(north, column), at(middle, column), at(south, column)],
      ...[at(south, column + 1), at(middle, column + 1), at(north, column + 1)],
    );
  const upper = Array.from({ length: columns }, (_none, column) =>
    isOdd && column === columns - 1 ? whole(column) : between(north, middle)(column),
  );
  const lower = Array.from({ length: grids - columns }, (_none, column) => between(middle, south)(column));
  return [...upper, ...lower];
}

function ringOf(...corners: readonly Corner[]): Boundary {
  const [first = [0, 0]] = corners;
  return { type: 'Polygon', coordinates: [[...corners, first].map((corner) => [...corner])] };
}

/** Six digits: a decimetre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
