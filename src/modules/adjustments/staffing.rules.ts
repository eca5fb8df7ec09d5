import { type AreaStaffing } from '../people/grid-staff.service';
import { type AdjustmentContent, predecessorsOf, successorsOf } from './adjustment.rules';

/** Who works in an area now, as its roster says. */
export type Rosters = ReadonlyMap<string, readonly string[]>;

/**
 * Who works where from the day on. Nobody works in what ends; a courtyard's own workers go with it; a grid has those the
 * plan names, and a new one for which it names none, those of the ended grids whose one successor it is.
 */
export function staffingsOf(
  content: AdjustmentContent,
  rosters: Rosters,
  isNew: (grid: string) => boolean,
): readonly AreaStaffing[] {
  const { ends, courtyards, workers } = content;
  const named = new Map<string, string[]>();
  for (const { grid, person } of workers) named.set(grid, [...(named.get(grid) ?? []), person]);
  const heirs = new Set(ends.filter((code) => successorsOf(content, code).length === 1));
  const inherited = [...new Set([...heirs].flatMap((code) => successorsOf(content, code)))]
    .filter((grid) => !named.has(grid))
    .filter(isNew)
    .map((grid) => {
      const from = predecessorsOf(content, grid).filter((code) => heirs.has(code));
      const persons = from.flatMap((code) => rosters.get(code) ?? []);
      return [grid, [...new Set(persons)]] as const;
    })
    // More than a grid may have: the plan has to say who.
    .filter(([, persons]) => persons.length > 0 && persons.length <= MOST_INHERITED);
  const grid = (area: string, persons: readonly string[]): AreaStaffing => ({
    ...{ role: 'GRID_WORKER', area, persons },
  });
  const secondary = (area: string, persons: readonly string[]): AreaStaffing => ({
    ...{ role: 'SECONDARY_WORKER', area, persons },
  });
  return [
    ...ends.map((code) => grid(code, [])),
    ...courtyards.map(({ courtyard }) => secondary(courtyard, [])),
    ...[...named, ...inherited].map(([code, persons]) => grid(code, persons)),
    ...courtyards.map(({ courtyard, code }) => secondary(code, rosters.get(courtyard) ?? [])),
  ];
}

/** Workers that a grid takes over without being told to. */
const MOST_INHERITED = 2;
