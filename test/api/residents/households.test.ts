import { createCollectionReader } from '../../../src/data/collection-reader';
import { HouseholdsDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { makeWorld, type World } from '../../support/world';

describe('households', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
    const reads = createCollectionReader(world.foundation.table);
    for (let index = 0; index < 7; index += 1) {
      await world.services.registryImport.importHousehold(reads, {
        courtyard: index < 5 ? world.courtyard : `${world.grid}002`,
        door: `1栋1单元${String(101 + index)}`,
        address: `一号院 1 栋 1 单元 ${String(101 + index)} 号`,
      });
    }
  });

  it('are listed by door, page by page, without a gap or a repeat', async () => {
    const doors: string[] = [];
    let after: string | undefined;
    do {
      const { data } = await run(world, world.actor('GRID_WORKER'), HouseholdsDocument, { first: 3, after });
      doors.push(...(data.households?.edges.map(({ node }) => node.door) ?? []));
      const page = data.households?.pageInfo;
      after = page?.hasNextPage === true ? (page.endCursor ?? undefined) : undefined;
    } while (after !== undefined);
    expect(doors).toEqual([101, 102, 103, 104, 105, 106, 107].map((n) => `1栋1单元${String(n)}`));
  });

  it('of one courtyard are what its secondary worker sees', async () => {
    const { data } = await run(world, world.actor('SECONDARY_WORKER'), HouseholdsDocument, {});
    expect(data.households?.edges).toHaveLength(5);
  });

  it('are refused as NOT_FOUND outside one’s own area, and as BAD_USER_INPUT for an area that is too large', async () => {
    const ask = (area: string) => run(world, world.actor('GRID_WORKER'), HouseholdsDocument, { area });
    expect((await ask(world.nextGrid)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await ask(world.community)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
