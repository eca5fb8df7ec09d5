import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportedArea } from '../../src/modules/areas/area-import.service';
import { type Boundary } from '../../src/modules/areas/boundary.rules';

const DISTRICT = { code: '510108', name: '成华区' };

/** The demonstration community, and the grid next door that its workers do not answer for. */
export const COMMUNITY = { code: '510108008003', names: ['成华区', '跳蹬河街道', '杉板桥社区'] } as const;
const NEIGHBOUR = { code: '510108008004', names: ['成华区', '跳蹬河街道', '锦绣社区'] } as const;

/** Chenghua district with its 11 streets and 83 communities: real names and national codes. */
export function divisions(): ImportedArea[] {
  const lines = readFileSync(join(__dirname, 'chenghua.csv'), 'utf8').trim().split('\n').slice(1);
  const rows = lines.map((line) => line.split(',') as [string, string, string, string]);
  const streets = new Map(rows.map(([code, name]) => [code, name]));
  return [
    { code: DISTRICT.code, names: [DISTRICT.name] },
    ...[...streets].map(([code, name]) => ({ code, names: [DISTRICT.name, name] })),
    ...rows.map(([, street, code, name]) => ({
      code,
      names: [DISTRICT.name, street, name.replace(/居委会$/, '')],
      ...(code === COMMUNITY.code ? { boundary: communityBoundary() } : {}),
    })),
  ];
}

/** Corners of the grids, west to east and north to south, in WGS 84: synthetic streets, shared by neighbours. */
const CORNERS = [
  [
    [104.1102, 30.6781],
    [104.1141, 30.6784],
    [104.1183, 30.6779],
    [104.1224, 30.6782],
    [104.1262, 30.678],
  ],
  [
    [104.1104, 30.6745],
    [104.1143, 30.6742],
    [104.118, 30.6746],
    [104.1226, 30.6743],
    [104.1264, 30.6745],
  ],
  [
    [104.1101, 30.6706],
    [104.1145, 30.6709],
    [104.1184, 30.6705],
    [104.1222, 30.6708],
    [104.1261, 30.6706],
  ],
] as const;

function boundaryOf(row: number, column: number): Boundary {
  const corner = (r: number, c: number): number[] => [...(CORNERS[r]?.[c] ?? [])];
  const northWest = corner(row, column);
  const ring = [
    northWest,
    corner(row + 1, column),
    corner(row + 1, column + 1),
    corner(row, column + 1),
    northWest,
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

/** The courtyards of each grid of the demonstration community. Synthetic. */
const COURTYARDS = [
  ['杉板桥路 88 号院', '二环路东二段 20 号院'],
  ['建设巷 5 号院', '东郊记忆家属院', '机车厂生活区'],
  ['杉板桥南一路 3 号院', '华林苑'],
  ['沙河畔小区', '跃进村安置小区'],
  ['电子科大教工院', '建和路 12 号院', '三友路小区'],
  ['杉板桥南五路 9 号院', '万象里'],
] as const;

/** The outline of the demonstration community: the outer corners of its six grids. */
function communityBoundary(): Boundary {
  const last = CORNERS.length - 1;
  const along = (row: number) => [0, 1, 2, 3].map((column) => [...(CORNERS[row]?.[column] ?? [])]);
  const inner = CORNERS.slice(1, last);
  const west = inner.map((row) => [...row[0]]);
  const east = inner.map((row) => [...row[3]]).reverse();
  const ring = [...along(0).slice(0, 1), ...west, ...along(last), ...east, ...along(0).reverse()];
  return { type: 'Polygon', coordinates: [ring] };
}

/** The third grid is that of a business park, which the urban management office manages too. */
const SPECIAL = { index: 2, department: '510108008-UMO' } as const;

/** The six grids of the demonstration community with their courtyards, and one grid of its neighbour. */
export function grids(): ImportedArea[] {
  const own = COURTYARDS.flatMap((courtyards, index): ImportedArea[] => {
    const code = `${COMMUNITY.code}00${index + 1}`;
    const names = [...COMMUNITY.names, `第${'一二三四五六'[index] ?? ''}网格`];
    return [
      { code, names, ...kindOf(index), boundary: boundaryOf(Math.floor(index / 3), index % 3) },
      ...courtyards.map((name, order) => ({
        ...{ code: `${code}00${order + 1}`, names: [...names, name], kind: 'MICRO' as const },
      })),
    ];
  });
  const next = {
    code: `${NEIGHBOUR.code}001`,
    names: [...NEIGHBOUR.names, '第一网格'],
    kind: 'GENERAL' as const,
    boundary: boundaryOf(0, 3),
  };
  return [...own, next];
}

function kindOf(index: number): Pick<ImportedArea, 'kind' | 'department'> {
  return index === SPECIAL.index ? { kind: 'SPECIAL', department: SPECIAL.department } : { kind: 'GENERAL' };
}

/** A point inside the n-th grid (1 to 6) of the demonstration community, WGS 84. */
export function pointIn(grid: number): { latitude: number; longitude: number } {
  const ring = boundaryOf(Math.floor((grid - 1) / 3), (grid - 1) % 3).coordinates[0] ?? [];
  const mean = (axis: 0 | 1): number =>
    Math.round((ring.slice(0, 4).reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / 4) * 1e6) / 1e6;
  return { latitude: mean(1), longitude: mean(0) };
}
