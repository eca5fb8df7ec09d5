import { ancestorAt } from '../../shared/area-code';
import { type AdjustmentContent, type Ground, touchedGrids } from './adjustment.rules';

/** What can happen to a grid. */
export const GRID_CHANGES = ['NEW', 'ENDS', 'CHANGED', 'STAFF_ONLY'] as const;
export type GridChangeKind = (typeof GRID_CHANGES)[number];

/** What an adjustment means for one grid. */
export interface GridChange {
  readonly code: string;
  readonly name: string;
  readonly change: GridChangeKind;
  readonly courtyardsIn: number;
  readonly courtyardsOut: number;
}

/** What a plan means for each grid that it touches, by code. */
export function changesOf({ areas }: Ground, content: AdjustmentContent): readonly GridChange[] {
  const { grids, courtyards } = content;
  return touchedGrids(content).map((code) => {
    const planned = grids.find((grid) => grid.code === code);
    return {
      code,
      name: planned?.name ?? areas.get(code)?.names.at(-1) ?? code,
      change: changeOf(code, content, areas.has(code)),
      courtyardsIn: courtyards.filter(({ toGrid }) => toGrid === code).length,
      courtyardsOut: courtyards.filter(({ courtyard }) => ancestorAt(courtyard, 'GRID') === code).length,
    };
  });
}

function changeOf(code: string, content: AdjustmentContent, isKnown: boolean): GridChangeKind {
  if (content.ends.includes(code)) return 'ENDS';
  if (!isKnown) return 'NEW';
  const isDrawn = content.grids.some((grid) => grid.code === code);
  return isDrawn || content.links.flat().includes(code) ? 'CHANGED' : 'STAFF_ONLY';
}
