import { ancestorAt, isWithin } from '../../shared/area-code';
import { MOST_AREAS } from './notice-content.rules';

/** For which areas that is from now on which was for an area before: for itself alone where nothing has changed. */
export type ReachAfter = (area: string) => readonly string[];

/** The areas of a notice after an adjustment of grids, none in another; where they are too many, grids for their courtyards. */
export function areasAfter(areas: readonly string[], reachAfter: ReachAfter): readonly string[] {
  const all = outermost(areas.flatMap(reachAfter));
  return all.length <= MOST_AREAS ? all : outermost(all.map((area) => ancestorAt(area, 'GRID') ?? area));
}

function outermost(areas: readonly string[]): readonly string[] {
  const each = [...new Set(areas)];
  return each.filter((area) => !each.some((other) => other !== area && isWithin(area, other)));
}
