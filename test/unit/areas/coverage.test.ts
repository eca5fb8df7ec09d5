import fc from 'fast-check';
import { grids as seeded, divisions } from '../../../local/seed/areas';
import { type Boundary } from '../../../src/modules/areas/boundary.rules';
import { gapsOf, overlapsOf } from '../../../src/modules/areas/coverage.lazy';
import { type DrawnGrid } from '../../../src/modules/areas/coverage.rules';
import { gridAt, worlds } from './partitions';

/** Square metres of a ring by the shoelace formula on a plane that touches the earth there: another way than the code’s. */
function squareMetres(ring: readonly number[][]): number {
  const [, middle = 0] = ring[0] ?? [];
  const [east, north] = [111_195 * Math.cos((middle * Math.PI) / 180), 111_195];
  const twice = ring.slice(1).reduce((sum, [x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    return sum + (x1 * y2 - x2 * y1) * east * north;
  }, 0);
  return Math.abs(twice) / 2;
}

const total = (faults: readonly { squareMetres: number }[]) =>
  faults.reduce((sum, fault) => sum + fault.squareMetres, 0);
const box = (w: number, s: number, e: number, n: number): Boundary => ({
  type: 'Polygon',
  coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]], // prettier-ignore
});
const grid = (number: number, boundary: Boundary): DrawnGrid => ({
  code: `51010800800300${number}`,
  boundary,
});

describe('the coverage of a community', () => {
  it('is without gap and overlap for any partition of a rectangle, with and without the community’s own boundary', () => {
    fc.assert(
      fc.property(worlds, fc.boolean(), ({ grids, west, south, east, north }, drawn) => {
        expect(overlapsOf(grids)).toEqual([]);
        expect(gapsOf(grids, drawn ? box(west, south, east, north) : undefined)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has exactly the gap and the overlap that come of moving a shared corner of one grid only', () => {
    const moves = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }));
    fc.assert(
      fc.property(worlds, moves, fc.boolean(), (world, [right, up], drawn) => {
        const { corners, grids, west, south, east, north } = world;
        // The first grid's north-east corner, which it shares with three others.
        const [x = 0, y = 0] = corners[1]![1]!;
        const moved = [x + right * 1e-6, y + up * 1e-6];
        const changed = corners.map((row, r) => row.map((at, c) => (r === 1 && c === 1 ? moved : at)));
        const first = gridAt(changed, 0, 0, grids[0]!.code);
        const area = (of: DrawnGrid) => squareMetres(of.boundary.coordinates[0]!);
        const faults = [first, ...grids.slice(1)];
        const gaps = gapsOf(faults, drawn ? box(west, south, east, north) : undefined);
        const overlaps = overlapsOf(faults);
        // What the grid lost is a gap, what it won an overlap; slivers below the tolerance are not told.
        const won = area(first) - area(grids[0]!);
        const slivers = 2 * 0.5 * 250;
        expect(Math.abs(total(overlaps) - total(gaps) - won)).toBeLessThan(slivers);
        for (const { codes } of overlaps) expect(codes).toContain(first.code);
        for (const { codes } of gaps) expect(codes).toContain(first.code);
      }),
      { numRuns: 60 },
    );
  });

  it('tells a corner drawn back as one gap of the area lost, between the grids around it', () => {
    const corners = [0, 1, 2].map((row) =>
      [0, 1, 2].map((column) => [104 + column * 0.002, 30 + row * 0.002]),
    );
    const all = [0, 1, 2, 3].map((index) =>
      gridAt(corners, Math.floor(index / 2), index % 2, `51010800800300${index + 1}`),
    );
    const back = corners.map((row, r) => row.map((at, c) => (r === 1 && c === 1 ? [104.0019, 30.0019] : at)));
    const lost = [corners[0]![1]!, corners[1]![1]!, corners[1]![0]!, back[1]![1]!, corners[0]![1]!];
    const [gap, ...others] = gapsOf([gridAt(back, 0, 0, all[0]!.code), ...all.slice(1)], undefined);
    expect(others).toEqual([]);
    expect(gap?.squareMetres).toBeCloseTo(squareMetres(lost), -2);
    expect(gap?.codes).toEqual(all.map(({ code }) => code));
    expect(overlapsOf([gridAt(back, 0, 0, all[0]!.code), ...all.slice(1)])).toEqual([]);
  });

  it('sees a strip along its edge only against its own boundary', () => {
    const [a, b] = [grid(1, box(104, 30, 104.002, 30.002)), grid(2, box(104.002, 30, 104.004, 30.0018))];
    expect(gapsOf([a, b], undefined)).toEqual([]);
    const [gap] = gapsOf([a, b], box(104, 30, 104.004, 30.002));
    expect(gap).toMatchObject({ codes: [a.code, b.code] });
    expect(gap?.squareMetres).toBeGreaterThan(4_000);
  });

  it('passes over slivers: narrower than half a metre, or smaller than five square metres', () => {
    const wide = (metres: number) => metres / (111_195 * Math.cos((30 * Math.PI) / 180));
    const left = grid(1, box(104, 30, 104.002, 30.002));
    const overlapping = (metres: number) => grid(2, box(104.002 - wide(metres), 30, 104.004, 30.002));
    expect(overlapsOf([left, overlapping(0.4)])).toEqual([]);
    expect(overlapsOf([left, overlapping(0.7)])).toHaveLength(1);
    const nook = grid(2, box(104.002 - wide(2), 30, 104.004, 30 + 2 / 111_195));
    expect(overlapsOf([left, nook])).toEqual([]);
  });

  it('of the seeded community is without gap and overlap', () => {
    const own = seeded().flatMap(({ code, boundary }) =>
      boundary && code.startsWith('510108008003') ? [{ code, boundary }] : [],
    );
    const community = divisions().find(({ code }) => code === '510108008003')?.boundary;
    expect(own).toHaveLength(6);
    expect(community).toBeDefined();
    expect(overlapsOf(own)).toEqual([]);
    expect(gapsOf(own, community)).toEqual([]);
    // And it is the checks that say so: without one grid there is a gap of its size.
    const [gap] = gapsOf(own.slice(1), community);
    expect(gap?.squareMetres).toBeCloseTo(squareMetres(own[0]!.boundary.coordinates[0]!), -4);
  });
});
