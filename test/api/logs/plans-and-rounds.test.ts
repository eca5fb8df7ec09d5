import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  EndRoundDocument,
  LogDayDocument,
  PlanWorkDocument,
  SettlePlanDocument,
  StartRoundDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { dayOf, note, plan, planInput } from '../../support/logs';
import { home } from '../../support/residents';
import { makeWorld, type World } from '../../support/world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what somebody means to do', () => {
  let world: World;
  let worker: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    worker = world.actor('GRID_WORKER');
  });
  const open = async (actor = worker) => {
    const { data } = await run(world, actor, LogDayDocument, {});
    return data.openPlans?.edges.map(({ node }) => node) ?? [];
  };
  const settle = async (input: object, actor = worker) => {
    const { data } = await run(world, actor, SettlePlanDocument, {
      input: { id: newId(), ...input } as never,
    });
    return data.settlePlan;
  };
  const refusal = async (more: object) => {
    const { data } = await run(world, worker, PlanWorkDocument, { input: { ...planInput(), ...more } });
    return data.planWork.userErrors.map(({ code, path }) => [code, ...path]);
  };

  it('is for tomorrow when no day is named, and taken in once', async () => {
    const input = planInput();
    const first = await plan(world, worker, input);
    expect(first).toMatchObject({ day: '2026-05-13', state: 'OPEN', area: world.grid, overdue: false });
    world.clock.advance(DAY);
    expect(await plan(world, worker, input)).toEqual(first);
    expect(await refusal({ id: input.id, text: '别的' })).toEqual([['CONFLICT', 'id']]);
    expect(await open()).toHaveLength(1);
  });

  it('is for a day to come, says no numbers, and its repeat is known after its day', async () => {
    expect(await refusal({ day: '2026-05-11' })).toEqual([['PLAN_DAY_INVALID', 'day']]);
    expect(await refusal({ day: '2027-06-01' })).toEqual([['PLAN_DAY_INVALID', 'day']]);
    expect(await refusal({ promisedTo: '李老 13800001234' })).toEqual([['NUMBER_IN_TEXT', 'promisedTo']]);
    expect(await refusal({ text: ' ' })).toEqual([['TEXT_REQUIRED', 'text']]);
    const input = planInput({ day: '2026-05-12' });
    const first = await plan(world, worker, input);
    world.clock.advance(3 * DAY);
    expect(await plan(world, worker, input)).toEqual({ ...first, overdue: true });
  });

  it('stays open after its day until it is settled, by day, those that are late first', async () => {
    const household = await home(world);
    await plan(world, worker, { day: '2026-05-20', text: '后做' });
    const promise = await plan(world, worker, { day: '2026-05-12', text: '先做', household });
    expect(promise).toMatchObject({ household, area: world.courtyard, promisedTo: '二单元的老人' });
    world.clock.advance(3 * DAY);
    expect(await open()).toMatchObject([
      { text: '先做', overdue: true },
      { text: '后做', overdue: false },
    ]);
    const input = { id: newId(), plan: promise.id, outcome: 'DONE', text: '已交。' };
    const settled = await settle(input);
    expect(settled.plan).toMatchObject({
      state: 'DONE',
      word: '已交。',
      settledAt: '2026-05-15T02:30:00.000Z',
    });
    expect(await settle(input)).toEqual(settled);
    expect(await open()).toMatchObject([{ text: '后做' }]);
    expect((await settle({ plan: promise.id, outcome: 'DROPPED', text: 'x' })).userErrors).toMatchObject([
      { code: 'PLAN_SETTLED' },
    ]);
  });

  it('that is settled is a line of the day it was settled on', async () => {
    const { id } = await plan(world, worker);
    await settle({ plan: id, outcome: 'DROPPED', text: '老人已自办。' });
    expect(await dayOf(world, worker)).toMatchObject({
      items: [{ id, kind: 'PLAN_DROPPED', text: '代交医保材料', record: null }],
      counts: [{ kind: 'PLAN_DROPPED', count: 1 }],
    });
  });

  it('can be moved to another day, and says which it was', async () => {
    const { id } = await plan(world, worker);
    expect((await settle({ plan: id, outcome: 'POSTPONED' })).userErrors).toMatchObject([
      { code: 'PLAN_DAY_INVALID' },
    ]);
    expect(
      (await settle({ plan: id, outcome: 'DONE', text: 'x', day: '2026-05-20' })).userErrors,
    ).toMatchObject([{ code: 'PLAN_DAY_INVALID' }]);
    expect((await settle({ plan: id, outcome: 'DONE' })).userErrors).toMatchObject([
      { code: 'TEXT_REQUIRED' },
    ]);
    const { plan: moved } = await settle({ plan: id, outcome: 'POSTPONED', day: '2026-05-20' });
    expect(moved).toMatchObject({ state: 'OPEN', day: '2026-05-20', movedFrom: ['2026-05-13'], version: 2 });
    expect(await open()).toMatchObject([{ day: '2026-05-20' }]);
    expect((await dayOf(world, worker)).items).toEqual([]);
  });

  it('is settled by nobody else, and by one of two at once', async () => {
    const { id } = await plan(world, worker);
    const other = world.actor('GRID_WORKER');
    expect((await settle({ plan: id, outcome: 'DONE', text: 'x' }, other)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    const both = await Promise.all(['甲', '乙'].map((text) => settle({ plan: id, outcome: 'DONE', text })));
    const codes = both.flatMap(({ userErrors }) => userErrors).map(({ code }) => code);
    // The slower one has read before the other wrote, or after.
    expect([['CONFLICT'], ['PLAN_SETTLED']]).toContainEqual(codes);
  });
});

