import { ancestorAt } from '../../shared/area-code';
import { type NamedArea } from '../areas/area.rules';
import { type Boundary } from '../areas/boundary.rules';
import {
  type AdjustmentContent,
  type Ground,
  predecessorsOf,
  standing,
  successorsOf,
} from './adjustment.rules';

/** An area as it is to be kept, with its boundary where one is drawn anew. */
export interface ChangedArea extends NamedArea {
  readonly boundary?: Boundary | undefined;
}

/**
 * The areas as a plan makes them on its day: new grids and courtyards first, so that no place is without one, then those
 * that end, each knowing what takes its place. The same when it is asked again after it was carried out.
 */
export function areasAfter(
  ground: Ground,
  content: AdjustmentContent,
  drawn: ReadonlyMap<string, Boundary>,
): readonly ChangedArea[] {
  const nameOf = gridNames(ground, content);
  const above = ground.areas.get(ground.community)?.names ?? [];
  return [
    ...plannedGrids(ground, content, above),
    ...movedCourtyards(ground, content, { above, nameOf, drawn }),
    ...renamedCourtyards(ground, content, { above, nameOf }),
    ...endedAreas(ground, content),
  ];
}

/** The name that a grid has after the plan. */
function gridNames({ areas }: Ground, { grids }: AdjustmentContent): (code: string) => string {
  const planned = new Map(grids.map(({ code, name }) => [code, name]));
  return (code) => planned.get(code) ?? areas.get(code)?.names.at(-1) ?? code;
}

function plannedGrids(
  { areas, day }: Ground,
  content: AdjustmentContent,
  above: readonly string[],
): readonly ChangedArea[] {
  return content.grids.map(({ code, name, kind, department, boundary }) => {
    const known = areas.get(code)?.facts ?? { validFrom: day };
    const from = known.validFrom === day ? predecessorsOf(content, code) : endedOf(content, code);
    const replaces = [...new Set([...(known.replaces ?? []), ...from])];
    const facts = { ...known, kind, department, ...(replaces.length > 0 ? { replaces } : {}) };
    return { code, names: [...above, name], facts, boundary };
  });
}

/** The ended grids that a grid takes over from. */
function endedOf(content: AdjustmentContent, grid: string): readonly string[] {
  return predecessorsOf(content, grid).filter((code) => content.ends.includes(code));
}

function movedCourtyards(
  { areas, day }: Ground,
  { courtyards }: AdjustmentContent,
  facts: {
    above: readonly string[];
    nameOf: (grid: string) => string;
    drawn: ReadonlyMap<string, Boundary>;
  },
): readonly ChangedArea[] {
  const { above, nameOf, drawn } = facts;
  return courtyards.map(({ courtyard, toGrid, code }) => {
    const old = areas.get(courtyard);
    const { kind, department } = old?.facts ?? {};
    return {
      code,
      names: [...above, nameOf(toGrid), old?.names.at(-1) ?? code],
      facts: { kind, department, validFrom: day, replaces: [courtyard] },
      boundary: drawn.get(courtyard),
    };
  });
}

/** The courtyards that stay in a grid whose name changes: their names say where they lie. */
function renamedCourtyards(
  ground: Ground,
  { grids, courtyards }: AdjustmentContent,
  { above, nameOf }: { above: readonly string[]; nameOf: (grid: string) => string },
): readonly ChangedArea[] {
  const leaves = new Set(courtyards.map(({ courtyard }) => courtyard));
  const planned = new Set(grids.map(({ code }) => code));
  return standing(ground, 'COURTYARD')
    .filter(({ code }) => !leaves.has(code) && planned.has(ancestorAt(code, 'GRID') ?? ''))
    .filter(({ code, names }) => names.at(-2) !== nameOf(code.slice(0, -3)))
    .map(({ code, names, facts }) => ({
      ...{ code, facts },
      names: [...above, nameOf(code.slice(0, -3)), names.at(-1) ?? code],
    }));
}

function endedAreas({ areas, day }: Ground, content: AdjustmentContent): readonly ChangedArea[] {
  const ending = [
    ...content.courtyards.map(({ courtyard, code }) => ({ code: courtyard, by: [code] })),
    ...content.ends.map((code) => ({ code, by: successorsOf(content, code) })),
  ];
  return ending.flatMap(({ code, by }) => {
    const old = areas.get(code);
    return old === undefined ? [] : [{ ...old, facts: { ...old.facts, validTo: day, replacedBy: [...by] } }];
  });
}
