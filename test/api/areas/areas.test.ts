import fc from 'fast-check';
import { divisions, grids, pointIn } from '../../../local/seed/areas';
import { contains } from '../../../src/modules/areas/boundary.rules';
import { cellOf, cellsOf } from '../../../src/modules/areas/cells.lazy';
import {
  AreaPageDocument,
  DepartmentsDocument,
  NodeByIdDocument,
  WhereAmIDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { makeWorld, type World } from '../../support/world';

describe('areas', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  it('are shown with what they lie in and what lies in them', async () => {
    const { data } = await run(world, world.actor('GRID_WORKER'), AreaPageDocument, {
      code: world.community,
    });
    expect(data.area).toMatchObject({
      level: 'COMMUNITY',
      name: '某社区',
      ancestors: [
        { level: 'DISTRICT', name: '某区' },
        { level: 'STREET', name: '某街道' },
      ],
      children: [{ code: world.grid }, { code: world.nextGrid }],
    });
  });

  it('have no children below a courtyard', async () => {
    const { data } = await run(world, world.actor('GRID_WORKER'), AreaPageDocument, {
      code: world.courtyard,
    });
    expect(data.area).toMatchObject({ level: 'COURTYARD', children: [] });
  });

  it.each(['', '12', 'abc', '999999'])('answer NOT_FOUND to the code %j', async (code) => {
    const { errors } = await run(world, world.actor('GRID_WORKER'), AreaPageDocument, { code });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('are found again by their id', async () => {
    const { data } = await run(world, world.actor('RESIDENT'), NodeByIdDocument, { id: world.grid });
    expect(data.node).toEqual({ id: world.grid, name: '第一网格' });
  });

  it('tell a worker in which grid a point lies, and nothing of another district’s', async () => {
    const at = async (point: { latitude: number; longitude: number }, actor = world.actor('GRID_WORKER')) =>
      (await run(world, actor, WhereAmIDocument, { point: { ...point, datum: 'WGS84' } })).data.areaAt?.code;
    expect(await at(world.point)).toBe(world.grid);
    expect(await at(world.foreignPoint)).toBe(world.foreignGrid);
    expect(await at({ latitude: 89, longitude: 0 })).toBeUndefined();
    const other = await makeWorld();
    expect(await at(world.point, other.actor('DISTRICT_STAFF'))).toBeUndefined();
  });

  it('list the departments that serve a place: the street’s own and the district’s', async () => {
    const { data } = await run(world, world.actor('STREET_STAFF'), DepartmentsDocument, { area: world.grid });
    expect(data.departments.map(({ code }) => code)).toEqual([world.bureau, world.office].sort());
  });
});

describe('the seeded district', () => {
  it('has the 11 streets and 83 communities of Chenghua, each below the one its code says', () => {
    const codes = divisions().map(({ code }) => code);
    expect(codes.filter((code) => code.length === 9)).toHaveLength(11);
    expect(codes.filter((code) => code.length === 12)).toHaveLength(83);
    for (const code of codes.slice(1)) expect(codes).toContain(code.slice(0, -3));
    expect(divisions().find(({ code }) => code === '510108008003')?.names).toEqual([
      '成华区',
      '跳蹬河街道',
      '杉板桥社区',
    ]);
  });

  it('finds each point of the demonstration community under its cell in exactly one grid', () => {
    const withBoundary = grids().flatMap(({ code, boundary }) =>
      boundary ? [{ code, boundary, cells: new Set(cellsOf(boundary)) }] : [],
    );
    const inside = fc.record({
      latitude: fc.double({ min: 30.6712, max: 30.6776, noNaN: true }),
      longitude: fc.double({ min: 104.1106, max: 104.122, noNaN: true }),
    });
    fc.assert(
      fc.property(inside, (point) => {
        const hits = withBoundary.filter(({ boundary }) => contains(boundary, point));
        expect(hits.length).toBe(1);
        expect(hits[0]?.cells.has(cellOf(point))).toBe(true);
      }),
      { numRuns: 500 },
    );
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const hits = withBoundary.filter(({ boundary }) => contains(boundary, pointIn(number)));
      expect(hits.map(({ code }) => code)).toEqual([`51010800800300${String(number)}`]);
    }
  });
});
