import { AREA_LEVELS } from '../../shared/area-code';
import { type CustodyLevel } from '../cases/case.rules';

/** The levels at which a case can be solved, from the courtyard up; a department last. */
export const SOLVED_LEVELS: readonly CustodyLevel[] = [...AREA_LEVELS.toReversed(), 'DEPARTMENT'];

/** Counts of a day or of several: of cases solved at each of {@link SOLVED_LEVELS}, and last of cases opened again. */
export type SolvedCounts = readonly number[];

/** Nothing happened. */
export const NOTHING_SOLVED: SolvedCounts = [...SOLVED_LEVELS, 'REOPENED'].map(() => 0);

/** What one case adds: solved at a level, or opened again. */
export function countOf(level: CustodyLevel | undefined): SolvedCounts {
  const place = level === undefined ? SOLVED_LEVELS.length : SOLVED_LEVELS.indexOf(level);
  return NOTHING_SOLVED.map((_, index) => (index === place ? 1 : 0));
}

/** Several counts together. */
export function sumOf(counts: readonly SolvedCounts[]): SolvedCounts {
  return NOTHING_SOLVED.map((_, index) => counts.reduce((sum, each) => sum + (each[index] ?? 0), 0));
}

/**
 * Shares of a whole in per cent with one decimal, that add up to 100.0 exactly: each is cut off, and the tenths that are missing
 * go to those of which most was cut off (largest remainder). All are 0 where there is nothing.
 */
export function percentagesOf(counts: readonly number[]): readonly number[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 1_000) / whole);
  const tenths = exact.map(Math.floor);
  const missing = 1_000 - tenths.reduce((sum, each) => sum + each, 0);
  const byRemainder = counts
    .map((_, index) => index)
    .sort((a, b) => (exact[b] ?? 0) - (tenths[b] ?? 0) - ((exact[a] ?? 0) - (tenths[a] ?? 0)) || a - b);
  const raised = new Set(byRemainder.slice(0, missing));
  return tenths.map((each, index) => (each + (raised.has(index) ? 1 : 0)) / 10);
}
