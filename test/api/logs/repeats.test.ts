import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  AddLogEntryDocument,
  ChangeLogEntryDocument,
  CommentOnLogDocument,
  EndRoundDocument,
  PlanWorkDocument,
  SettlePlanDocument,
  StartRoundDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { note, noteInput, plan, planInput } from '../../support/logs';
import { makeWorld, type World } from '../../support/world';

const DAY = 86_400_000;

describe('a request whose answer was lost', () => {
  let world: World;
  let worker: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    worker = world.actor('GRID_WORKER');
  });
  const start = async (input: object) =>
    (await run(world, worker, StartRoundDocument, { input: input as never })).data.startRound;
  const end = async (input: object) =>
    (await run(world, worker, EndRoundDocument, { input: input as never })).data.endRound;
  const settle = async (input: object) =>
    (await run(world, worker, SettlePlanDocument, { input: input as never })).data.settlePlan;
  const change = async (input: object) =>
    (await run(world, worker, ChangeLogEntryDocument, { input: input as never })).data.changeLogEntry;

  it('to begin a round is answered with the round as it stands, also when it has ended and weeks later', async () => {
    const input = { id: newId(), at: world.clock.now().toISOString() };
    await start(input);
    world.clock.advance(3_600_000);
    const { round } = await end({ round: input.id });
    expect(await start(input)).toMatchObject({ round, userErrors: [] });
    world.clock.advance(20 * DAY);
    expect(await start(input)).toMatchObject({ round, userErrors: [] });
    expect(await end({ round: input.id })).toMatchObject({ round, userErrors: [] });
    expect((await start({ ...input, id: newId() })).userErrors).toMatchObject([{ code: 'LOG_TIME_INVALID' }]);
  });

  it('to end a round is answered when it came twice at once', async () => {
    const id = newId();
    await start({ id });
    world.clock.advance(3_600_000);
    const answers = await Promise.all([1, 2, 3].map(() => end({ round: id })));
    expect(answers.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
  });

  it('to plan something is answered with the plan as it stands after it was moved and settled', async () => {
    const input = planInput({ day: '2026-05-14' });
    await plan(world, worker, input);
    const moved = { id: newId(), plan: input.id, outcome: 'POSTPONED', day: '2026-05-20' };
    await settle(moved);
    const done = { id: newId(), plan: input.id, outcome: 'DONE', text: '已交。' };
    const settled = await settle(done);
    const { data } = await run(world, worker, PlanWorkDocument, { input });
    expect(data.planWork).toMatchObject({ plan: settled.plan, userErrors: [] });
    expect(await settle(moved)).toEqual(settled);
  });

  it('to settle a plan or change a note is answered when it came twice at once', async () => {
    const planned = await plan(world, worker);
    const done = { id: newId(), plan: planned.id, outcome: 'DONE', text: '已交。' };
    const settled = await Promise.all([1, 2, 3].map(() => settle(done)));
    expect(settled.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
    const { id } = await note(world, worker);
    const other = { id: newId(), entry: id, text: '改过了。', expectedVersion: 1 };
    const changed = await Promise.all([1, 2, 3].map(() => change(other)));
    expect(changed.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
    expect(changed.map(({ entry }) => entry?.version)).toEqual([2, 2, 2]);
  });

  it('to write a note or plan something is answered when its author has been sent to another grid since', async () => {
    const area = world.grid;
    const [told, planned] = [noteInput({ area }), planInput({ area })];
    const [entry, meant] = [await note(world, worker, told), await plan(world, worker, planned)];
    const sent = { ...world.actor('GRID_WORKER', world.nextGrid), id: worker.id };
    const write = async (input: typeof told) =>
      (await run(world, sent, AddLogEntryDocument, { input })).data.addLogEntry;
    const mean = async (input: typeof planned) =>
      (await run(world, sent, PlanWorkDocument, { input })).data.planWork;
    expect(await write(told)).toMatchObject({ entry: { id: entry.id, version: 1 }, userErrors: [] });
    expect(await mean(planned)).toMatchObject({ plan: { id: meant.id, version: 1 }, userErrors: [] });
    expect((await write({ ...told, id: newId() })).userErrors).toMatchObject([{ code: 'OUT_OF_AREA' }]);
    expect((await mean({ ...planned, id: newId() })).userErrors).toMatchObject([{ code: 'OUT_OF_AREA' }]);
    expect((await write({ ...told, text: '别的。' })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('to write or change a note is answered with the note as it stands after a supervisor has commented on it', async () => {
    const input = noteInput();
    await note(world, worker, input);
    const first = { id: newId(), entry: input.id, text: '改过了。', expectedVersion: 1 };
    await change(first);
    await change({ id: newId(), entry: input.id, text: '又改过了。', expectedVersion: 2 });
    const comment = { id: newId(), entry: input.id, text: '好。' };
    await run(world, world.actor('COMMUNITY_STAFF'), CommentOnLogDocument, { input: comment });
    world.clock.advance(2 * DAY);
    const stands = { version: 3, text: '又改过了。' };
    expect(await change(first)).toMatchObject({ entry: stands, userErrors: [] });
    const { data } = await run(world, worker, AddLogEntryDocument, { input });
    expect(data.addLogEntry).toMatchObject({ entry: stands, userErrors: [] });
  });
});
