import { type Actor } from '../../../src/auth/actor';
import { type TableChange } from '../../../src/data/table-change';
import { SetInspectionPolicyDocument, type SetInspectionPolicyInput } from '../../generated/operations';
import { run } from '../../support/api';
import { dueRows, duePage, inspectionPolicyInput } from '../../support/inspection-plans';
import { inspect, inspectionInput } from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { manyPremises, premisesInput, putPremises } from '../../support/places';
import { type World } from '../../support/world';

const DAY = 86_400_000;

let world: World;
let changes: readonly TableChange[];
let told = 0;
let worker: Actor;
let boss: Actor;
beforeEach(async () => {
  const made = await makeMemoryWorld();
  world = made.world;
  changes = made.table.record();
  told = 0;
  worker = world.actor('GRID_WORKER');
  boss = world.actor('DISTRICT_STAFF');
});

/** The stream tells of what has happened since. */
const tell = async () => {
  await world.services.inspectionPlans.observe(changes.slice(told));
  told = changes.length;
};
const due = (variables: object = {}, actor = worker) => dueRows(world, actor, variables);
const daysOf = async (premises: string, actor = worker) =>
  Object.fromEntries(
    (await due({}, actor))
      .filter((row) => row.premises === premises)
      .map((row) => [row.checklist, row.dueOn]),
  );
const made = async (more: object = {}) => {
  const { id } = await putPremises(world, worker, more);
  await tell();
  return id;
};
const change = async (id: string, expectedVersion: number, more: object) => {
  await putPremises(world, world.actor('STREET_STAFF'), {
    ...premisesInput(world),
    id,
    expectedVersion,
    ...more,
  });
  await tell();
};
const inspected = async (premises: string, more: object = {}) => {
  await inspect(world, worker, inspectionInput(world, premises, [], more));
  await tell();
};
const setPolicy = async (more: Partial<SetInspectionPolicyInput> = {}, actor = boss) =>
  (await run(world, actor, SetInspectionPolicyDocument, { input: inspectionPolicyInput(world, more) })).data
    .setInspectionPolicy;

describe('the due list of premises', () => {
  it('has what the policy plans: each checklist of new premises within thirty days, on a working day', async () => {
    const id = await made();
    expect(await due()).toEqual([
      {
        ...{
          premises: id,
          area: world.grid,
          name: '沙河渔舍',
          kind: 'RIVERSIDE_RESTAURANT',
          control: 'DISTRICT',
        },
        ...{ checklist: 'FIRE_PASSAGES', version: 1, checklistName: 'Fire passages' },
        ...{ dueOn: '2026-06-11', lastOn: null },
      },
      expect.objectContaining({ checklist: 'RIVERSIDE_RESTAURANT', dueOn: '2026-06-11' }),
    ]);
  });

  it('is divided into overdue, today and this week', async () => {
    const id = await made();
    const windows = ['OVERDUE', 'TODAY', 'UNTIL_TODAY', 'THIS_WEEK'];
    const now = async () =>
      Promise.all(windows.map(async (window) => (await due({ window })).some((row) => row.premises === id)));
    expect(await now()).toEqual([false, false, false, false]);
    world.clock.advance(27 * DAY);
    expect(await now()).toEqual([false, false, false, true]);
    world.clock.advance(3 * DAY);
    expect(await now()).toEqual([false, true, true, true]);
    world.clock.advance(DAY);
    expect(await now()).toEqual([true, false, true, true]);
  });

  it('is the same for grid, courtyard, community, street and district, page by page, each row once', async () => {
    const near = await manyPremises(world, 13, { area: world.courtyard });
    const far = await manyPremises(world, 9, { area: world.nextGrid });
    await manyPremises(world, 4, { area: world.foreignGrid, kind: 'WORKSHOP', control: 'NONE' });
    await tell();
    const keys = async (area: string, first: number) =>
      (await dueRows(world, boss, { area, first })).map(
        (row) => `${row.dueOn} ${row.premises} ${row.checklist}`,
      );
    const both = (ids: readonly string[]) => ids.length * 2;
    for (const first of [3, 7, 100]) {
      const [courtyard, grid] = [await keys(world.courtyard, first), await keys(world.grid, first)];
      expect(courtyard).toHaveLength(both(near));
      expect(grid).toEqual(courtyard);
      for (const area of [world.community, world.street, world.district]) {
        const all = await keys(area, first);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toHaveLength(both([...near, ...far]) + (area === world.community ? 0 : 8));
        expect(all.map((key) => key.slice(0, 10))).toEqual(all.map((key) => key.slice(0, 10)).sort());
      }
    }
    expect(await dueRows(world, boss, { area: world.district, checklist: 'SMALL_WORKSHOP' })).toHaveLength(4);
  });

  it('is refused where somebody has no duty', async () => {
    for (const area of [world.foreignGrid, world.street, '9', 'x'])
      await expect(duePage(world, worker, { area })).rejects.toThrow('NOT_FOUND');
    for (const role of ['RESIDENT', 'ADMINISTRATOR'] as const)
      await expect(duePage(world, world.actor(role), { area: world.grid })).rejects.toThrow('FORBIDDEN');
  });
});