describe('a patrol round', () => {
  let world: World;
  let worker: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    worker = world.actor('GRID_WORKER');
  });
  const start = async (input: object, actor = worker) => {
    const { data } = await run(world, actor, StartRoundDocument, {
      input: { id: newId(), ...input } as never,
    });
    return data.startRound;
  };
  const end = async (input: object, actor = worker) => {
    const { data } = await run(world, actor, EndRoundDocument, { input: input as never });
    return data.endRound;
  };

  it('has its points of work from the log, and nobody enters them', async () => {
    await note(world, worker, { kind: 'OTHER' });
    world.clock.advance(HOUR);
    const point = { ...world.point, datum: 'WGS84' };
    const began = await start({ point });
    const id = began.round?.id ?? '';
    expect(began.round?.endedAt).toBeNull();
    expect(began.round?.startPoint?.latitude).toBeCloseTo(world.point.latitude, 6);
    const onTheWay = await note(world, worker);
    world.clock.advance(HOUR);
    const input = { round: id, point };
    const ended = await end(input);
    expect(ended.round).toMatchObject({ endedAt: '2026-05-12T04:30:00.000Z' });
    expect(ended.round?.endPoint?.longitude).toBeCloseTo(world.point.longitude, 6);
    world.clock.advance(HOUR);
    await note(world, worker, { kind: 'WISH' });
    expect((await dayOf(world, worker)).rounds).toEqual([
      {
        ...{ id, startedAt: '2026-05-12T03:30:00.000Z', endedAt: '2026-05-12T04:30:00.000Z' },
        work: [{ id: onTheWay.id }],
      },
    ]);
    expect(await end(input)).toEqual(ended);
  });

  it('is taken in once, ends once, after it began and within a day', async () => {
    const input = { id: newId() };
    const first = await start(input);
    expect(await start(input)).toEqual(first);
    const { id } = input;
    expect((await start({ ...input, at: '2026-05-12T01:00:00Z' })).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    const codes = async (more: object, actor?: Actor) =>
      (await end({ round: id, ...more }, actor)).userErrors.map(({ code }) => code);
    expect(await codes({ at: '2026-05-12T01:00:00Z' })).toEqual(['ROUND_TIMES_INVALID']);
    expect(await codes({}, world.actor('GRID_WORKER'))).toEqual(['NOT_FOUND']);
    world.clock.advance(2 * DAY);
    expect(await codes({})).toEqual(['ROUND_TIMES_INVALID']);
    expect(await codes({ at: '2026-05-12T05:00:00Z' })).toEqual([]);
    expect(await codes({ at: '2026-05-12T06:00:00Z' })).toEqual(['ROUND_ENDED']);
  });

  it('is no condition of anything: without one all is done as ever', async () => {
    await note(world, worker);
    const day = await dayOf(world, worker);
    expect(day.rounds).toEqual([]);
    expect(day.items).toHaveLength(1);
  });
});
