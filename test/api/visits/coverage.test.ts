import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  DueVisitsDocument,
  SetVisitTierDocument,
  SubmitVisitDocument,
  type SubmitVisitInput,
  VisitCoverageDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { careTag } from '../../support/care';
import { home } from '../../support/residents';
import { appointed } from '../../support/staff';
import { listed, visitOf } from '../../support/visits';
import { makeWorld, type World } from '../../support/world';

const DAY = 86_400_000;

let world: World;
let worker: Actor;
let staff: Actor;
beforeEach(async () => {
  world = await makeWorld();
  worker = world.actor('GRID_WORKER');
  staff = world.actor('COMMUNITY_STAFF');
});

const due = async () =>
  (await run(world, worker, DueVisitsDocument, { window: 'ALL' })).data.dueVisits?.edges.map(
    ({ node }) => node,
  ) ?? [];
const dueOn = async (household: string) => (await due()).find((each) => each.household === household)?.dueOn;
const submit = async (household: string, more: Partial<SubmitVisitInput> = {}) => {
  const input = visitOf(world, household, more);
  const { data } = await run(world, worker, SubmitVisitDocument, { input });
  expect(data.submitVisit.userErrors).toEqual([]);
};
const visitClosely = (household: string) =>
  run(world, worker, SetVisitTierDocument, { input: { id: newId(), household, tier: 'CLOSE' } });
const coverage = async (area: string, month?: string, actor = staff) =>
  (await run(world, actor, VisitCoverageDocument, { area, month })).data.visitCoverage;

describe('coverage and freshness', () => {
  it('are visited ÷ due and the age of what is known, for a grid, its workers, and every area above', async () => {
    const [a, b, c] = [await listed(world), await listed(world), await listed(world)];
    // Nobody was told of this one: counting finds it.
    const d = await home(world);
    const own = await appointed(world, { role: 'GRID_WORKER', area: world.grid, workName: '甲' });
    await appointed(world, { role: 'GRID_WORKER', area: world.grid, workName: '乙' });
    await world.services.householdAssignments.assign(staff, createCollectionReader(world.foundation.table), {
      ...{ id: newId(), appointment: own.id, households: [a.household], expectedVersion: 0 },
    });
    for (const { household } of [a, b, c]) await visitClosely(household);
    await submit(a.household);
    await submit(b.household, { outcome: 'REFUSED' });
    await submit(c.household, { outcome: 'NOT_HOME' });
    await world.services.loads.recount(world.grid);
    const figures = { households: 4, due: 3, visited: 2, coverage: 2 / 3, overdue: 0, neverSeen: 3 };
    const grid = await coverage(world.grid);
    expect(grid).toMatchObject({ ...figures, meanAgeDays: 0, month: '2026-05', parts: [] });
    expect(grid?.workers).toMatchObject([
      { name: '甲', households: 1, due: 1, visited: 1, coverage: 1 },
      { name: '乙', households: 3, due: 2, visited: 1, coverage: 0.5 },
    ]);
    expect(await coverage(world.community)).toMatchObject({
      ...{ ...figures, workers: [], parts: [{ area: world.grid, ...{ due: 3, visited: 2 } }] },
    });
    expect(await coverage(world.street, undefined, world.actor('STREET_STAFF'))).toMatchObject({
      ...{ due: 3, parts: [{ area: world.community, due: 3 }] },
    });
    expect((await due()).map(({ household }) => household)).toContain(d);
  });

  it('of an area that was loaded know when each was seen, in its month too, and leave what stands', async () => {
    const [visited, thisMonth, before] = [await home(world), await home(world), await home(world)];
    const never = await home(world);
    await world.services.visitPlans.follow([visited]);
    await visitClosely(visited);
    await submit(visited);
    const seen = new Map([
      [visited, '2026-01-05'],
      [thisMonth, '2026-05-04'],
      [before, '2026-04-20'],
    ]);
    const load = () => world.services.visitPlans.load(world.grid, (household) => seen.get(household));
    expect([await load(), await load()]).toEqual([3, 0]);
    const all = await due();
    expect(all.find(({ household }) => household === visited)).toMatchObject({
      ...{ seenOn: '2026-05-12', tier: 'CLOSE', last: { outcome: 'MET' } },
    });
    expect(all.map(({ household }) => household)).toContain(never);
    await world.services.loads.recount(world.grid);
    expect(await coverage(world.grid)).toMatchObject({ households: 4, visited: 2, neverSeen: 1 });
  });

  it('of a month that is over stay as they were', async () => {
    const { household } = await listed(world);
    await visitClosely(household);
    await world.services.visitCounts.count(world.grid);
    world.clock.advance(25 * DAY);
    await submit(household, { at: world.clock.now().toISOString() });
    await world.services.visitCounts.count(world.grid);
    expect(await coverage(world.grid)).toMatchObject({ month: '2026-06', due: 1, visited: 1, coverage: 1 });
    expect(await coverage(world.grid, '2026-05')).toMatchObject({ due: 1, visited: 0, coverage: 0 });
    expect(await coverage(world.grid, '2026-04')).toMatchObject({
      households: 0,
      coverage: null,
      countedAt: null,
    });
  });

  it('make a tag that has ended felt without anybody telling of it', async () => {
    const { household, resident } = await listed(world);
    await submit(household);
    const tag = { ...careTag(resident), reviewOn: '2026-05-14', expiresOn: '2026-05-25' };
    await world.services.careTags.set(staff, createCollectionReader(world.foundation.table), tag);
    await world.services.visitPlans.observe([{ before: undefined, after: { __edb_e__: 'care', resident } }]);
    expect(await dueOn(household)).toBe('2026-05-19');
    world.clock.advance(20 * DAY);
    await world.services.visitCounts.count(world.grid);
    expect(await dueOn(household)).toBe('2026-08-10');
  });
});
