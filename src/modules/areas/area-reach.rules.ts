import { ancestorAt, isWithin } from '../../shared/area-code';

/** For which areas that is from now on which was for an area before: for itself alone where nothing has changed. */
export type ReachAfter = (area: string) => readonly string[];

/**
 * For which areas something is after an adjustment of grids, none in another; where they are more than `most`, grids for their
 * courtyards.
 */
export function areasAfter(
  areas: readonly string[],
  reachAfter: ReachAfter,
  most: number,
): readonly string[] {
  const all = outermost(areas.flatMap(reachAfter));
  return all.length <= most ? all : outermost(all.map((area) => ancestorAt(area, 'GRID') ?? area));
}

function outermost(areas: readonly string[]): readonly string[] {
  const each = [...new Set(areas)];
  return each.filter((area) => !each.some((other) => other !== area && isWithin(area, other)));
}
