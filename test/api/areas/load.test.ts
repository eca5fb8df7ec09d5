import { GetCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { AreaRepo } from '../../../src/modules/areas/area.repo';
import { type TableChange } from '../../../src/data/table-change';
import { LoadRepo } from '../../../src/modules/areas/load.repo';
import { LoadService } from '../../../src/modules/areas/load.service';
import { newId } from '../../../src/shared/ids';
import { EscalateCaseDocument, GridLoadsDocument, SolveCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { doors } from '../../support/budgets/doors';
import { reportCase } from '../../support/cases';
import { home, livingIn } from '../../support/residents';
import { appointed } from '../../support/staff';
import { makeWorld, type World } from '../../support/world';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What the stream would tell of a household of the world’s grid. */
const moved = ({ grid, courtyard }: World): TableChange => ({
  before: undefined,
  after: { __edb_e__: 'household', grid, courtyard },
});

async function loadOf(world: World, area = world.grid, month?: string) {
  const { data } = await run(world, world.actor('STREET_STAFF'), GridLoadsDocument, { area, month });
  return data.gridLoad?.edges.map(({ node }) => node) ?? [];
}

/** Cases of the world’s grid that are moved at random, each change as the stream would tell it; and which stay open. */
async function randomCases(world: World, endings: readonly ('OPEN' | 'ESCALATED' | 'SOLVED')[]) {
  const changes: TableChange[] = [];
  const worker = world.actor('GRID_WORKER');
  for (const ending of endings) {
    const { id } = await reportCase(world, worker);
    const image = async () => {
      const { table } = world.foundation;
      const Key = { pk: `CASE#${id}`, sk: 'CASE' };
      const answer = await table.client.send(
        new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
      );
      return answer.Item;
    };
    const reported = await image();
    changes.push({ before: undefined, after: reported });
    if (ending === 'OPEN') continue;
    const document = ending === 'SOLVED' ? SolveCaseDocument : EscalateCaseDocument;
    await run(world, worker, document as typeof SolveCaseDocument, {
      input: { id: newId(), caseId: id, text: '说明' },
    });
    changes.push({ before: reported, after: await image() });
  }
  return changes;
}

describe('the load of grids', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld({ ownTable: true });
  });

  it('is counted from the rows within the clock’s next round, and not before anything has changed', async () => {
    await appointed(world, { role: 'GRID_WORKER', area: world.grid });
    await appointed(world);
    await doors(world, 11);
    const inhabited = await home(world);
    for (const kind of ['REGISTERED', 'FLOATING', 'FLOATING', 'OWNER_ABSENT'] as const)
      await livingIn(world, inhabited, { kind });
    expect(await loadOf(world)).toEqual([]);
    await world.services.loads.observe([
      moved(world),
      ...(await randomCases(world, ['OPEN', 'SOLVED', 'ESCALATED'])),
    ]);
    expect(await world.services.loads.recountDue()).toEqual([{ grid: world.grid, outcome: 'COUNTED' }]);
    expect(await loadOf(world)).toEqual([
      {
        ...{ grid: world.grid, name: '第一网格', kind: null, workers: 1, flags: ['FEW_PER_WORKER'] },
        ...{ households: 12, residents: 3, floating: 2, premises: 0, openCases: 2 },
        countedAt: world.clock.now().toISOString(),
      },
    ]);
    expect(await world.services.loads.recountDue()).toEqual([]);
  });

  it('comes out right whatever events are doubled, late or out of order', async () => {
    const ending = fc.constantFrom('OPEN', 'ESCALATED', 'SOLVED');
    await fc.assert(
      fc.asyncProperty(
        fc.array(ending, { maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        async (endings, picks) => {
          const own = await makeWorld({ ownTable: true });
          const changes = await randomCases(own, endings);
          // Each at least once, some twice, in any order and in batches of any size, with rounds of the clock in between.
          const twice = [...changes, ...changes.filter((_change, index) => (picks[index] ?? 0) % 2 === 0)];
          const order = twice
            .map((change, index) => ({ change, turn: (picks[index] ?? 0) % 97 }))
            .sort((a, b) => a.turn - b.turn);
          for (const [index, { change }] of order.entries()) {
            await own.services.loads.observe([change]);
            if ((picks[index] ?? 0) % 3 === 0) await own.services.loads.recountDue();
          }
          await own.services.loads.recountDue();
          const [load] = await loadOf(own);
          expect(load?.openCases ?? 0).toBe(endings.filter((each) => each !== 'SOLVED').length);
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  it('is counted again when something changes while it is being counted', async () => {
    await doors(world, 3);
    const { table } = world.foundation;
    let hasChanged = false;
    const households = {
      countsOf: async (grid: string) => {
        const counts = await world.services.households.countsOf(grid);
        if (!hasChanged) {
          hasChanged = true;
          await doors(world, 2);
          await world.services.loads.observe([moved(world)]);
        }
        return counts;
      },
    };
    const places = { countsOf: () => Promise.resolve({ premises: 0 }) };
    const staff = { countsOf: () => Promise.resolve({ workers: 0 }) };
    const loads = new LoadService(
      new LoadRepo(table),
      new AreaRepo(table),
      { households, places, staff },
      world.clock,
    );
    await loads.observe([moved(world)]);
    await loads.recountDue();
    expect(await loadOf(world)).toMatchObject([{ households: 3 }]);
    world.clock.advance(MINUTE);
    expect(await loads.recountDue()).toHaveLength(1);
    expect(await loadOf(world)).toMatchObject([{ households: 5 }]);
  });

  it('is never replaced by a count that began before', async () => {
    const repo = new LoadRepo(world.foundation.table);
    const counts = { residents: 0, floating: 0, premises: 0, openCases: 0 };
    const load = (households: number, second: number) =>
      repo.save('NOW', {
        ...{ grid: world.grid, name: '第一网格', households, ...counts },
        countedAt: new Date(Date.UTC(2026, 4, 12, 0, 0, second)),
      });
    await load(2, 2);
    await load(1, 1);
    expect(await loadOf(world)).toMatchObject([{ households: 2 }]);
  });

  it('of a grid whose count fails stays due, and the others are counted', async () => {
    const { table } = world.foundation;
    const households = {
      countsOf: (grid: string) =>
        grid === world.grid
          ? Promise.reject(new Error('no answer'))
          : Promise.resolve({ households: 1, residents: 1, floating: 0 }),
    };
    const places = { countsOf: () => Promise.resolve({ premises: 4 }) };
    const staff = { countsOf: () => Promise.resolve({ workers: 2 }) };
    const loads = new LoadService(
      new LoadRepo(table),
      new AreaRepo(table),
      { households, places, staff },
      world.clock,
    );
    await loads.observe([moved(world), moved({ ...world, grid: world.nextGrid })]);
    const outcomes = async () =>
      Object.fromEntries((await loads.recountDue()).map(({ grid, outcome }) => [grid, outcome]));
    expect(await outcomes()).toEqual({ [world.grid]: 'FAILED', [world.nextGrid]: 'COUNTED' });
    expect(await outcomes()).toEqual({ [world.grid]: 'FAILED' });
    expect(await loadOf(world, world.street)).toMatchObject([{ grid: world.nextGrid, premises: 4 }]);
  });

  it('is counted at least once a day, though nothing was told', async () => {
    await world.services.loads.observe([moved(world)]);
    await world.services.loads.recountDue();
    await doors(world, 2);
    world.clock.advance(DAY);
    await world.services.loads.recountDue();
    expect(await loadOf(world)).toMatchObject([{ households: 2 }]);
  });

  it('of a month is the last count in it, and never changes afterwards', async () => {
    // 2026-05-31 23:30 in Shanghai.
    world.clock.advance(new Date('2026-05-31T15:30:00Z').getTime() - world.clock.now().getTime());
    await doors(world, 2);
    await world.services.loads.observe([moved(world)]);
    await world.services.loads.recountDue();
    world.clock.advance(60 * MINUTE);
    await doors(world, 5);
    await world.services.loads.observe([moved(world)]);
    await world.services.loads.recountDue();
    expect(await loadOf(world, world.grid, '2026-05')).toMatchObject([{ households: 2 }]);
    expect(await loadOf(world, world.grid, '2026-06')).toMatchObject([{ households: 7 }]);
    expect(await loadOf(world)).toMatchObject([{ households: 7 }]);
    expect(await loadOf(world, world.grid, '2026-04')).toEqual([]);
  });

  it('of a grid that ended is not among today’s, and its months stay', async () => {
    const names = ['某区', '某街道', '某社区', '第一网格'];
    const ended = { code: world.grid, names, validTo: '2026-06-10' };
    await world.services.loads.observe([moved(world)]);
    await world.services.loads.recountDue();
    await world.services.areaImports.importAreas([ended]);
    await world.services.loads.observe([
      { before: undefined, after: { __edb_e__: 'area', level: 'GRID', code: world.grid } },
    ]);
    await world.services.loads.recountDue();
    world.clock.advance(60 * DAY);
    expect(await world.services.loads.recountDue()).toHaveLength(1);
    expect(await loadOf(world)).toEqual([]);
    expect(await loadOf(world, world.grid, '2026-05')).toHaveLength(1);
    world.clock.advance(2 * DAY);
    expect(await world.services.loads.recountDue()).toEqual([]);
  });

  it('is shown to those who answer for the area, a month written as such', async () => {
    const ask = async (role: 'RESIDENT' | 'GRID_WORKER' | 'COMMUNITY_STAFF', area: string, month?: string) =>
      (await run(world, world.actor(role), GridLoadsDocument, { area, month })).errors.map(
        ({ extensions }) => extensions?.code,
      );
    expect(await ask('GRID_WORKER', world.grid)).toEqual([]);
    expect(await ask('GRID_WORKER', world.nextGrid)).toEqual(['NOT_FOUND']);
    expect(await ask('COMMUNITY_STAFF', world.otherCommunity)).toEqual(['NOT_FOUND']);
    expect(await ask('RESIDENT', world.grid)).toEqual(['FORBIDDEN']);
    expect(await ask('COMMUNITY_STAFF', world.grid, '2026-13')).toEqual(['BAD_USER_INPUT']);
  });
});
