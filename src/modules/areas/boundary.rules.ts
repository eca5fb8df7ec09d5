import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { latLngToCell, POLYGON_TO_CELLS_FLAGS, polygonToCellsExperimental } from 'h3-js';
import { type Point } from '../../shared/geo';

/** A grid's boundary: a GeoJSON Polygon (RFC 7946) in WGS 84. */
export interface Boundary {
  readonly type: 'Polygon';
  readonly coordinates: number[][][];
}

/** Edge of about 75 m: a grid of 400 households touches ten to thirty cells, and few grids share one. */
const RESOLUTION = 10;

/** The H3 cell of a point. */
export function cellOf({ latitude, longitude }: Point): string {
  return latLngToCell(latitude, longitude, RESOLUTION);
}

/** Every H3 cell that the boundary touches, so that each point inside finds the grid under its own cell. */
export function cellsOf(boundary: Boundary): readonly string[] {
  return polygonToCellsExperimental(
    boundary.coordinates,
    RESOLUTION,
    POLYGON_TO_CELLS_FLAGS.containmentOverlapping,
    true,
  );
}

/** Whether the point lies in the boundary or on its edge. */
export function contains(boundary: Boundary, { latitude, longitude }: Point): boolean {
  return booleanPointInPolygon([longitude, latitude], boundary);
}
