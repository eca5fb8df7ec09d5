import { ancestorAt } from '../../shared/area-code';
import { type GridKind } from '../areas/area.rules';
import { flagsOf, type LoadFlag } from '../areas/load.rules';
import { type AdjustmentContent, type Ground, successorsOf } from './adjustment.rules';
import { type GridChange } from './grid-change.rules';

/** What is counted of the grids as they are: households by courtyard, and where each open case lies. */
export interface Counted {
  readonly homes: readonly {
    readonly courtyard: string;
    readonly memberCount: number;
    readonly floatingCount: number;
  }[];
  /** Code of the grid or courtyard of each. */
  readonly cases: readonly string[];
  readonly workers: ReadonlyMap<string, number>;
}

/** What a grid will have to carry. */
export interface GridForecast extends GridChange {
  readonly kind?: GridKind | undefined;
  readonly households: number;
  readonly residents: number;
  readonly floating: number;
  readonly openCases: number;
  readonly workers: number;
  readonly flags: readonly LoadFlag[];
  readonly withinNorm: boolean;
}

/** What a plan will mean. */
export interface Forecast {
  /** The grids that there will be, by code. */
  readonly grids: readonly GridForecast[];
  readonly movedHouseholds: number;
  readonly movedResidents: number;
  readonly handedOnCases: number;
}

/** What a plan will mean, from what is counted now. A case without a courtyard goes where most of its ended grid goes. */
export function forecast(
  { areas }: Ground,
  content: AdjustmentContent,
  changes: readonly GridChange[],
  counted: Counted,
): Forecast {
  const { ends, grids, courtyards } = content;
  const moves = new Map(courtyards.map(({ courtyard, toGrid }) => [courtyard, toGrid]));
  const gridNow = (area: string) => ancestorAt(area, 'GRID') ?? area;
  const gridThen = (area: string) => {
    const now = gridNow(area);
    return moves.get(area) ?? (ends.includes(now) ? (successorsOf(content, now)[0] ?? now) : now);
  };
  const leaves = (area: string) => gridThen(area) !== gridNow(area);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const movedHomes = counted.homes.filter(({ courtyard }) => leaves(courtyard));
  return {
    grids: changes
      .filter(({ code }) => !ends.includes(code))
      .map((change) => {
        const { code } = change;
        const homes = counted.homes.filter(({ courtyard }) => gridThen(courtyard) === code);
        const kind = grids.find((grid) => grid.code === code)?.kind ?? areas.get(code)?.facts.kind;
        const workers = counted.workers.get(code) ?? 0;
        const flags = flagsOf(homes.length, kind, workers);
        return {
          ...change,
          kind,
          households: homes.length,
          residents: sum(homes.map(({ memberCount }) => memberCount)),
          floating: sum(homes.map(({ floatingCount }) => floatingCount)),
          openCases: counted.cases.filter((area) => gridThen(area) === code).length,
          ...{ workers, flags, withinNorm: flags.length === 0 },
        };
      }),
    movedHouseholds: movedHomes.length,
    movedResidents: sum(movedHomes.map(({ memberCount }) => memberCount)),
    handedOnCases: counted.cases.filter(leaves).length,
  };
}
