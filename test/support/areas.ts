import { type ImportedArea } from '../../src/modules/areas/area-import.service';
import { type Boundary } from '../../src/modules/areas/boundary.rules';
import { type World } from './world';

const CIRCLES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A ring of so many corners around a point: about the size of a grid. */
export function ringAround(west: number, south: number, corners: number): Boundary {
  const ring = Array.from({ length: corners }, (_none, index) => {
    const turn = (2 * Math.PI * index) / corners;
    return [west + 0.0009 * Math.cos(turn), south + 0.0009 * Math.sin(turn)];
  });
  return { type: 'Polygon', coordinates: [[...ring, [...ring[0]!]]] };
}

/** Fills the world's street with grids, fifteen a community from the 101st on, each with a boundary of 24 corners. */
export async function fullStreet(world: World, { grids = 100, counted = false } = {}): Promise<void> {
  const { street, services, point } = world;
  const areas = Array.from({ length: grids }, (_none, index): ImportedArea => {
    const community = 101 + Math.floor(index / 15);
    return {
      code: `${street}${String(community)}${String((index % 15) + 1).padStart(3, '0')}`,
      names: ['某区', '某街道', `${String(community)} 社区`, `第${String((index % 15) + 1)}网格`],
      kind: 'GENERAL',
      boundary: ringAround(
        point.longitude + 0.01 + (index % 15) * 0.002,
        point.latitude + Math.floor(index / 15) * 0.002,
        24,
      ),
    };
  });
  const own = [world.grid, world.nextGrid, world.foreignGrid].map((code) => ({ code, level: 'GRID' }));
  await services.areaImports.importAreas(areas);
  if (!counted) return;
  const rows = [...areas.map(({ code }) => ({ code, level: 'GRID' })), ...own];
  await services.loads.observe(
    rows.map((row) => ({ before: undefined, after: { ...row, __edb_e__: 'area' } })),
  );
  while ((await services.loads.recountDue()).length > 0);
}

/** Gives the world's district somewhat more names than Chenghua has: 11 streets, 88 communities, 880 grids, 1,496 courtyards. */
export async function districtOf({ district, services }: World): Promise<void> {
  const three = (number: number) => String(number).padStart(3, '0');
  const areas = Array.from({ length: 11 }, (_none, street) => street + 101).flatMap((street) => {
    const top = ['某区', `第${String(street)}街道`];
    const communities = Array.from({ length: 8 }, (_none, index) => index + 1).flatMap((community) => {
      const above = [...top, `${CIRCLES[community] ?? ''}板桥社区`];
      const grids = Array.from({ length: 10 }, (_none, index) => index + 1).flatMap((grid) => {
        const names = [...above, `第${CIRCLES[grid - 1] ?? ''}网格`];
        const code = `${district}${three(street)}${three(community)}${three(grid)}`;
        const courtyards = [1, 2, 3].map((courtyard) => ({
          code: `${code}${three(courtyard)}`,
          names: [...names, `板桥南${String((street * community) % 9)}路 ${String(grid * courtyard)} 号院`],
        }));
        return [{ code, names }, ...courtyards];
      });
      return [{ code: `${district}${three(street)}${three(community)}`, names: above }, ...grids];
    });
    return [{ code: `${district}${three(street)}`, names: top }, ...communities];
  });
  await services.areaImports.importAreas(areas);
}
