import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { ApplicationsToHandleDocument, type Punctuality } from '../../generated/operations';
import { run } from '../../support/api';
import {
  amend,
  handled,
  move,
  onBehalf,
  open,
  ORIGINALS,
  resident,
  shown,
  stepped,
  stepsShown,
  submitted,
} from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { publish } from '../../support/services';
import { type World } from '../../support/world';

const DAY = 86_400_000;

describe('the steps of an application', () => {
  let world: World;
  let counter: Actor;
  let street: Actor;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
    counter = world.actor('COMMUNITY_STAFF', undefined, '林燕');
    street = world.actor('STREET_STAFF', undefined, '徐伟');
  });

  /** An application for a service of three steps that was accepted, version 4; its id. */
  const accepted = async (service?: string) => {
    const id = await submitted(world, undefined, service ?? (await stepped(world)));
    await move(world, counter, [id, 3], 'ACCEPT', { text: '材料齐全。' });
    return id;
  };
  const moves = async (actor: Actor, id: string) => {
    const page = await shown(world, actor, id);
    return typeof page === 'string' ? page : page.availableMoves;
  };
  const code = async (doing: ReturnType<typeof move>) => (await doing).codes.join();

  it('are gone one by one: the resident and the office see where it stands and until when, and by whom each was done', async () => {
    const { me } = await resident(world);
    const worker = world.actor('GRID_WORKER');
    const input = onBehalf(world, await stepped(world), me.id);
    const id = input.id;
    await open(world, worker, input);
    expect((await stepsShown(world, me, id)).map(({ state }) => state)).toEqual(['AHEAD', 'AHEAD', 'AHEAD']);
    await amend(world, worker, { application: id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, worker, [id, 2], 'SUBMIT');
    expect(await stepsShown(world, me, id)).toMatchObject([
      { name: '受理', state: 'CURRENT', dueAt: '2026-05-14T09:30:00.000Z', limitState: 'WITHIN' },
      { name: '审查', state: 'AHEAD', workingDays: 5, dueAt: null, limitState: null },
      { name: '决定', state: 'AHEAD', by: 'DISTRICT' },
    ]);

    world.clock.advance(DAY);
    await move(world, counter, [id, 3], 'ACCEPT', { text: '材料齐全。' });
    world.clock.advance(DAY);
    expect((await move(world, street, [id, 4], 'FINISH_STEP', { text: '已入户核实。' })).state).toBe(
      'ACCEPTED',
    );
    const own = await shown(world, me, id);
    expect(own).toMatchObject({
      // The promise to the resident: eight working days from when it was taken in.
      dueAt: '2026-05-25T09:30:00.000Z',
      steps: [
        ...[{ state: 'DONE', endedBy: { name: '林燕', role: 'COMMUNITY_STAFF' }, text: '材料齐全。' }],
        {
          ...{ state: 'DONE', beganAt: '2026-05-13T02:30:00.000Z', endedAt: '2026-05-14T02:30:00.000Z' },
          ...{ endedBy: { name: '徐伟' }, text: '已入户核实。' },
          ...{ dueAt: '2026-05-20T09:30:00.000Z', limitState: 'WITHIN' },
        },
        { name: '决定', state: 'CURRENT', dueAt: '2026-05-19T09:30:00.000Z', endedAt: null, endedBy: null },
      ],
    });
    for (const actor of [worker, counter, street])
      expect(await stepsShown(world, actor, id)).toEqual(typeof own === 'string' ? own : own.steps);

    world.clock.advance(6 * DAY);
    expect((await move(world, street, [id, 5], 'APPROVE', { text: '准予。' })).state).toBe('READY');
    expect((await stepsShown(world, me, id)).map((step) => [step.state, step.limitState])).toEqual([
      ...[
        ['DONE', 'WITHIN'],
        ['DONE', 'WITHIN'],
        ['DONE', 'OVER'],
      ],
    ]);
  });

  it('are finished by the office of each, never by who applied, and the decision is made at the last', async () => {
    const opener = world.actor('STREET_STAFF');
    const id = await submitted(world, opener, await stepped(world));
    await move(world, counter, [id, 3], 'ACCEPT');
    expect([await moves(counter, id), await moves(street, id)]).toEqual([['ASK'], ['ASK', 'FINISH_STEP']]);
    expect(await code(move(world, counter, [id, 4], 'FINISH_STEP'))).toBe('APPLICATION_NOT_YOURS');
    expect(await code(move(world, opener, [id, 4], 'FINISH_STEP'))).toBe('APPLICATION_OWN');
    expect(await code(move(world, street, [id, 4], 'APPROVE', { text: '准予。' }))).toBe(
      'APPLICATION_STEPS_AHEAD',
    );
    expect(await code(move(world, street, [id, 4], 'REFUSE', { text: '不符。' }))).toBe(
      'APPLICATION_STEPS_AHEAD',
    );
    expect(await code(move(world, street, [id, 4], 'FINISH_STEP'))).toBe('');
    expect(await moves(street, id)).toEqual(['ASK', 'APPROVE', 'REFUSE']);
    expect(await code(move(world, street, [id, 5], 'FINISH_STEP'))).toBe('APPLICATION_LAST_STEP');
    expect(await code(move(world, counter, [id, 5], 'REFUSE', { text: '不符。' }))).toBe(
      'APPLICATION_NOT_YOURS',
    );
    expect(await code(move(world, street, [id, 5], 'REFUSE', { text: '不符。' }))).toBe('');
  });

  it('are finished by nobody from elsewhere or without an office, with no number in what is said, and not before it is accepted', async () => {
    const { me, service } = await resident(world);
    const draft = onBehalf(world, service, me.id);
    const worker = world.actor('GRID_WORKER');
    await open(world, worker, draft);
    expect(await code(move(world, worker, [draft.id, 1], 'FINISH_STEP'))).toBe('APPLICATION_NOT_YOURS');
    const id = await accepted();
    const others = [
      ...[me, worker, world.actor('COMMUNITY_STAFF', world.otherCommunity), world.actor('DISTRICT_STAFF')],
      ...[world.actor('DEPARTMENT_STAFF'), world.actor('SECONDARY_WORKER')],
    ];
    for (const other of others)
      await expect(move(world, other, [id, 4], 'FINISH_STEP')).rejects.toThrow(/NOT_FOUND|FORBIDDEN/);
    const said = (text: string) => code(move(world, street, [id, 4], 'FINISH_STEP', { text }));
    expect(await said('电话 13800138000')).toBe('NUMBER_IN_TEXT');
    expect(await said('长'.repeat(201))).toBe('TEXT_TOO_LONG');
    expect(await code(move(world, street, [await submitted(world, worker, service), 3], 'FINISH_STEP'))).toBe(
      'APPLICATION_MOVE',
    );
    expect((await stepsShown(world, street, id)).map(({ state }) => state)).toEqual([
      'DONE',
      'CURRENT',
      'AHEAD',
    ]);
  });

  it('are finished once where the same is sent again, and by one of two at once', async () => {
    const service = await stepped(world);
    const id = await accepted(service);
    const once = { id: newId(), text: '已核实。' };
    const first = await move(world, street, [id, 4], 'FINISH_STEP', once);
    expect(await move(world, street, [id, 4], 'FINISH_STEP', once)).toEqual(first);
    expect(await code(move(world, street, [id, 4], 'FINISH_STEP', { ...once, text: '改了。' }))).toBe(
      'CONFLICT',
    );
    expect((await stepsShown(world, street, id)).map(({ state }) => state)).toEqual([
      'DONE',
      'DONE',
      'CURRENT',
    ]);
    const rival = await accepted(service);
    const both = await Promise.all([
      move(world, street, [rival, 4], 'FINISH_STEP'),
      move(world, world.actor('STREET_STAFF'), [rival, 4], 'FINISH_STEP'),
    ]);
    expect(both.map(({ codes }) => codes.join()).sort()).toEqual(['', 'CONFLICT']);
    expect((await stepsShown(world, street, rival)).map(({ state }) => state)).toEqual([
      'DONE',
      'DONE',
      'CURRENT',
    ]);
  });

  it('stand still while more is asked for, and go on at the same step with what was left', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = await submitted(world, worker, await stepped(world));
    await move(world, counter, [id, 3], 'ACCEPT');
    await move(world, street, [id, 4], 'ASK', { text: '请补照片。', materials: ['PHOTO'] });
    world.clock.advance(7 * DAY);
    expect((await stepsShown(world, worker, id))[1]).toMatchObject({
      ...{ state: 'CURRENT', dueAt: null, limitState: null },
    });
    const materials = [{ code: 'PHOTO', seen: true }];
    await amend(world, worker, { application: id, expectedVersion: 5, materials });
    expect((await move(world, worker, [id, 6], 'SUPPLY')).state).toBe('ACCEPTED');
    // Both a week later than they were: the 19th and the 22nd.
    expect(await shown(world, worker, id)).toMatchObject({
      dueAt: '2026-05-29T09:30:00.000Z',
      steps: [{}, { state: 'CURRENT', dueAt: '2026-05-26T09:30:00.000Z' }, { state: 'AHEAD' }],
    });
  });

  it('are dropped where it is withdrawn, and were none of a service without any', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = await submitted(world, worker, await stepped(world));
    await move(world, counter, [id, 3], 'ACCEPT');
    await move(world, worker, [id, 4], 'WITHDRAW');
    expect((await stepsShown(world, worker, id)).map(({ state }) => state)).toEqual([
      'DONE',
      'DROPPED',
      'DROPPED',
    ]);
    const none = await accepted(await publish(world, { service: `${world.district}-PLAIN`, steps: [] }));
    expect(await stepsShown(world, counter, none)).toEqual([]);
    expect(await moves(counter, none)).toEqual(['ASK', 'APPROVE', 'REFUSE']);
    expect(await code(move(world, counter, [none, 4], 'APPROVE', { text: '准予。' }))).toBe('');
  });

  it('are none of an application that was accepted before they were kept: it is decided as it was then', async () => {
    const id = await accepted(await publish(world, { service: `${world.district}-OLD` }));
    const { client, name } = world.foundation.table;
    const Key = { pk: `APPLICATION#${id}`, sk: 'APPLICATION' };
    const { Item } = await client.send(new GetCommand({ TableName: name, Key }));
    const { facts, row, ...rest } = Item as { facts: { terms: object }; row: unknown[] };
    const old = {
      ...rest,
      row: row.slice(0, 9),
      facts: { ...facts, terms: { ...facts.terms, steps: undefined } },
    };
    await client.send(new PutCommand({ TableName: name, Item: old }));
    expect(await shown(world, counter, id)).toMatchObject({ steps: [], dueAt: '2026-05-19T09:30:00.000Z' });
    expect((await handled(world, counter, 'ACCEPTED')).map((each) => each.step)).toEqual([null]);
    expect(await moves(counter, id)).toEqual(['ASK', 'APPROVE', 'REFUSE']);
    expect((await move(world, counter, [id, 4], 'APPROVE', { text: '准予。' })).state).toBe('READY');
  });

  it('order what an office has by which limit ends first, and a list can be only of what is over in either', async () => {
    const usual = await accepted(
      await publish(world, {
        service: `${world.district}-USUAL`,
        steps: [
          { name: '受理', by: 'COMMUNITY', workingDays: 2 },
          { name: '办结', by: 'STREET', workingDays: 6 },
        ],
      }),
    );
    const staged = await accepted();
    const rows = await handled(world, street, 'ACCEPTED');
    // As a whole it is due on the 22nd, and its step before the other.
    expect(rows.map(({ id, dueAt, step }) => [id, dueAt, step?.name, step?.dueAt])).toEqual([
      [staged, '2026-05-22T09:30:00.000Z', '审查', '2026-05-19T09:30:00.000Z'],
      [usual, '2026-05-20T09:30:00.000Z', '办结', '2026-05-20T09:30:00.000Z'],
    ]);
    const only = async (limitState: Punctuality) => {
      const variables = { area: world.community, state: 'ACCEPTED', limitState } as const;
      const { data } = await run(world, counter, ApplicationsToHandleDocument, variables);
      return (data.applicationsToHandle?.edges ?? []).map(({ node }) => [
        ...[node.id, node.limitState, node.step?.limitState],
      ]);
    };
    expect(await only('OVER')).toEqual([]);
    world.clock.advance(7 * DAY + 8 * 3_600_000);
    expect(await only('OVER')).toEqual([[staged, 'WITHIN', 'OVER']]);
    expect(await only('NEAR')).toEqual([[usual, 'NEAR', 'NEAR']]);
    // Of the next step nothing is over yet.
    expect(await code(move(world, street, [staged, 4], 'FINISH_STEP'))).toBe('');
    expect(await only('OVER')).toEqual([]);
  });
});
