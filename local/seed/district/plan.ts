import { ancestorAt } from '../../../src/shared/area-code';
import { type ImportedArea } from '../../../src/modules/areas/area-import.service';
import { COMMUNITY, divisions, grids } from '../areas';
import { dice } from './dice';
import { placesIn } from './families';
import { columnsFor, type Corner, gridsBetween, type Rectangle, type Streets, streetsIn } from './streets';

/** A grid as it is to be filled: all that follows for its people follows from these numbers. */
export interface GridPlan {
  readonly grid: ImportedArea;
  readonly courtyards: readonly ImportedArea[];
  readonly households: number;
  /** How many households and persons are in the grids before it. */
  readonly firstHousehold: number;
  readonly firstPerson: number;
}

/** Chenghua's grids, as the press counted them in 2016. */
const GRIDS = 855;

/** Most communities have ten grids, the others twelve, one eleven; so that it comes to 855. */
const USUAL = 10;

/** Where the district lies: seven communities from west to east and twelve from south to north, in degrees. */
const MAP = { west: 104.062, south: 30.6304, width: 0.024, height: 0.008, columns: 7, rows: 12 } as const;

/** Where the demonstration community and its neighbour lie on that map. */
const TAKEN = { row: 5, columns: [2, 3] } as const;

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const TREES = [...'锦翠桂梅竹枫柳荷桐杏兰松槐榕桃樱莲菊榆桦'];
const YARDS = ['苑', '小区', '家园', '院', '里', '花园', '雅居'];

/** The demonstration community's grids only, filled up. */
export function communityPlan(): GridPlan[] {
  return planOf(ownGrids());
}

/** Every grid of Chenghua, the demonstration community's first. */
export function districtPlan(): GridPlan[] {
  const demonstrated = new Set<string>([COMMUNITY.code, neighbour().code.slice(0, 12)]);
  const communities = divisions().filter(({ code }) => code.length === 12);
  const others = communities.filter(({ code }) => !demonstrated.has(code));
  const counts = countsOf(others.length + 1);
  const next = communities.find(({ code }) => code === neighbour().code.slice(0, 12));
  const beside =
    next === undefined
      ? []
      : gridsOf(next, besideStreets(columnsFor(counts[0] ?? USUAL)), counts[0] ?? USUAL);
  const places = rectangles();
  const elsewhere = others.flatMap((community, index) => {
    const count = counts[index + 1] ?? USUAL;
    const place = places[index];
    if (place === undefined) throw new Error('The map has no room for all communities.');
    return gridsOf(community, streetsIn(place, columnsFor(count)), count);
  });
  return planOf([...ownGrids(), ...beside, ...elsewhere]);
}

type Drawn = Pick<GridPlan, 'grid' | 'courtyards'>;

/** The demonstration community's grids and courtyards, as the small seed has them. */
function ownGrids(): Drawn[] {
  const areas = grids();
  return areas
    .filter(({ code }) => code.length === 15 && ancestorAt(code, 'COMMUNITY') === COMMUNITY.code)
    .map((grid) => ({
      grid,
      courtyards: areas.filter(({ code }) => code.length === 18 && ancestorAt(code, 'GRID') === grid.code),
    }));
}

/** The one grid of the neighbouring community that the small seed has. */
function neighbour(): ImportedArea {
  const found = grids().find(
    ({ code }) => code.length === 15 && ancestorAt(code, 'COMMUNITY') !== COMMUNITY.code,
  );
  if (found === undefined) throw new Error('The demonstration community has no neighbour.');
  return found;
}

/** The neighbour's streets go on from the corners that it shares with the demonstration community. */
function besideStreets(columns: number): Streets {
  const [northWest, southWest, southEast, northEast] = cornersOf(neighbour());
  const [, , lowest] = cornersOf(ownGrids().at(-1)?.grid ?? neighbour());
  const east = MAP.west + MAP.width * ((TAKEN.columns.at(-1) ?? 0) + 1);
  const south = MAP.south + MAP.height * TAKEN.row;
  const rest = { west: northEast[0], south, width: east - northEast[0], height: MAP.height };
  const [north, middle, bottom] = streetsIn(rest, columns - 1);
  return [
    [northWest, northEast, ...north.slice(1)],
    [southWest, southEast, ...middle.slice(1)],
    [lowest, ...bottom],
  ];
}

/** A four-cornered grid's corners: north-west, south-west, south-east, north-east. */
function cornersOf({ boundary }: ImportedArea): readonly [Corner, Corner, Corner, Corner] {
  const ring = (boundary?.coordinates[0] ?? []).map(([longitude = 0, latitude = 0]): Corner => [
    longitude,
    latitude,
  ]);
  const middle = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [middle(ring.map(([each]) => each)), middle(ring.map(([, each]) => each))];
  const corner = (isEast: boolean, isNorth: boolean): Corner => {
    const within = ring.filter(
      ([longitude, latitude]) => longitude > x === isEast && latitude > y === isNorth,
    );
    const far = ([longitude, latitude]: Corner) => Math.abs(longitude - x) + Math.abs(latitude - y);
    return [...within].sort((one, other) => far(other) - far(one))[0] ?? [x, y];
  };
  return [corner(false, true), corner(false, false), corner(true, false), corner(true, true)];
}

/** Rectangles side by side, without that of the demonstration community and its neighbour. */
function rectangles(): Rectangle[] {
  const { west, south, width, height, columns, rows } = MAP;
  return Array.from({ length: columns * rows }, (_none, index) => ({
    column: Math.floor(index / rows),
    row: index % rows,
  }))
    .filter(({ column, row }) => row !== TAKEN.row || !TAKEN.columns.some((taken) => taken === column))
    .map(({ column, row }) => ({ west: west + column * width, south: south + row * height, width, height }));
}

/** How many grids each community has, beside the demonstration community. */
function countsOf(communities: number): number[] {
  const missing = GRIDS - ownGrids().length - communities * USUAL;
  return Array.from(
    { length: communities },
    (_none, index) => USUAL + Math.max(0, Math.min(2, missing - index * 2)),
  );
}

function gridsOf(community: ImportedArea, streets: Streets, count: number): Drawn[] {
  return gridsBetween(streets, count).map((boundary, index) => {
    const code = `${community.code}${String(index + 1).padStart(3, '0')}`;
    const names = [...community.names, `第${NUMERALS[index] ?? ''}网格`];
    return { grid: { code, names, boundary }, courtyards: courtyardsOf(code, names) };
  });
}

function courtyardsOf(grid: string, names: readonly string[]): ImportedArea[] {
  const number = Number(grid.slice(6));
  return Array.from({ length: 2 + dice(3, number, 20) }, (_none, index) => {
    const [first, second] = [dice(TREES.length, number, 21 + index), dice(TREES.length, number, 31 + index)];
    const name = `${TREES[first] ?? ''}${TREES[second] ?? ''}${YARDS[dice(YARDS.length, number, 41 + index)] ?? ''}`;
    return { code: `${grid}00${index + 1}`, names: [...names, `${name}${index + 1} 号院`] };
  });
}

/** Gives each grid its 340 to 455 households, and counts on. */
function planOf(drawn: readonly Drawn[]): GridPlan[] {
  let [firstHousehold, firstPerson] = [0, 0];
  return drawn.map(({ grid, courtyards }) => {
    const households = 340 + dice(116, Number(grid.code.slice(6)), 10);
    const plan = { grid, courtyards, households, firstHousehold, firstPerson };
    for (let index = 0; index < households; index += 1)
      firstPerson += placesIn(firstHousehold + index).length;
    firstHousehold += households;
    return plan;
  });
}
