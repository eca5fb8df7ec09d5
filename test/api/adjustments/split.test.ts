import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  AdjustmentPageDocument,
  GridLoadsDocument,
  GridPageDocument,
  HouseholdPageDocument,
  HouseholdsDocument,
  InboxDocument,
  RegisterHouseholdDocument,
  RegisterResidentDocument,
  SolveCaseDocument,
  WhereAmIDocument,
} from '../../generated/operations';
import {
  approved,
  carryOut,
  DAY,
  dayComes,
  newGrids,
  round,
  secondCourtyard,
  splitInput,
} from '../../support/adjustments';
import { run } from '../../support/api';
import { casePage, moveCase, reportCase } from '../../support/cases';
import { endState, type Subjects } from '../../support/end-state';
import { killable } from '../../support/kills';
import { home, livingIn, newcomer } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

/** A grid with two courtyards, households, residents, open and closed cases, and a plan to split it that is approved. */
async function beforeTheSplit() {
  const world = await makeWorld({ ownTable: true });
  const worker = world.actor('GRID_WORKER');
  const other = await secondCourtyard(world);
  const [door, next, west] = [await home(world), await home(world), await home(world, other)];
  const stayed = await livingIn(world, door, { name: '在住者' });
  const moved = await livingIn(world, door, { name: '迁居者', relation: 'TENANT' });
  await world.services.residences.move(world.actor('COMMUNITY_STAFF'), newReads(world), {
    ...{ id: newId(), resident: moved, household: door, to: next, relation: 'OTHER', on: '2026-05-01' },
  });
  const westerner = await livingIn(world, west, { name: '西院者' });
  const open = await reportCase(world, worker);
  const closed = await reportCase(world, worker);
  await run(world, worker, SolveCaseDocument, { input: { id: newId(), caseId: closed.id, text: '已处理' } });
  const courtyards = await reportCase(world, world.actor('SECONDARY_WORKER'), {
    place: { area: world.courtyard },
  });
  const escalated = await reportCase(world, worker);
  await moveCase(world, worker, escalated.id, 'escalate');
  const cases = { open: open.id, closed: closed.id, courtyards: courtyards.id, escalated: escalated.id };
  await observe(world, Object.values(cases), [door, next, west]);
  await world.services.loads.recountDue();
  const plan = await approved(world, splitInput(world, {}, [other]));
  const { west: westGrid, east: eastGrid } = newGrids(world);
  const subjects: Subjects = {
    plan,
    areas: [world.grid, westGrid, eastGrid, world.courtyard, other, `${eastGrid}001`, `${westGrid}002`],
    households: [door, next, west],
    residents: [stayed, moved, westerner],
    cases: Object.values(cases),
  };
  return { world, worker, door, next, west, stayed, moved, cases, plan, subjects };
}

function newReads({ foundation }: World) {
  return createCollectionReader(foundation.table);
}

/** What the table's stream would tell the load of these records. */
async function observe({ services, foundation }: World, cases: readonly string[], homes: readonly string[]) {
  const { client, name } = foundation.table;
  const keys = [
    ...cases.map((id) => ({ pk: `CASE#${id}`, sk: 'CASE' })),
    ...homes.map((id) => ({ pk: `HOUSEHOLD#${id}`, sk: 'HOUSEHOLD' })),
  ];
  for (const Key of keys) {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
    await services.loads.observe([{ before: undefined, after: Item }]);
  }
}

async function inboxOf(world: World, actor = world.actor('GRID_WORKER')) {
  const { data } = await run(world, actor, InboxDocument, {});
  return data.inbox?.edges.map(({ node }) => node.id).sort();
}

async function residencesOf(world: World, id: string) {
  const text =
    'query Residences($id: ID!) { resident(id: $id) { residences { household courtyard until } } }';
  const { data } = await run<{ resident: { residences: object[] } }, { id: string }>(
    ...([world, world.actor('COMMUNITY_STAFF'), text, { id }] as const),
  );
  return data.resident.residences;
}

