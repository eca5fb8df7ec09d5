import gcoord from 'gcoord';
import { TechnicalError } from './errors';

/** Coordinate systems a point may come in. Phones in China deliver GCJ-02; stored is WGS 84. */
export const DATUMS = ['WGS84', 'GCJ02'] as const;
export type Datum = (typeof DATUMS)[number];

/** A place on earth in WGS 84, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The point in WGS 84, rounded to 6 decimals (about 0.1 m). GCJ-02 is shifted back; the error is below 1 m.
 * BAD_USER_INPUT when it is no place on earth.
 */
export function toWgs84(point: Point, datum: Datum): Point {
  const { latitude, longitude } = point;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw new TechnicalError('BAD_USER_INPUT', { what: `${latitude}, ${longitude} (latitude, longitude)` });
  }
  const [lng, lat] =
    datum === 'GCJ02'
      ? gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
      : [longitude, latitude];
  return { latitude: round(lat), longitude: round(lng) };
}

/** Radius of the earth in metres, as a ball. */
const EARTH_METRES = 6_371_000;

/** How far two points are apart, in metres along the earth; exact to half a per cent. */
export function metresBetween(one: Point, other: Point): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const across = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const chord = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * across;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
