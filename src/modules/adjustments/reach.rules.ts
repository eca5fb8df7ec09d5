import { isWithin, levelOf } from '../../shared/area-code';
import { type AdjustmentContent, type Ground, predecessorsOf, successorsOf } from './adjustment.rules';

/**
 * For which areas that is from the day on which was for an area before. A courtyard takes it to its new code; a grid to itself
 * where it stays and to the new grids that were cut from it alone, and of it to any other only with its courtyards, so that nobody
 * hears of what was not for them.
 */
export function reachAfter(ground: Ground, content: AdjustmentContent, area: string): readonly string[] {
  const move = content.courtyards.find(({ courtyard }) => courtyard === area);
  if (move !== undefined) return [move.code];
  if (levelOf(area) !== 'GRID') return [area];
  const heirs = successorsOf(content, area);
  const own = heirs.filter((heir) => isNew(ground, heir) && predecessorsOf(content, heir).length === 1);
  const apart = content.courtyards
    .filter(({ courtyard, toGrid }) => isWithin(courtyard, area) && !own.includes(toGrid))
    .map(({ code }) => code);
  const stays = content.ends.includes(area) ? [] : [area];
  const all = [...stays, ...own, ...apart];
  // Nothing of it but its land goes on.
  return all.length > 0 ? all : heirs;
}

/** Whether a grid begins with the plan. */
function isNew({ areas, day }: Ground, grid: string): boolean {
  return areas.get(grid)?.facts.validFrom === day;
}
