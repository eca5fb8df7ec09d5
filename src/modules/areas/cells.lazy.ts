import { latLngToCell, POLYGON_TO_CELLS_FLAGS, polygonToCellsExperimental } from 'h3-js';
import { type Point } from '../../shared/geo';
import { type Boundary } from './boundary.rules';

/** Edge of about 75 m: a grid of 400 households touches ten to thirty cells, and few grids share one. */
const RESOLUTION = 10;

/** The H3 cell of a point. */
export function cellOf({ latitude, longitude }: Point): string {
  return latLngToCell(latitude, longitude, RESOLUTION);
}

/** Every H3 cell that the boundary touches, so that each point inside finds the area under its own cell. */
export function cellsOf(boundary: Boundary): readonly string[] {
  return polygonToCellsExperimental(
    boundary.coordinates,
    RESOLUTION,
    POLYGON_TO_CELLS_FLAGS.containmentOverlapping,
    true,
  );
}
