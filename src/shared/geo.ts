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

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
