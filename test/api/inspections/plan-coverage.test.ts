import { type Actor } from '../../../src/auth/actor';
import { type TableChange } from '../../../src/data/table-change';
import { newId } from '../../../src/shared/ids';
import {
  InspectionCoverageDocument,
  InspectionPolicyDocument,
  SetInspectionPolicyDocument,
  type SetInspectionPolicyInput,
} from '../../generated/operations';
import { run } from '../../support/api';
import { dueRows, duePage, inspectionPolicyInput } from '../../support/inspection-plans';
import { dividedWorld, inspect, inspectionInput, officer } from '../../support/inspections';
import { makeMemoryWorld } from '../../support/memory-world';
import { manyPremises, putPremises } from '../../support/places';
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
const made = async (more: object = {}) => {
  const { id } = await putPremises(world, worker, more);
  await tell();
  return id;
};
const inspected = async (premises: string, more: object = {}) => {
  await inspect(world, worker, inspectionInput(world, premises, [], more));
  await tell();
};
const setPolicy = async (more: Partial<SetInspectionPolicyInput> = {}, actor = boss) =>
  (await run(world, actor, SetInspectionPolicyDocument, { input: inspectionPolicyInput(world, more) })).data
    .setInspectionPolicy;
const coverage = async (area: string, actor = boss, month?: string) =>
  (await run(world, actor, InspectionCoverageDocument, { area, month })).data.inspectionCoverage;

describe('a department', () => {
  it('sees of what is due the checklists whose failed items its district’s rules bring to it', async () => {
    await dividedWorld(world);
    await made();
    await made({ kind: 'SMALL_HOTEL', control: 'NONE', riverside: false });
    await manyPremises(world, 6, { area: world.foreignGrid, kind: 'CAR_WASH' });
    await tell();
    const office = world.actor('DEPARTMENT_STAFF');
    const seenBy = async (actor: Actor, area?: string) =>
      [
        ...new Set((await dueRows(world, actor, { area, first: 2 })).map(({ checklist }) => checklist)),
      ].sort();
    expect(await seenBy(officer(world))).toEqual(['RIVERSIDE_RESTAURANT', 'SMALL_WORKSHOP']);
    expect(await seenBy(office)).toEqual(['FIRE_PASSAGES', 'SMALL_WORKSHOP']);
    expect(await seenBy(officer(world), world.grid)).toEqual(['RIVERSIDE_RESTAURANT']);
    const other: Actor = {
      ...{ id: newId(), name: '市场局' },
      appointments: [{ role: 'DEPARTMENT_STAFF', area: world.district, department: `${world.district}-MSB` }],
    };
    expect(await seenBy(other)).toEqual([]);
    await world.services.inspectionCounts.count(world.grid);
    expect(await coverage(world.district, officer(world))).toMatchObject({
      ...{ planned: 1, checklists: [{ checklist: 'RIVERSIDE_RESTAURANT', planned: 1 }] },
    });
    expect(await coverage(world.street, office)).toMatchObject({ planned: 2 });
    expect(await coverage(world.district, other)).toMatchObject({ planned: 0, parts: [], checklists: [] });
    await expect(duePage(world, office, { area: world.district })).rejects.toThrow('NOT_FOUND');
  });
});

describe('coverage', () => {
  it('is inspected ÷ due, for a grid and every area above, and is kept at the end of a month', async () => {
    expect(await setPolicy()).toMatchObject({ userErrors: [] });
    const ids = [await made(), await made(), await made()];
    await manyPremises(world, 1, { area: world.nextGrid });
    await tell();
    await inspected(ids[0] ?? '');
    for (const grid of [world.grid, world.nextGrid]) await world.services.inspectionCounts.count(grid);
    // New premises are due after ten days, in May; so is what was inspected today.
    expect(await coverage(world.grid, worker)).toMatchObject({
      ...{
        planned: 3,
        due: 3,
        inspected: 1,
        coverage: 1 / 3,
        overdue: 0,
        never: 2,
        month: '2026-05',
        parts: [],
      },
    });
    for (const area of [world.community, world.street, world.district])
      expect(await coverage(area)).toMatchObject({ planned: 4, due: 4, inspected: 1, coverage: 0.25 });
    expect((await coverage(world.community))?.parts.map(({ area, due: all }) => [area, all])).toEqual([
      [world.grid, 3],
      [world.nextGrid, 1],
    ]);
    world.clock.advance(30 * DAY);
    for (const grid of [world.grid, world.nextGrid]) await world.services.inspectionCounts.count(grid);
    expect(await coverage(world.grid)).toMatchObject({ due: 3, inspected: 0, coverage: 0, overdue: 3 });
    expect(await coverage(world.grid, boss, '2026-05')).toMatchObject({ due: 3, inspected: 1 });
  });

  it('is of nobody else’s area', async () => {
    const { errors } = await run(world, worker, InspectionCoverageDocument, { area: world.foreignGrid });
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});

describe('the policy', () => {
  it('is the usual one until a district sets its own, and is shown to who works there', async () => {
    const shown = async (actor: Actor) =>
      (await run(world, actor, InspectionPolicyDocument, {})).data.inspectionPolicy;
    expect(await shown(worker)).toMatchObject({ district: world.district, version: 0, firstDays: 30 });
    await setPolicy();
    expect(await shown(officer(world))).toEqual({
      ...{ district: world.district, version: 1, firstDays: 20 },
      rules: [{ checklist: 'RIVERSIDE_RESTAURANT', kinds: [], controls: [], days: 10 }],
    });
  });

  it('is set once by the same request, and by one of two who saw the same', async () => {
    const input = { id: newId() };
    expect(await setPolicy(input)).toMatchObject({ policy: { version: 1 } });
    const again = { ...input, firstDays: 21 };
    expect(await setPolicy(again)).toMatchObject({ policy: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(await setPolicy({ firstDays: 22 })).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
    const rivals = await Promise.all(
      [1, 2].map((days) => setPolicy({ expectedVersion: 1, firstDays: days })),
    );
    expect(rivals.filter(({ policy }) => policy !== null)).toHaveLength(1);
  });

  it('is refused where it cannot hold, and says where', async () => {
    const rule = { checklist: 'FIRE_PASSAGES', kinds: [], controls: [], days: 30 };
    const refusals: [Partial<SetInspectionPolicyInput>, string, string[]][] = [
      [{ firstDays: 0 }, 'INSPECTION_POLICY_INVALID', ['firstDays']],
      [{ rules: [{ ...rule, days: 732 }] }, 'INSPECTION_POLICY_INVALID', ['rules', '0', 'days']],
      [{ rules: [rule, { ...rule, checklist: 'NONE' }] }, 'INSPECTION_RULE_INVALID', ['rules', '1']],
      [{ rules: [rule, { ...rule, days: 60 }] }, 'INSPECTION_RULE_INVALID', ['rules', '1']],
      [
        { rules: [{ ...rule, checklist: 'CONSTRUCTION_DUST', kinds: ['SHOP'] }] },
        ...(['INSPECTION_RULE_INVALID', ['rules', '0']] as [string, string[]]),
      ],
      [{ rules: Array.from({ length: 61 }, () => rule) }, 'INSPECTION_POLICY_INVALID', ['rules']],
      [{ district: world.street }, 'OUT_OF_AREA', ['district']],
      [{ id: 'x' }, 'ID_INVALID', ['id']],
    ];
    for (const [more, code, path] of refusals)
      expect(await setPolicy(more)).toMatchObject({ policy: null, userErrors: [{ code, path }] });
  });
});
