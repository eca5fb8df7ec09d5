import fc from 'fast-check';
import { type DrawnGrid } from '../../../src/modules/areas/coverage.rules';

/** A rectangle that grids part among them, corner by corner; the corners within are moved at random. */
export interface World {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly rows: number;
  readonly columns: number;
  /** Corners by row and column, from the south-west. */
  readonly corners: readonly (readonly number[][])[];
  readonly grids: readonly DrawnGrid[];
}

/** Degrees between two corners: about 200 m. */
export const STEP = 0.002;

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** The grid in this row and column, its corners as given. */
export function gridAt(corners: World['corners'], row: number, column: number, code: string): DrawnGrid {
  const at = (r: number, c: number) => corners[r]![c]!;
  const ring = [
    at(row, column),
    at(row, column + 1),
    at(row + 1, column + 1),
    at(row + 1, column),
    at(row, column),
  ];
  return { code, boundary: { type: 'Polygon', coordinates: [ring] } };
}

/** Random partitions of a rectangle in Chengdu into 2 × 2 to 4 × 4 grids. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    rows: fc.integer({ min: 2, max: 4 }),
    columns: fc.integer({ min: 2, max: 4 }),
    west: fc.integer({ min: 103_900, max: 104_200 }),
    south: fc.integer({ min: 30_500, max: 30_800 }),
    shifts: fc.array(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })), {
      minLength: 25,
      maxLength: 25,
    }),
  })
  .map(({ rows, columns, west: w, south: s, shifts }) => {
    const [west, south] = [w / 1000, s / 1000];
    const corners = Array.from({ length: rows + 1 }, (_none, row) =>
      Array.from({ length: columns + 1 }, (_other, column) => {
        const [right, up] = shifts[row * 5 + column]!;
        const inner = row > 0 && row < rows && column > 0 && column < columns ? 1e-6 : 0;
        return [round(west + column * STEP + right * inner), round(south + row * STEP + up * inner)];
      }),
    );
    const grids = Array.from({ length: rows * columns }, (_none, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      return gridAt(corners, row, column, `510108008003${String(index + 1).padStart(3, '0')}`);
    });
    const [east, north] = [round(west + columns * STEP), round(south + rows * STEP)];
    return { west, south, east, north, rows, columns, corners, grids };
  });