async function householdsOf(world: World, area: string) {
  const { data } = await run(world, world.actor('COMMUNITY_STAFF'), HouseholdsDocument, { area });
  return data.households?.edges.map(({ node }) => node.id).sort();
}

async function loadsOf(world: World, month?: string) {
  const variables = { area: world.community, month };
  const { data } = await run(world, world.actor('COMMUNITY_STAFF'), GridLoadsDocument, variables);
  return Object.fromEntries(
    (data.gridLoad?.edges ?? []).map(({ node }) => [
      node.grid,
      [node.households, node.residents, node.openCases],
    ]),
  );
}

describe('a grid that is split', () => {
  it('passes today’s work to the new grids, and leaves every older record and last month’s figures as they were', async () => {
    const { world, worker, door, next, west, stayed, moved, cases, plan, subjects } = await beforeTheSplit();
    const { west: westGrid, east: eastGrid } = newGrids(world);
    const [eastern, western] = [eastGrid, westGrid].map((grid) => world.actor('GRID_WORKER', grid)) as [
      typeof worker,
      typeof worker,
    ];
    const closedBefore = await casePage(world, world.actor('COMMUNITY_STAFF'), cases.closed);
    const may = (await loadsOf(world, '2026-05'))[world.grid];
    expect(may).toEqual([3, 3, 3]);

    // Before the day nothing moves.
    expect(await round(world)).toEqual([]);
    dayComes(world);
    expect(await round(world)).toEqual([{ adjustment: plan, outcome: 'WAITING' }]);
    await carryOut(world);
    await observe(world, subjects.cases, subjects.households);
    await world.services.loads.recountDue();

    // Today's lists follow the new grids.
    expect(await householdsOf(world, eastGrid)).toEqual([door, next].sort());
    expect(await householdsOf(world, westGrid)).toEqual([west]);
    expect(await householdsOf(world, world.grid)).toEqual([]);
    expect(await inboxOf(world, eastern)).toEqual([cases.open]);
    expect(await inboxOf(world, world.actor('SECONDARY_WORKER', `${eastGrid}001`))).toEqual([
      cases.courtyards,
    ]);
    expect(await inboxOf(world, western)).toEqual([]);
    expect(await inboxOf(world, worker)).toEqual([]);
    const here = await run(world, eastern, WhereAmIDocument, { point: { ...world.point, datum: 'WGS84' } });
    expect(here.data.areaAt?.code).toBe(eastGrid);
    expect(await loadsOf(world)).toMatchObject({ [eastGrid]: [2, 2, 3], [westGrid]: [1, 1, 0] });
    expect(Object.keys(await loadsOf(world))).not.toContain(world.grid);
    const { data } = await run(world, eastern, HouseholdPageDocument, { id: door });
    expect(data.household?.courtyard).toBe(`${eastGrid}001`);
    const gone = await run(world, worker, HouseholdPageDocument, { id: door });
    expect(gone.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);

    // The new worker sees what they hold, knows why, and hands it up their own ladder.
    const page = await casePage(world, eastern, cases.open);
    expect(page).toMatchObject({ area: world.grid, holder: { code: eastGrid, name: '东网格' } });
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'ADJUST', text: `网格调整 ${plan}` });
    const secondary = world.actor('SECONDARY_WORKER', `${eastGrid}001`);
    const up = await moveCase(world, secondary, cases.courtyards, 'escalate');
    expect(up.case?.holder).toMatchObject({ level: 'GRID', code: eastGrid, name: '东网格' });

    // Older records are as they were.
    expect(await casePage(world, world.actor('COMMUNITY_STAFF'), cases.closed)).toEqual(closedBefore);
    expect(await residencesOf(world, stayed)).toMatchObject([
      { household: door, courtyard: `${eastGrid}001` },
    ]);
    expect(await residencesOf(world, moved)).toMatchObject([
      { household: next, courtyard: `${eastGrid}001`, until: null },
      { household: door, courtyard: world.courtyard, until: '2026-05-01' },
    ]);
    expect((await loadsOf(world, '2026-05'))[world.grid]).toEqual(may);

    // The old grid is readable as past.
    const old = await run(world, world.actor('COMMUNITY_STAFF'), GridPageDocument, { code: world.grid });
    expect(old.data.area).toMatchObject({ validTo: DAY, name: '第一网格' });
    expect([...(old.data.area?.replacedBy ?? [])].sort()).toEqual([westGrid, eastGrid]);
    const finished = await run(world, eastern, AdjustmentPageDocument, { id: plan });
    expect(finished.data.adjustment?.timeline.map(({ kind }) => kind)).toEqual([
      ...['PROPOSE', 'APPROVE', 'BEGIN', 'COMPLETE'],
    ]);
    expect(finished.data.adjustment?.state).toBe('IN_EFFECT');
  }, 60_000);

  it('comes to the same end wherever it is killed', async () => {
    const whole = await beforeTheSplit();
    const count = killable(whole.world.foundation.table.client);
    dayComes(whole.world);
    count.dieAfter(Infinity);
    await carryOut(whole.world);
    const [writes, end] = [count.writes(), await endState(whole.world, whole.subjects)];
    expect(writes).toBeGreaterThan(20);

    // Killed once after so many writes, in worlds of their own.
    for (let kill = 1; kill < writes; kill += 5) {
      const { world, subjects } = await beforeTheSplit();
      const killer = killable(world.foundation.table.client);
      dayComes(world);
      killer.dieAfter(kill);
      await round(world).catch(() => undefined);
      killer.dieAfter(Infinity);
      await carryOut(world);
      expect([kill, await endState(world, subjects)]).toEqual([kill, end]);
    }

    // Killed again and again, each time one write later.
    const { world, subjects } = await beforeTheSplit();
    const killer = killable(world.foundation.table.client);
    dayComes(world);
    for (let life = 1; life < writes; life += 1) {
      killer.dieAfter(life);
      await round(world).catch(() => undefined);
    }
    killer.dieAfter(Infinity);
    await carryOut(world);
    expect(await endState(world, subjects)).toEqual(end);
  }, 300_000);

  it('loses no change that a worker makes at the same time', async () => {
    const { world, door } = await beforeTheSplit();
    const { east } = newGrids(world);
    const killer = killable(world.foundation.table.client);
    const staff = world.actor('COMMUNITY_STAFF');
    dayComes(world);
    let arrived: string | undefined;
    killer.before(`"courtyard":"${east}001","door":`, async () => {
      const { data } = await run(world, staff, RegisterResidentDocument, {
        input: newcomer(door, { name: '新来者', relation: 'CHILD' }),
      });
      arrived = data.registerResident.resident?.id;
    });
    await carryOut(world);
    expect(arrived).toBeDefined();
    const { data } = await run(world, staff, HouseholdPageDocument, { id: door });
    expect(data.household).toMatchObject({ courtyard: `${east}001`, memberCount: 2 });
    expect(await residencesOf(world, arrived!)).toMatchObject([{ household: door, courtyard: `${east}001` }]);
  }, 60_000);

  it('takes nothing in under a code that has ended, but for a report, which goes to what took its place', async () => {
    const { world } = await beforeTheSplit();
    dayComes(world);
    await carryOut(world);
    const staff = world.actor('COMMUNITY_STAFF');
    const input = { id: newId(), courtyard: world.courtyard, door: '9-9-999', kind: 'FAMILY' } as const;
    const { data } = await run(world, staff, RegisterHouseholdDocument, { input });
    expect(data.registerHousehold.userErrors).toMatchObject([{ code: 'AREA_UNKNOWN' }]);
    const late = await reportCase(world, staff, { place: { area: world.courtyard } });
    expect(late).toMatchObject({ area: `${newGrids(world).east}001` });
  }, 60_000);
});
