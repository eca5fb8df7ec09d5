import { type Validity } from '../../shared/business-date';
import { type GridKind } from './area.rules';

/** What a grid has to carry. */
export interface LoadCounts {
  readonly households: number;
  readonly residents: number;
  readonly floating: number;
  readonly premises: number;
  readonly openCases: number;
  /** Absent in a count that was made before workers were counted. */
  readonly workers?: number | undefined;
}

/** The load of a grid as it was counted. */
export interface CountedLoad extends LoadCounts, Validity {
  readonly grid: string;
  readonly name: string;
  readonly kind?: GridKind | undefined;
  readonly countedAt: Date;
}

/** In what a grid is outside the norm. */
export const LOAD_FLAGS = ['BELOW_NORM', 'ABOVE_NORM', 'FEW_PER_WORKER', 'MANY_PER_WORKER'] as const;
export type LoadFlag = (typeof LOAD_FLAGS)[number];

interface Norm {
  readonly least: number;
  readonly most: number;
}

/** Households of a grid, by local regulations (domain §4.1); a special grid follows its business, not a number. */
const HOUSEHOLDS: Readonly<Partial<Record<GridKind, Norm>>> = {
  GENERAL: { least: 300, most: 500 },
  MICRO: { least: 50, most: 80 },
};

/** Households a worker answers for. */
const PER_WORKER: Norm = { least: 30, most: 50 };

/** The norm for the households of a grid of a kind; undefined where there is none. */
export function normOf(kind: GridKind | undefined): Norm | undefined {
  return kind && HOUSEHOLDS[kind];
}

/** In what a grid is outside the norm. */
export function flagsOf(
  households: number,
  kind: GridKind | undefined,
  workers: number | undefined,
): LoadFlag[] {
  const each = workers === undefined || workers === 0 ? undefined : households / workers;
  return [
    ...outside(households, normOf(kind), 'BELOW_NORM', 'ABOVE_NORM'),
    ...outside(each, PER_WORKER, 'FEW_PER_WORKER', 'MANY_PER_WORKER'),
  ];
}

function outside(
  figure: number | undefined,
  norm: Norm | undefined,
  low: LoadFlag,
  high: LoadFlag,
): LoadFlag[] {
  if (figure === undefined || norm === undefined) return [];
  if (figure < norm.least) return [low];
  return figure > norm.most ? [high] : [];
}
