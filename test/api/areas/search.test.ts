import { SearchAreasDocument, type SearchAreasQueryVariables } from '../../generated/operations';
import { run } from '../../support/api';
import { makeWorld, type World } from '../../support/world';

describe('the search for areas', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });

  const search = async (variables: SearchAreasQueryVariables, as = world.actor('GRID_WORKER')) => {
    const { data, errors } = await run(world, as, SearchAreasDocument, variables);
    return {
      codes: data.searchAreas?.edges.map(({ node }) => node.code),
      page: data.searchAreas?.pageInfo,
      errors: errors.map(({ extensions }) => extensions?.code),
    };
  };

  it('finds by any part of a name and by the beginning of a code, with the way down to it', async () => {
    const { data } = await run(world, world.actor('RESIDENT'), SearchAreasDocument, { text: '一网' });
    expect(data.searchAreas?.edges.map(({ node }) => node)).toMatchObject([
      {
        code: world.grid,
        level: 'GRID',
        ancestors: [{ name: '某区' }, { name: '某街道' }, { name: '某社区' }],
      },
      { code: world.foreignGrid },
    ]);
    expect((await search({ text: world.community })).codes).toEqual([
      world.community,
      world.grid,
      world.courtyard,
      world.nextGrid,
    ]);
  });

  it('looks inside an area only, where one is named', async () => {
    expect((await search({ text: '第一', inside: world.otherCommunity })).codes).toEqual([world.foreignGrid]);
    expect((await search({ text: '某区', inside: world.street })).codes).toEqual([]);
    expect((await search({ text: '某区' })).codes).toEqual([world.district]);
  });

  it('goes page by page without a gap or a repeat', async () => {
    const first = await search({ text: '网格', first: 2 });
    const next = await search({ text: '网格', first: 2, after: first.page?.endCursor });
    expect([first.codes, next.codes]).toEqual([[world.grid, world.nextGrid], [world.foreignGrid]]);
    expect([first.page?.hasNextPage, next.page?.hasNextPage]).toEqual([true, false]);
  });

  it('does not find what is past, or not yet', async () => {
    const other = await makeWorld();
    const names = ['某区', '某街道', '某社区'];
    await other.services.areaImports.importAreas([
      { code: `${other.community}007`, names: [...names, '旧网格'], validTo: '2026-05-12' },
      { code: `${other.community}008`, names: [...names, '新网格'], validFrom: '2026-05-13' },
    ]);
    const find = async (text: string) => {
      const { data } = await run(other, other.actor('GRID_WORKER'), SearchAreasDocument, { text });
      return data.searchAreas?.edges.length;
    };
    expect([await find('旧网格'), await find('新网格')]).toEqual([0, 0]);
    other.clock.advance(24 * 3_600_000);
    expect([await find('旧网格'), await find('新网格')]).toEqual([0, 1]);
  });

  it('finds what two imports of one street brought at once', async () => {
    const names = ['某区', '某街道', '某社区'];
    const imports = Array.from({ length: 4 }, (_none, index) => [
      { code: `${world.community}1${String(index)}1`, names: [...names, `同时${String(index)}`] },
    ]);
    await Promise.all(imports.map((areas) => world.services.areaImports.importAreas(areas)));
    expect((await search({ text: '同时' })).codes).toEqual(imports.map(([area]) => area?.code));
  });

  it('is refused without a text, with too long a one, and in another district', async () => {
    expect((await search({ text: '  ' })).errors).toEqual(['BAD_USER_INPUT']);
    expect((await search({ text: '长'.repeat(51) })).errors).toEqual(['BAD_USER_INPUT']);
    expect((await search({ text: '网格', inside: '510108' })).errors).toEqual(['NOT_FOUND']);
  });
});