describe('the day on which premises are due', () => {
  it('moves with an inspection by that checklist, and by no other; a late one told changes nothing', async () => {
    const id = await made();
    await inspected(id);
    expect(await daysOf(id)).toEqual({ RIVERSIDE_RESTAURANT: '2026-06-11', FIRE_PASSAGES: '2026-06-11' });
    world.clock.advance(10 * DAY);
    await inspected(id);
    expect(await daysOf(id)).toEqual({ RIVERSIDE_RESTAURANT: '2026-06-22', FIRE_PASSAGES: '2026-06-11' });
    await inspected(id, { at: new Date(world.clock.now().getTime() - 5 * DAY).toISOString() });
    expect(await daysOf(id)).toMatchObject({ RIVERSIDE_RESTAURANT: '2026-06-22' });
    const [first] = (await due()).filter(({ checklist }) => checklist === 'RIVERSIDE_RESTAURANT');
    expect(first?.lastOn).toBe('2026-05-22');
  });

  it('is what it is in whichever order changes are told, and however often', async () => {
    const id = (await putPremises(world, worker)).id;
    await inspect(world, worker, inspectionInput(world, id));
    world.clock.advance(3 * DAY);
    await inspect(world, worker, inspectionInput(world, id, [], { checklist: 'FIRE_PASSAGES' }));
    const all = changes.slice();
    for (const each of [...all].reverse()) await world.services.inspectionPlans.observe([each]);
    const days = await daysOf(id);
    await Promise.all([1, 2, 3].map(() => world.services.inspectionPlans.observe(all)));
    expect(await daysOf(id)).toEqual(days);
    expect(days).toEqual({ RIVERSIDE_RESTAURANT: '2026-06-11', FIRE_PASSAGES: '2026-08-13' });
  });

  it('moves with the control level', async () => {
    const id = await made({ kind: 'RESTAURANT', control: 'NONE', riverside: false });
    await inspected(id);
    expect((await daysOf(id)).RIVERSIDE_RESTAURANT).toBe('2026-08-10');
    await change(id, 1, { kind: 'RESTAURANT', control: 'NATIONAL' });
    expect((await daysOf(id)).RIVERSIDE_RESTAURANT).toBe('2026-05-26');
  });

  it('moves with the policy, when the grid is counted; what is planned no more leaves the list', async () => {
    const id = await made();
    await inspected(id);
    expect(await setPolicy()).toMatchObject({ policy: { version: 1, firstDays: 20 }, userErrors: [] });
    await world.services.inspectionCounts.count(world.grid);
    // The 22nd of May is a Friday: ten days after the 12th.
    expect(await daysOf(id)).toEqual({ RIVERSIDE_RESTAURANT: '2026-05-22' });
    const before = changes.length;
    await world.services.inspectionCounts.count(world.grid);
    expect(changes.slice(before).map(({ after }) => after?.__edb_e__)).toEqual([
      'inspection-count',
      'inspection-count',
    ]);
  });
});

describe('premises that change', () => {
  it('leave the list while they are closed or suspended, and come back no sooner than on that day', async () => {
    const id = await made();
    await inspected(id);
    for (const [status, version] of [
      ['SUSPENDED', 1],
      ['CLOSED', 3],
    ] as const) {
      await change(id, version, { status });
      for (const area of [world.grid, world.community, world.street, world.district])
        expect(await dueRows(world, boss, { area })).toEqual([]);
      world.clock.advance(100 * DAY);
      await change(id, version + 1, { status: 'OPERATING' });
      const today = world.clock.now().toISOString().slice(0, 10);
      expect((await due({ window: 'OVERDUE' })).length).toBe(0);
      expect((await due()).every(({ dueOn }) => dueOn >= today)).toBe(true);
      expect((await due()).some(({ lastOn }) => lastOn === '2026-05-12')).toBe(true);
    }
  });

  it('that move to another grid are due there, in all lists', async () => {
    const id = await made();
    await change(id, 1, { area: world.nextGrid });
    expect(await due()).toEqual([]);
    for (const area of [world.nextGrid, world.community, world.street, world.district])
      expect((await dueRows(world, boss, { area })).map((row) => [row.premises, row.area])).toEqual([
        [id, world.nextGrid],
        [id, world.nextGrid],
      ]);
  });

  it('follow an adjustment of grids, which moves premises without a person', async () => {
    const id = await made();
    await world.services.placeMoves.moveThings(world.grid, () => Promise.resolve(world.nextGrid));
    await tell();
    expect(await due()).toEqual([]);
    expect((await dueRows(world, boss, { area: world.nextGrid })).map((row) => row.premises)).toEqual([
      id,
      id,
    ]);
  });

  it('that nobody told of are found when the grid is counted, with what they were inspected by', async () => {
    const [id = ''] = await manyPremises(world, 1);
    await inspect(world, worker, inspectionInput(world, id));
    world.clock.advance(DAY);
    await world.services.inspectionCounts.count(world.grid);
    expect(await daysOf(id)).toEqual({ RIVERSIDE_RESTAURANT: '2026-06-11', FIRE_PASSAGES: '2026-06-12' });
  });
});
