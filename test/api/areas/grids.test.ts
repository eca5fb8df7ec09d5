import { type ImportedArea } from '../../../src/modules/areas/area-import.service';
import { businessDate } from '../../../src/shared/business-date';
import {
  AreaMapDocument,
  AreaPageDocument,
  AreaTreeDocument,
  CoverageCheckDocument,
  GridPageDocument,
  NodeByIdDocument,
  WhereAmIDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { makeWorld, type World } from '../../support/world';

const square = (west: number, south: number, size = 0.002) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ].map((position) => position.map((degrees) => Math.round(degrees * 1e6) / 1e6)),
  ],
});
const DAY = 24 * 3_600_000;

describe('grids', () => {
  let world: World;
  let corner: { west: number; south: number };
  const names = (...last: string[]) => ['某区', '某街道', '某社区', ...last];
  const take = (...areas: ImportedArea[]) => world.services.areaImports.importAreas(areas);
  const at = async (longitude: number, latitude: number) => {
    const point = { longitude, latitude, datum: 'WGS84' as const };
    return (await run(world, world.actor('GRID_WORKER'), WhereAmIDocument, { point })).data.areaAt?.code;
  };
  const page = async (code: string) =>
    (await run(world, world.actor('STREET_STAFF'), GridPageDocument, { code })).data.area;
  const codesIn = async (inside: string, level: 'GRID' | 'COURTYARD', first = 100, after?: string) => {
    const variables = { code: inside, level, first, after };
    const { data } = await run(world, world.actor('STREET_STAFF'), AreaTreeDocument, variables);
    return { codes: data.areas?.edges.map(({ node }) => node.code), page: data.areas?.pageInfo };
  };

  beforeEach(async () => {
    world = await makeWorld();
    corner = { west: world.point.longitude - 0.001, south: world.point.latitude - 0.001 };
  });

  it('say their kind, second department, dates and boundary, and a point in it for the label', async () => {
    const [code, { west, south }] = [`${world.community}003`, corner];
    const boundary = square(west, south + 0.002);
    const dates = { validFrom: '2026-01-01', replaces: [world.nextGrid] };
    await take({ code, names: names('园区'), kind: 'SPECIAL', department: world.office, boundary, ...dates });
    expect(await page(code)).toMatchObject({
      ...{ code, kind: 'SPECIAL', department: world.office, validTo: null, replacedBy: [], ...dates },
      ...{
        boundary,
        centre: { latitude: expect.closeTo(south + 0.003), longitude: expect.closeTo(west + 0.001) },
      },
    });
    expect(await page(world.community)).toMatchObject({ kind: null, boundary: null, centre: null });
  });

  it('that are past stay readable, and leave today’s lists, points and coverage on the day they end', async () => {
    const today = businessDate(world.clock.now());
    const tomorrow = businessDate(new Date(world.clock.now().getTime() + DAY));
    const [heir, { west, south }] = [`${world.community}009`, corner];
    await take(
      { code: world.grid, names: names('第一网格'), validTo: tomorrow, replacedBy: [heir] },
      {
        code: heir,
        names: names('新网格'),
        validFrom: tomorrow,
        replaces: [world.grid],
        boundary: square(west, south),
      },
    );
    const grids = async () => (await codesIn(world.community, 'GRID')).codes;
    const { longitude, latitude } = world.point;
    expect(today < tomorrow).toBe(true);
    expect([await grids(), await at(longitude, latitude)]).toEqual([
      [world.grid, world.nextGrid],
      world.grid,
    ]);

    world.clock.advance(DAY);
    expect([await grids(), await at(longitude, latitude)]).toEqual([[world.nextGrid, heir], heir]);
    expect(await page(world.grid)).toMatchObject({ validTo: tomorrow, replacedBy: [heir] });
    const { data } = await run(world, world.actor('RESIDENT'), NodeByIdDocument, { id: world.grid });
    expect(data.node).toMatchObject({ name: '第一网格' });
    const staff = world.actor('COMMUNITY_STAFF');
    const coverage = await run(world, staff, CoverageCheckDocument, { area: world.community });
    expect(coverage.data.coverage).toMatchObject({ seamless: true, overlaps: [] });
    const above = await run(world, staff, AreaPageDocument, { code: world.community });
    expect(above.data.area?.children.map(({ code }) => code)).toEqual([world.nextGrid, heir]);
  });

  it('that are redrawn are found where they now lie, and nowhere else', async () => {
    const { west, south } = corner;
    await take({ code: world.grid, names: names('第一网格'), boundary: square(west + 0.01, south + 0.01) });
    expect(await at(west + 0.001, south + 0.001)).toBeUndefined();
    expect(await at(west + 0.011, south + 0.011)).toBe(world.grid);
  });

  it('that share an edge: a point on it is in the one with the lower code', async () => {
    const { west, south } = corner;
    const edge = Math.round((west + 0.002) * 1e6) / 1e6;
    for (const share of [0, 0.0005, 0.001, 0.0015]) expect(await at(edge, south + share)).toBe(world.grid);
  });

  it('have courtyards: a point in one that is drawn is in it, whatever the grid', async () => {
    const { west, south } = corner;
    const drawn = { names: names('第一网格', '一号院'), boundary: square(west, south, 0.0005) };
    await take({ code: world.courtyard, kind: 'MICRO', ...drawn });
    expect(await at(west + 0.0002, south + 0.0002)).toBe(world.courtyard);
    expect(await at(west + 0.001, south + 0.001)).toBe(world.grid);
  });

  it('are listed page by page inside any area, the past ones passed over', async () => {
    const grid = (number: number, more: Partial<ImportedArea> = {}): ImportedArea => ({
      ...{
        code: `${world.otherCommunity}10${number}`,
        names: ['某区', '某街道', '邻社区', `${number}`],
        ...more,
      },
    });
    await take(
      grid(1),
      grid(2, { validTo: '2020-01-01' }),
      grid(3, { validFrom: '2099-01-01' }),
      grid(4),
      grid(5),
    );
    const first = await codesIn(world.otherCommunity, 'GRID', 3);
    expect(first).toMatchObject({
      codes: [world.foreignGrid, grid(1).code, grid(4).code],
      page: { hasNextPage: true },
    });
    const next = await codesIn(world.otherCommunity, 'GRID', 3, first.page?.endCursor ?? '');
    expect(next).toMatchObject({ codes: [grid(5).code], page: { hasNextPage: false } });
    expect((await codesIn(world.district, 'COURTYARD')).codes).toEqual([world.courtyard]);
  });

  it('are on the map of a community, each with what it needs', async () => {
    const { data } = await run(world, world.actor('RESIDENT'), AreaMapDocument, { inside: world.community });
    expect(data.areas?.edges.map(({ node }) => [node.code, node.boundary?.type])).toEqual([
      [world.grid, 'Polygon'],
      [world.nextGrid, 'Polygon'],
    ]);
  });

  it.each([
    ['AREA_NAMES_UNFIT', { names: ['某区'] }],
    ['GRID_KIND_UNFIT', { kind: 'SPECIAL' }],
    ['GRID_KIND_UNFIT', { department: 'X' }],
    ['VALIDITY_INVALID', { validFrom: '2026-02-30' }],
    ['VALIDITY_INVALID', { validFrom: '2026-05-01', validTo: '2026-05-01' }],
    ['BOUNDARY_NOT_CLOSED', { boundary: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1]]] } }],
  ] as const)('are not taken in where something is wrong: %s', async (code, wrong) => {
    const [good, bad] = [`${world.community}004`, `${world.community}005`];
    const importing = take(
      { code: good, names: names('好') },
      { code: bad, names: names('坏'), ...(wrong as Partial<ImportedArea>) },
    );
    await expect(importing).rejects.toMatchObject({ name: 'Refusal', code });
    expect((await codesIn(world.community, 'GRID')).codes).not.toContain(good);
  }); // prettier-ignore
});

