import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { kinks } from '@turf/kinks';
import { Refusal } from '../../shared/errors';
import { type Datum, type Point, toWgs84 } from '../../shared/geo';

/** An area's boundary: a GeoJSON Polygon (RFC 7946) in WGS 84. */
export interface Boundary {
  readonly type: 'Polygon';
  readonly coordinates: number[][][];
}

/** Most corners of a boundary: it lies under each of its cells, and a map shows a hundred of them. */
const MOST_CORNERS = 300;

/** Whether the point lies in the boundary or on its edge. */
export function contains(boundary: Boundary, { latitude, longitude }: Point): boolean {
  return booleanPointInPolygon([longitude, latitude], boundary);
}

/**
 * The boundary as it is kept: WGS 84, rounded to 6 decimals (0.1 m), outer ring counterclockwise and holes clockwise
 * (RFC 7946, 3.1.6).
 * @throws Refusal BOUNDARY_MALFORMED, BOUNDARY_NOT_CLOSED, BOUNDARY_CROSSES_ITSELF, BOUNDARY_TOO_LARGE
 */
export function boundaryFrom(given: Boundary, datum: Datum = 'WGS84'): Boundary {
  assertRings(given);
  const rings = given.coordinates.map((ring) => ring.map((position) => positionFrom(position, datum)));
  const boundary = { type: given.type, coordinates: rings.map((ring, index) => wound(ring, index === 0)) };
  if (rings.some((ring) => turning(ring) === 0) || kinks(boundary).features.length > 0)
    throw new Refusal('BOUNDARY_CROSSES_ITSELF', {}, ['boundary']);
  return boundary;
}

/** A point inside the boundary for its label: the middle of the widest stretch halfway up. */
export function centreOf({ coordinates }: Boundary): Point {
  const outer = coordinates[0] ?? [];
  const heights = outer.map(([, latitude = 0]) => latitude);
  const latitude = (Math.min(...heights) + Math.max(...heights)) / 2;
  const crossings = coordinates.flatMap((ring) => crossingsAt(ring, latitude)).sort((a, b) => a - b);
  const stretches = crossings.flatMap((west, index) => {
    const east = crossings[index + 1];
    return index % 2 === 0 && east !== undefined ? [{ west, east }] : [];
  });
  const widest = stretches.reduce((best, each) =>
    each.east - each.west > best.east - best.west ? each : best,
  );
  return toWgs84({ latitude, longitude: (widest.west + widest.east) / 2 }, 'WGS84');
}

/** Longitudes at which a ring crosses a latitude. */
function crossingsAt(ring: readonly number[][], latitude: number): number[] {
  return ring.slice(1).flatMap(([x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    return y1 > latitude === y2 > latitude ? [] : [x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

function assertRings({ type, coordinates }: Boundary): void {
  const rings = (Array.isArray(coordinates) ? coordinates : []) as unknown[];
  const malformed = (type as string) !== 'Polygon' || rings.length === 0 || !rings.every(isRing);
  if (malformed) throw new Refusal('BOUNDARY_MALFORMED', {}, ['boundary']);
  if (coordinates.flat().length > MOST_CORNERS)
    throw new Refusal('BOUNDARY_TOO_LARGE', { max: MOST_CORNERS }, ['boundary']);
  for (const ring of coordinates) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
      throw new Refusal('BOUNDARY_NOT_CLOSED', {}, ['boundary']);
  }
}

function isRing(ring: unknown): boolean {
  return Array.isArray(ring) && ring.length > 0 && ring.every(isPosition);
}

function isPosition(position: unknown): boolean {
  const [longitude, latitude] = (Array.isArray(position) ? position : []) as unknown[];
  const within = (value: unknown, most: number) => typeof value === 'number' && Math.abs(value) <= most;
  return within(longitude, 180) && within(latitude, 90);
}

function positionFrom([longitude = 0, latitude = 0]: readonly number[], datum: Datum): number[] {
  const point = toWgs84({ latitude, longitude }, datum);
  return [point.longitude, point.latitude];
}

/** Twice the signed area of a ring in square degrees: above nought where it turns counterclockwise. */
function turning(ring: readonly number[][]): number {
  const [[x0 = 0, y0 = 0] = []] = ring;
  return ring.slice(1).reduce((sum, [x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    return sum + (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }, 0);
}

function wound(ring: number[][], counterclockwise: boolean): number[][] {
  return turning(ring) > 0 === counterclockwise ? ring : ring.toReversed();
}
