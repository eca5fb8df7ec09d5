import { type Boundary } from './boundary.rules';

/** A grid as it is drawn. */
export interface DrawnGrid {
  readonly code: string;
  readonly boundary: Boundary;
}

/** A place covered by no grid, or by two. */
export interface Fault {
  readonly codes: readonly string[];
  readonly boundary: Boundary;
  readonly squareMetres: number;
}

/** What is known of shapes; its library is heavy and rarely used, so it is loaded when it is first asked for. */
export interface ShapeRules {
  /** Places that two of the grids cover. */
  readonly overlapsOf: (grids: readonly DrawnGrid[]) => Fault[];
  /** Places that no grid covers: between them, or inside the community's boundary where it is drawn. */
  readonly gapsOf: (grids: readonly DrawnGrid[], community: Boundary | undefined) => Fault[];
  /** What of the faults is not in those that were there before. */
  readonly faultsBeyond: (faults: readonly Fault[], before: readonly Fault[]) => Fault[];
}