describe('the coverage', () => {
  it('of a community shows what is wrong and between whom, and of a grid what concerns it', async () => {
    const world = await makeWorld();
    const [west, south] = [world.point.longitude - 0.001, world.point.latitude - 0.001];
    const names = ['某区', '某街道', '某社区'];
    await world.services.areaImports.importAreas([
      { code: `${world.community}003`, names: [...names, '三'], boundary: square(west + 0.0035, south) },
      { code: `${world.community}004`, names: [...names, '四'] },
    ]);
    const check = async (area: string) => {
      const { data } = await run(world, world.actor('COMMUNITY_STAFF'), CoverageCheckDocument, { area });
      return data.coverage;
    };
    const whole = await check(world.community);
    expect(whole).toMatchObject({ seamless: false, againstCommunity: false, gaps: [] });
    const [overlap] = whole?.overlaps ?? [];
    expect(overlap?.grids.map(({ code }) => code)).toEqual([world.nextGrid, `${world.community}003`]);
    // Half of 0.001° by 0.002°, less towards the poles.
    const expected = 0.0005 * 0.002 * 111_195 ** 2 * Math.cos((world.point.latitude * Math.PI) / 180);
    expect(overlap?.squareMetres).toBeGreaterThan(expected * 0.99);
    expect(overlap?.squareMetres).toBeLessThan(expected * 1.01);
    expect(whole?.undrawn).toMatchObject([{ code: `${world.community}004`, name: '四' }]);
    expect(await check(world.grid)).toMatchObject({ seamless: true, overlaps: [], undrawn: [] });
    expect((await check(world.nextGrid))?.overlaps).toHaveLength(1);
  });

  it('is asked of a community or a grid, by whoever answers for it', async () => {
    const world = await makeWorld();
    const ask = async (area: string, as = world.actor('COMMUNITY_STAFF')) =>
      (await run(world, as, CoverageCheckDocument, { area })).errors.map(
        ({ extensions }) => extensions?.code,
      );
    expect(await ask(world.street, world.actor('STREET_STAFF'))).toEqual(['BAD_USER_INPUT']);
    expect(await ask(world.courtyard)).toEqual(['BAD_USER_INPUT']);
    expect(await ask(world.otherCommunity)).toEqual(['NOT_FOUND']);
    expect(await ask(world.community, world.actor('GRID_WORKER'))).toEqual(['FORBIDDEN']);
  });
});
