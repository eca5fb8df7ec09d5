import { type Actor } from '../../../src/auth/actor';
import { createCollectionReader } from '../../../src/data/collection-reader';
import { newId } from '../../../src/shared/ids';
import {
  DueVisitsDocument,
  SetVisitPolicyDocument,
  SetVisitTierDocument,
  SubmitVisitDocument,
  type SubmitVisitInput,
  VisitPolicyDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { careTag } from '../../support/care';
import { twins } from '../../support/duplicates';
import { appointed } from '../../support/staff';
import { home, livingIn } from '../../support/residents';
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

const due = async (variables: object = {}, actor = worker) =>
  (
    await run(world, actor, DueVisitsDocument, { window: 'ALL', ...variables } as never)
  ).data.dueVisits?.edges.map(({ node }) => node) ?? [];
const dueOn = async (household: string) => (await due()).find((each) => each.household === household)?.dueOn;
const submit = async (household: string, more: Partial<SubmitVisitInput> = {}) => {
  const { data, errors } = await run(world, worker, SubmitVisitDocument, {
    input: visitOf(world, household, more),
  });
  expect(errors).toEqual([]);
  expect(data.submitVisit.userErrors).toEqual([]);
  return data.submitVisit;
};
const tier = async (household: string, to: 'CLOSE' | 'KEY' | null, id = newId(), actor = worker) =>
  (await run(world, actor, SetVisitTierDocument, { input: { id, household, tier: to } })).data.setVisitTier;
const follow = (...households: string[]) => world.services.visitPlans.follow(households);

describe('the due list of a grid', () => {
  it('has every household on file, within thirty days, by day and then by door', async () => {
    const [a, b] = [await listed(world), await listed(world)];
    world.clock.advance(DAY);
    const c = await listed(world);
    const rows = await due();
    expect(rows.map(({ household }) => household)).toEqual([a.household, b.household, c.household]);
    expect(rows[0]).toMatchObject({
      ...{ tier: 'GENERAL', dueOn: '2026-06-11', seenOn: null, last: null, memberCount: 1 },
      maskedHeadName: '测**',
    });
  });

  it('is divided into overdue, today and this week', async () => {
    const { household } = await listed(world);
    const inWindow = async (window: string) =>
      (await due({ window })).some((row) => row.household === household);
    const all = ['OVERDUE', 'TODAY', 'UNTIL_TODAY', 'THIS_WEEK'];
    const now = async () => Promise.all(all.map(inWindow));
    expect(await now()).toEqual([false, false, false, false]);
    // The Monday of the week in which it is due, the Thursday on which it is, and the day after.
    world.clock.advance(27 * DAY);
    expect(await now()).toEqual([false, false, false, true]);
    world.clock.advance(3 * DAY);
    expect(await now()).toEqual([false, true, true, true]);
    world.clock.advance(DAY);
    expect(await now()).toEqual([true, false, true, true]);
  });

  it('is read page by page, and only for the grid and courtyard that are asked for', async () => {
    const mine = [];
    for (let count = 0; count < 5; count += 1) mine.push((await listed(world)).household);
    const foreign = await run(world, worker, DueVisitsDocument, { area: world.foreignGrid });
    expect(foreign.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    const pages: string[] = [];
    let after: string | null | undefined;
    do {
      const { data } = await run(world, worker, DueVisitsDocument, {
        window: 'ALL',
        first: 2,
        after,
      } as never);
      pages.push(...(data.dueVisits?.edges.map(({ node }) => node.household) ?? []));
      after = data.dueVisits?.pageInfo.hasNextPage === true ? data.dueVisits.pageInfo.endCursor : undefined;
    } while (after != null);
    expect(pages).toEqual(mine);
    expect(await due({ area: world.courtyard })).toHaveLength(5);
  });

  it('is of a worker’s own fixed households where that is asked', async () => {
    const [own, other] = [await listed(world), await listed(world)];
    const appointment = await appointed(world, { role: 'GRID_WORKER', area: world.grid, person: worker.id });
    await world.services.householdAssignments.assign(staff, createCollectionReader(world.foundation.table), {
      ...{ id: newId(), appointment: appointment.id, households: [own.household], expectedVersion: 0 },
    });
    expect((await due({ mine: true })).map(({ household }) => household)).toEqual([own.household]);
    expect((await due()).map(({ household }) => household)).toContain(other.household);
  });
});

describe('the day on which a household is due', () => {
  it('moves with a visit: met, nobody home, refused, moved away', async () => {
    const at = async (outcome: SubmitVisitInput['outcome']) => {
      const { household } = await listed(world);
      await submit(household, { outcome });
      return dueOn(household);
    };
    expect(await at('MET')).toBe('2026-08-10');
    expect(await at('NOT_HOME')).toBe('2026-06-11');
    expect(await at('REFUSED')).toBe('2026-06-11');
    expect(await at('MOVED')).toBe('2026-08-10');
  });

  it('moves with the tier, which the community or the grid worker sets, and goes back', async () => {
    const { household } = await listed(world);
    await submit(household);
    const id = newId();
    const first = await tier(household, 'CLOSE', id);
    expect(first.plan).toMatchObject({ tier: 'CLOSE', dueOn: '2026-05-19' });
    expect(await tier(household, 'CLOSE', id)).toEqual(first);
    expect((await tier(household, 'KEY', id)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await dueOn(household)).toBe('2026-05-19');
    expect((await tier(household, null, newId(), staff)).plan).toMatchObject({
      ...{ tier: 'GENERAL', dueOn: '2026-08-10' },
    });
  });

  it('moves with a care tag there, for whom it is, and tells nobody of it', async () => {
    const { household, resident } = await listed(world);
    await submit(household);
    const tag = careTag(resident);
    const reads = () => createCollectionReader(world.foundation.table);
    await world.services.careTags.set(staff, reads(), tag);
    const told = () => observe('care', { resident });
    await told();
    expect(await dueOn(household)).toBe('2026-05-19');
    const [row] = await due();
    expect(JSON.stringify(row)).not.toContain(tag.id);
    expect(row).toMatchObject({ tier: 'GENERAL' });
    // Somebody else opened the door; then they themselves.
    world.clock.advance(DAY);
    await submit(household);
    expect(await dueOn(household)).toBe('2026-05-19');
    await submit(household, { met: [resident] });
    expect(await dueOn(household)).toBe('2026-05-20');
    await world.services.careTags.end(staff, reads(), { id: newId(), resident, tag: tag.id });
    await told();
    expect(await dueOn(household)).toBe('2026-08-11');
  });

  it('follows whoever is looked after to another household', async () => {
    const [from, to] = [await listed(world), await listed(world)];
    const reads = () => createCollectionReader(world.foundation.table);
    await world.services.careTags.set(staff, reads(), careTag(from.resident));
    await observe('care', { resident: from.resident });
    expect(await dueOn(from.household)).toBe('2026-05-19');
    await world.services.residences.move(worker, reads(), {
      ...{ id: newId(), resident: from.resident, household: from.household, to: to.household },
      ...{ relation: 'OTHER', on: '2026-05-01' },
    });
    await world.services.visitPlans.observe([moved(from.resident, from.household, to.household)]);
    expect(await dueOn(from.household)).toBe('2026-06-11');
    expect(await dueOn(to.household)).toBe('2026-05-19');
  });

  it('stays with whoever is looked after when their two records are merged', async () => {
    const { id, younger, homes } = await twins(world);
    const reads = () => createCollectionReader(world.foundation.table);
    await world.services.careTags.set(staff, reads(), careTag(younger));
    await observe('care', { resident: younger });
    expect(await dueOn(homes[1])).toBe('2026-05-19');
    const decision = { id: newId(), duplicate: id, verdict: 'SAME' } as const;
    await world.services.duplicates.decide(staff, reads(), decision);
    await world.services.visitPlans.observe([moved(younger, homes[1], homes[0])]);
    expect(await dueOn(homes[1])).toBe('2026-05-19');
  });

  it('is a year hence once nobody lives there', async () => {
    const { household, resident } = await listed(world);
    await submit(household);
    await world.services.residences.end(worker, createCollectionReader(world.foundation.table), {
      ...{ id: newId(), resident, household, on: '2026-05-01', ending: 'MOVED_OUT' },
    });
    await follow(household);
    expect(await due()).toMatchObject([{ tier: 'VACANT', dueOn: '2027-05-12', memberCount: 0 }]);
  });

  it('is the same whoever tells of it, however often and however many at once', async () => {
    const { household } = await listed(world);
    const input = visitOf(world, household);
    const all = await Promise.all([
      ...Array.from({ length: 3 }, () => run(world, worker, SubmitVisitDocument, { input })),
      ...Array.from({ length: 3 }, () => follow(household)),
      submit(household, { outcome: 'NOT_HOME', at: '2026-05-11T02:00:00.000Z' }),
      tier(household, 'KEY'),
    ]);
    expect(all).toHaveLength(8);
    await follow(household);
    expect(await due()).toMatchObject([
      { tier: 'KEY', dueOn: '2026-06-11', seenOn: '2026-05-12', last: { outcome: 'MET', on: '2026-05-12' } },
    ]);
  });
});

describe('how often households are visited', () => {
  it('is set by the district, and all households follow with the next count', async () => {
    const { household } = await listed(world);
    await submit(household);
    const boss = world.actor('DISTRICT_STAFF');
    const usual = (await run(world, worker, VisitPolicyDocument, {})).data.visitPolicy!;
    expect(usual).toMatchObject({ version: 0, generalDays: 90, district: world.district });
    const { version, ...days } = usual;
    const set = (more: object, actor = boss) =>
      run(world, actor, SetVisitPolicyDocument, {
        input: { id: newId(), ...days, expectedVersion: version, ...more } as never,
      });
    const tooFew = await set({ generalDays: 10 });
    expect(tooFew.data.setVisitPolicy.userErrors).toMatchObject([{ code: 'VISIT_POLICY_INVALID' }]);
    expect((await set({}, staff)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const done = await set({ generalDays: 60 });
    expect(done.data.setVisitPolicy).toMatchObject({
      policy: { version: 1, generalDays: 60 },
      userErrors: [],
    });
    expect((await set({ generalDays: 70 })).data.setVisitPolicy.userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    expect(await dueOn(household)).toBe('2026-08-10');
    await world.services.visitCounts.count(world.grid);
    expect(await dueOn(household)).toBe('2026-07-13');
  });
});

/** As the table tells of a change of an entity. */
const observe = (entity: string, image: object) =>
  world.services.visitPlans.observe([{ before: undefined, after: { __edb_e__: entity, ...image } }]);

function moved(id: string, from: string, to: string) {
  const image = (household: string) => ({ __edb_e__: 'resident', id, residences: [{ household }] });
  return { before: image(from), after: image(to) };
}

describe('somebody put on file', () => {
  it('changes what the list shows of their household', async () => {
    const household = await home(world);
    await follow(household);
    expect(await due()).toMatchObject([{ tier: 'VACANT', memberCount: 0 }]);
    await livingIn(world, household, { relation: 'HEAD' });
    const row = { courtyard: world.courtyard, members: 1 };
    await observe('household', { id: household, row });
    expect(await due()).toMatchObject([{ tier: 'GENERAL', memberCount: 1, maskedHeadName: '测**' }]);
  });
});
