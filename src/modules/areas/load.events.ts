import { type Image, type TableChange } from '../../data/table-change';
import { ancestorAt } from '../../shared/area-code';
import { caseIdIn, caseIn } from '../cases/case.events';

/** What a change of the table means for the load: grids to be counted again, and a case that is open there or no longer. */
export interface LoadChange {
  readonly grids: readonly string[];
  readonly cases: readonly CaseStanding[];
}

/** That a case of a grid is open or no longer, as one of its versions says. */
export interface CaseStanding {
  readonly grid: string;
  readonly id: string;
  readonly version: number;
  readonly open: boolean;
}

/** Entities whose rows are counted; a change of a grid itself is told by its name, kind and dates. */
const COUNTED: ReadonlySet<unknown> = new Set([
  ...['household', 'premises', 'case', 'area', 'appointment'],
  ...['visit-plan', 'inspection-plan'],
]);

/** Reads a change of the table: what it means for the load; undefined for most. */
export function loadChangeBy({ before, after }: TableChange): LoadChange | undefined {
  const entity = (after ?? before)?.__edb_e__;
  if (!COUNTED.has(entity)) return undefined;
  const grids = [...new Set([before, after].flatMap((image) => gridOf(image) ?? []))];
  const [grid] = grids;
  if (grid === undefined) return undefined;
  const isCase = entity === 'case' && after !== undefined;
  return { grids, cases: isCase ? grids.map((each) => standingOf(each, after)) : [] };
}

/** A case that nobody holds any more is closed; one that an adjustment has put elsewhere is open there. */
function standingOf(grid: string, after: Image): CaseStanding {
  const { holder } = caseIn(after);
  return {
    grid,
    id: caseIdIn(after),
    version: Number(after.version),
    open: holder !== undefined && gridOf(after) === grid,
  };
}

/** The grid a record lies in, from whichever code it carries; undefined for areas that are no grid. */
function gridOf(image: Image | undefined): string | undefined {
  if (image === undefined) return undefined;
  if (image.__edb_e__ === 'area') return image.level === 'GRID' ? String(image.code) : undefined;
  const { area } = image.__edb_e__ === 'case' ? caseIn(image) : ((image.row ?? {}) as Image);
  const codes = [image.grid, image.courtyard, image.area, area];
  return codes.map((code) => ancestorAt(typeof code === 'string' ? code : '', 'GRID')).find(Boolean);
}
