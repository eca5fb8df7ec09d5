import { area as squareMetresOf } from '@turf/area';
import { difference } from '@turf/difference';
import { intersect } from '@turf/intersect';
import { length } from '@turf/length';
import { union } from '@turf/union';
import { type Boundary } from './boundary.rules';
import { type DrawnGrid, type Fault } from './coverage.rules';

/** What is narrower (metres) or smaller (square metres) comes of rounding and of drawing by hand. */
const TOLERANCE = { width: 0.5, squareMetres: 5 } as const;

/** Half the side (metres) of what closes a gap where two grids meet in a corner only; corners are kept to 0.1 m. */
const PLUG = 0.15;

/** How near (metres) a grid must come to a gap to lie at it. */
const NEAR = 0.5;

/** Metres of a degree of latitude. */
const DEGREE = 111_195;

type Many = Boundary | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] };

/** Places that two of the grids cover. */
export function overlapsOf(grids: readonly DrawnGrid[]): Fault[] {
  return grids.flatMap((a, index) =>
    grids.slice(index + 1).flatMap((b) => {
      if (!mayMeet(a.boundary, b.boundary)) return [];
      const both = intersect(collection([a.boundary, b.boundary]))?.geometry;
      return partsOf(both).map((fault) => ({ ...fault, codes: [a.code, b.code] }));
    }),
  );
}

/**
 * Places that none of the grids covers: of the community where its own boundary is drawn; else those that the grids
 * enclose, which are what is left of a frame around them all without the part that reaches the frame.
 */
export function gapsOf(grids: readonly DrawnGrid[], community: Boundary | undefined): Fault[] {
  const covered = unionOf(grids.map(({ boundary }) => boundary));
  if (covered === undefined) return [];
  const frame = community ?? frameAround(grids);
  const left = difference(collection<Many>([frame, covered]))?.geometry;
  return partsOf(community === undefined ? cutAtCorners(left) : left)
    .filter(({ boundary }) => community !== undefined || !reaches(boundary, frame))
    .map((fault) => ({ ...fault, codes: around(fault.boundary, grids) }));
}

/** What of some faults lies in none of others: the faults that a change makes. */
export function faultsBeyond(faults: readonly Fault[], others: readonly Fault[]): Fault[] {
  if (others.length === 0) return [...faults];
  return faults.flatMap(({ codes, boundary }) => {
    const left = difference(collection([boundary, ...others.map((other) => other.boundary)]))?.geometry;
    return partsOf(left).map((fault) => ({ ...fault, codes }));
  });
}

/**
 * Cuts apart what hangs together in a corner only: a gap whose corner lies on the outline of the grids would else be one
 * with what lies outside.
 */
function cutAtCorners(left: Many | undefined): Many | undefined {
  const seen = new Set<string>();
  const plugs = ringsOf(left)
    .flatMap((ring) => ring.slice(1))
    .filter(([x = 0, y = 0]) => {
      const key = `${x.toFixed(6)} ${y.toFixed(6)}`;
      return seen.size === seen.add(key).size;
    })
    .map(plugAt);
  if (left === undefined || plugs.length === 0) return left;
  return difference(collection<Many>([left, ...plugs]))?.geometry;
}

function ringsOf(shape: Many | undefined): number[][][] {
  if (shape === undefined) return [];
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

function plugAt([x = 0, y = 0]: readonly number[]): Boundary {
  const [dx, dy] = [PLUG / eastOf(y), PLUG / DEGREE];
  return boxAround([x - dx, y - dy, x + dx, y + dy]);
}

/** Metres of a degree of longitude. */
function eastOf(latitude: number): number {
  return DEGREE * Math.cos((latitude * Math.PI) / 180);
}

function unionOf(boundaries: readonly Boundary[]): Many | undefined {
  const [first] = boundaries;
  return boundaries.length < 2 ? first : union(collection(boundaries))?.geometry;
}

/** The polygons of a result that are more than the tolerance. */
function partsOf(found: { type: string; coordinates: unknown } | undefined): Omit<Fault, 'codes'>[] {
  if (found === undefined) return [];
  const polygons = found.type === 'Polygon' ? [found.coordinates] : found.coordinates;
  return (polygons as number[][][][])
    .map((coordinates): Boundary => ({ type: 'Polygon', coordinates }))
    .map((boundary) => ({ boundary, squareMetres: squareMetresOf(boundary) }))
    .filter(({ boundary, squareMetres }) => {
      const width = (2 * squareMetres) / (length(feature(boundary)) * 1000);
      return squareMetres >= TOLERANCE.squareMetres && width >= TOLERANCE.width;
    })
    .map(({ boundary, squareMetres }) => ({ boundary, squareMetres: Math.round(squareMetres * 10) / 10 }));
}

/** A box a little larger than all the grids. */
function frameAround(grids: readonly DrawnGrid[]): Boundary {
  const [west, south, east, north] = boxOf(grids.flatMap(({ boundary }) => boundary.coordinates.flat()));
  return boxAround([west - 0.001, south - 0.001, east + 0.001, north + 0.001]);
}

function boxAround([w, s, e, n]: Box): Boundary {
  return { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] }; // prettier-ignore
}

function reaches(boundary: Boundary, frame: Boundary): boolean {
  const [west] = boxOf(frame.coordinates.flat());
  return boxOf(boundary.coordinates.flat())[0] <= west;
}

function mayMeet(a: Boundary, b: Boundary): boolean {
  const [w1, s1, e1, n1] = boxOf(a.coordinates.flat());
  const [w2, s2, e2, n2] = boxOf(b.coordinates.flat());
  return w1 <= e2 && w2 <= e1 && s1 <= n2 && s2 <= n1;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(positions: readonly number[][]): Box {
  const [xs, ys] = [0, 1].map((axis) => positions.map((position) => position[axis] ?? 0)) as [
    number[],
    number[],
  ];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The grids that lie at a gap: a corner of the one near an edge of the other. */
function around(gap: Boundary, grids: readonly DrawnGrid[]): string[] {
  const touches = (a: Boundary, b: Boundary) =>
    a.coordinates.flat().some((corner) => b.coordinates.some((ring) => isNear(corner, ring)));
  return grids
    .filter(({ boundary }) => touches(gap, boundary) || touches(boundary, gap))
    .map(({ code }) => code);
}

function isNear(corner: readonly number[], ring: readonly number[][]): boolean {
  return ring.slice(1).some((end, index) => metresToEdge(corner, ring[index] ?? [], end) <= NEAR);
}

/** Metres from a point to an edge, on a plane that touches the earth at the point. */
function metresToEdge(
  [x = 0, y = 0]: readonly number[],
  from: readonly number[],
  to: readonly number[],
): number {
  const east = eastOf(y);
  const flat = ([lng = 0, lat = 0]: readonly number[]) => [(lng - x) * east, (lat - y) * DEGREE] as const;
  const [[x1, y1], [x2, y2]] = [flat(from), flat(to)];
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = dx === 0 && dy === 0 ? 0 : -(x1 * dx + y1 * dy) / (dx * dx + dy * dy);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x1 + share * dx, y1 + share * dy);
}

function feature<Shape extends Many>(geometry: Shape) {
  return { type: 'Feature' as const, properties: {}, geometry };
}

function collection<Shape extends Many>(geometries: readonly Shape[]) {
  return { type: 'FeatureCollection' as const, features: geometries.map(feature) };
}
