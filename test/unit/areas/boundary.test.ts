import fc from 'fast-check';
import gcoord from 'gcoord';
import { type Boundary, boundaryFrom, centreOf, contains } from '../../../src/modules/areas/boundary.rules';
import { cellOf, cellsOf } from '../../../src/modules/areas/cells.lazy';
import { type Refusal } from '../../../src/shared/errors';
import { type World, worlds } from './partitions';

const polygon = (...ring: number[][]): Boundary => ({ type: 'Polygon', coordinates: [ring] });
const square = polygon([104.1, 30.6], [104.11, 30.6], [104.11, 30.61], [104.1, 30.61], [104.1, 30.6]);

function refusalOf(boundary: unknown): string | undefined {
  try {
    boundaryFrom(boundary as Boundary);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
}

describe('a boundary', () => {
  it.each([
    ['BOUNDARY_NOT_CLOSED', polygon([0, 0], [1, 0], [1, 1], [0, 1])],
    ['BOUNDARY_NOT_CLOSED', polygon([0, 0], [1, 0], [0, 0])],
    ['BOUNDARY_CROSSES_ITSELF', polygon([0, 0], [1, 1], [1, 0], [0, 1], [0, 0])],
    ['BOUNDARY_CROSSES_ITSELF', polygon([0, 0], [1, 1], [2, 2], [0, 0])],
    ['BOUNDARY_MALFORMED', { type: 'MultiPolygon', coordinates: [] }],
    ['BOUNDARY_MALFORMED', { type: 'Polygon', coordinates: [] }],
    ['BOUNDARY_MALFORMED', { type: 'Polygon' }],
    ['BOUNDARY_MALFORMED', { type: 'Polygon', coordinates: [[['1', 2]]] }],
    ['BOUNDARY_MALFORMED', polygon([0, 0], [181, 0], [1, 1], [0, 0])],
    ['BOUNDARY_MALFORMED', polygon([0, 0], [Number.NaN, 0], [1, 1], [0, 0])],
    ['BOUNDARY_TOO_LARGE', polygon(...Array.from({ length: 301 }, (_none, index) => [index / 10, 0]))],
  ])('is refused as %s', (code, boundary) => {
    expect(refusalOf(boundary)).toBe(code);
  });

  it('is kept counterclockwise, its holes clockwise, whichever way it was drawn', () => {
    const [outer = []] = square.coordinates;
    const hole = [
      [104.104, 30.604],
      [104.106, 30.604],
      [104.106, 30.606],
      [104.104, 30.604],
    ];
    const kept = boundaryFrom({ type: 'Polygon', coordinates: [outer.toReversed(), hole] });
    expect(kept.coordinates).toEqual([outer, hole.toReversed()]);
    expect(boundaryFrom(kept)).toEqual(kept);
  });

  it('given in GCJ-02 comes to lie where it was measured, within a metre', () => {
    const shifted = square.coordinates.map((ring) =>
      ring.map((position) => gcoord.transform(position as [number, number], gcoord.WGS84, gcoord.GCJ02)),
    );
    const back = boundaryFrom({ type: 'Polygon', coordinates: shifted }, 'GCJ02').coordinates.flat();
    for (const [index, [longitude = 0, latitude = 0]] of square.coordinates.flat().entries()) {
      expect(Math.abs((back[index]?.[0] ?? 0) - longitude)).toBeLessThan(1e-5);
      expect(Math.abs((back[index]?.[1] ?? 0) - latitude)).toBeLessThan(1e-5);
    }
  });

  it('has a centre that lies in it, also where the middle of its box does not', () => {
    const horseshoe = polygon(
      ...[[0, 0], [0.03, 0], [0.03, 0.03], [0.02, 0.03], [0.02, 0.01], [0.01, 0.01]],
      ...[[0.01, 0.03], [0, 0.03], [0, 0]],
    ); // prettier-ignore
    expect(contains(horseshoe, { latitude: 0.015, longitude: 0.015 })).toBe(false);
    expect(contains(horseshoe, centreOf(horseshoe))).toBe(true);
    fc.assert(
      fc.property(worlds, ({ grids }) => {
        for (const { boundary } of grids) expect(contains(boundary, centreOf(boundary))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a point', () => {
  const shares = fc.tuple(fc.nat(1e6), fc.nat(1e6));
  const holders = ({ grids }: World, latitude: number, longitude: number) =>
    grids.filter(({ boundary }) => contains(boundary, { latitude, longitude }));

  it('on an edge that two grids share belongs to one of the two, on both to the lower code, and is found by its cell', () => {
    fc.assert(
      fc.property(worlds, shares, fc.boolean(), (world, [which, along], upright) => {
        const { corners, grids, rows, columns } = world;
        const row = upright ? which % rows : 1 + (which % (rows - 1));
        const column = upright ? 1 + (which % (columns - 1)) : which % columns;
        const [x1 = 0, y1 = 0] = corners[row]![column]!;
        const [x2 = 0, y2 = 0] = upright ? corners[row + 1]![column]! : corners[row]![column + 1]!;
        // One time in three exactly at the corner, where up to four grids meet.
        const share = which % 3 === 0 ? 0 : 0.001 + (0.998 * along) / 1e6;
        const point = { latitude: y1 + share * (y2 - y1), longitude: x1 + share * (x2 - x1) };
        const sharers = grids.filter(({ boundary: { coordinates } }) =>
          [[x1, y1], ...(share === 0 ? [] : [[x2, y2]])].every(([x, y]) =>
            coordinates[0]!.some(([x3, y3]) => x3 === x && y3 === y),
          ),
        );
        const near = grids.filter(({ boundary }) => cellsOf(boundary).includes(cellOf(point)));
        const [owner, ...others] = near.filter(({ boundary }) => contains(boundary, point));
        expect(sharers.map(({ code }) => code)).toContain(owner?.code);
        for (const { code } of others) expect(code > owner!.code).toBe(true);
        if (share === 0) expect(owner?.code).toBe(sharers[0]?.code);
      }),
      { numRuns: 300 },
    );
  });

  it('inside the ground that grids part among them lies in one grid, on an edge in those that share it', () => {
    fc.assert(
      fc.property(worlds, shares, (world, [right, up]) => {
        const { west, south, east, north } = world;
        const longitude = west + (east - west) * (0.02 + (0.96 * right) / 1e6);
        const latitude = south + (north - south) * (0.02 + (0.96 * up) / 1e6);
        expect(holders(world, latitude, longitude).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
