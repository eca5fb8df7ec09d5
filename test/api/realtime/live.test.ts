import { print } from 'graphql';
import { type Actor } from '../../../src/auth/actor';
import { commit } from '../../../src/data/commit';
import { caseEventsBy } from '../../../src/modules/feed/case-event.events';
import { MOST_WATCHES } from '../../../src/realtime/listening.service';
import { INIT_WAIT_MS } from '../../../src/realtime/protocol';
import { LiveBoardDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { moveCase, reportCase } from '../../support/cases';
import { lastEventOf } from '../../support/feed';
import { makeLive } from '../../support/live';
import { makeWorld, secondsNow, type World } from '../../support/world';
import { caseRow } from '../../support/case-rows';

const QUERY = print(LiveBoardDocument);

describe('what is live', () => {
  let world: World;
  let live: ReturnType<typeof makeLive>;
  beforeEach(async () => {
    world = await makeWorld();
    live = makeLive(world);
  });

  const subscribe = (connection: string, area: string, id = '1', query = QUERY) =>
    live.say(connection, { type: 'subscribe', id, payload: { query, variables: { area } } });
  const watch = async (actor: Actor, area: string, minutes?: number) => {
    const { connection } = await live.connect(actor, minutes);
    expect(await subscribe(connection, area)).toEqual({ messages: [], close: false });
    return connection;
  };
  const report = async () => {
    const { id } = await reportCase(world, world.actor('GRID_WORKER'));
    return lastEventOf(world, id);
  };

  it('tells everyone above the grid who watches, each once, with what they asked for', async () => {
    const street = await watch(world.actor('STREET_STAFF'), world.street);
    const community = await watch(world.actor('COMMUNITY_STAFF'), world.community);
    const moved = await report();
    expect(await live.telling.tell(moved)).toEqual({ watches: 2, runs: 2, sent: 2 });
    expect(live.posted.map(({ connection }) => connection).sort()).toEqual([street, community].sort());
    for (const { message } of live.posted) {
      expect(message).toMatchObject({
        type: 'next',
        id: '1',
        payload: {
          data: { areaFeed: { number: 1, to: 'REPORTED', case: { id: moved.caseId, version: 1 } } },
        },
      });
    }
  });

  it('tells nobody of another area', async () => {
    await watch(world.actor('COMMUNITY_STAFF', world.otherCommunity), world.otherCommunity);
    await watch(world.actor('GRID_WORKER', world.nextGrid), world.nextGrid);
    expect(await live.telling.tell(await report())).toMatchObject({ watches: 0, sent: 0 });
  });

  it('asks again at each event: a department learns of a case only once it is dispatched to it', async () => {
    await watch(world.actor('DEPARTMENT_STAFF'), world.street);
    const street = world.actor('STREET_STAFF');
    const { id } = await reportCase(world, street);
    expect(await live.telling.tell(await lastEventOf(world, id))).toMatchObject({ watches: 1, sent: 0 });
    expect(live.posted).toEqual([]);
    await moveCase(world, street, id, 'dispatch');
    expect(await live.telling.tell(await lastEventOf(world, id))).toMatchObject({ watches: 1, sent: 1 });
  });

  it('tells of an event whose answer is too large to be sent, and which it was, and goes on watching', async () => {
    const { connection } = await live.connect(world.actor('STREET_STAFF'));
    const many = Array.from({ length: 28 }, (_none, index) => `t${String(index)}: text`).join(' ');
    const query = `subscription Wide($area: ID!) { areaFeed(area: $area) { id case { ${many} } } }`;
    expect(await subscribe(connection, world.street, '1', query)).toEqual({ messages: [], close: false });
    const { id } = await reportCase(world, world.actor('GRID_WORKER'), { text: '长'.repeat(2_000) });
    expect(await live.telling.tell(await lastEventOf(world, id))).toMatchObject({ sent: 1 });
    const small = await report();
    await live.telling.tell(small);
    expect(live.posted.map(({ message }) => message)).toMatchObject([
      {
        ...{ type: 'next', id: '1' },
        payload: {
          data: null,
          errors: [{ extensions: { code: 'EVENT_TOO_LARGE', caseId: id, number: 1 } }],
        },
      },
      { type: 'next', id: '1', payload: { data: { areaFeed: { id: `${small.caseId}#1` } } } },
    ]);
    for (const { message } of live.posted)
      expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(128 * 1024);
  });

  it('runs an operation once for the same person on three screens', async () => {
    const actor = world.actor('STREET_STAFF');
    for (let screen = 0; screen < 3; screen += 1) await watch(actor, world.street);
    expect(await live.telling.tell(await report())).toEqual({ watches: 3, runs: 1, sent: 3 });
    expect(live.runs()).toBe(1);
  });

  it('forgets whoever is gone', async () => {
    const connection = await watch(world.actor('STREET_STAFF'), world.street);
    live.gone.add(connection);
    await live.telling.tell(await report());
    expect(await live.telling.tell(await report())).toMatchObject({ watches: 0 });
    expect(await live.repo.listener(connection)).toBeUndefined();
  });

  const voidTokensOf = async ({ id }: Actor) => {
    world.clock.advance(1_000);
    await commit(world.foundation.table, [world.standings.voiding(id, world.clock.now())], undefined);
  };

  it('ends what is watched by a token that is void, and says so', async () => {
    const [dismissed, other] = [world.actor('STREET_STAFF'), world.actor('STREET_STAFF')];
    const connection = await watch(dismissed, world.street);
    await watch(other, world.street);
    await voidTokensOf(dismissed);
    expect(await live.telling.tell(await report())).toMatchObject({ watches: 2, sent: 1 });
    expect(live.posted.filter((post) => post.connection === connection)).toMatchObject([
      { message: { type: 'error', id: '1', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] } },
    ]);
    expect(await live.telling.tell(await report())).toMatchObject({ watches: 1, sent: 1 });
  });

  it('lets nobody in, and nobody watch one thing more, by a token that is void', async () => {
    const dismissed = world.actor('STREET_STAFF');
    const connection = await watch(dismissed, world.street);
    const issuedAt = secondsNow(world);
    await voidTokensOf(dismissed);
    expect(await subscribe(connection, world.street, '2')).toMatchObject({
      messages: [{ type: 'error', id: '2', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] }],
    });
    const old = { ...dismissed, issuedAt };
    expect((await live.connect(old)).reply).toMatchObject({ close: true });
    expect((await live.connect(dismissed)).reply).toMatchObject({ close: false });
  });

  const LAST_WORDS = [
    { type: 'ping', payload: { close: { code: 4403 } } },
    { type: 'error', id: 'close:4403' },
  ];

  it('ends with the token: the next event closes the connection with 4403, once, and is told to the others', async () => {
    const connection = await watch(world.actor('STREET_STAFF'), world.street, 10);
    await subscribe(connection, world.community, '2');
    await watch(world.actor('STREET_STAFF'), world.street, 60);
    world.clock.advance(11 * 60_000);
    expect(await live.telling.tell(await report())).toEqual({ watches: 1, runs: 1, sent: 1 });
    const heard = live.posted.filter((post) => post.connection === connection);
    expect(heard.map(({ message }) => message)).toMatchObject(LAST_WORDS);
    expect(live.closed).toEqual([connection]);
    await live.telling.tell(await report());
    expect(live.closed).toEqual([connection]);
    expect(await live.repo.listener(connection)).toBeUndefined();
  });

  it('ends with the token: so say the next ping and the next subscription, where nothing happens', async () => {
    const connection = await watch(world.actor('STREET_STAFF'), world.street, 10);
    world.clock.advance(9 * 60_000);
    expect(await live.say(connection, { type: 'ping' })).toMatchObject({ messages: [{ type: 'pong' }] });
    world.clock.advance(2 * 60_000);
    for (const reply of [
      await live.say(connection, { type: 'ping' }),
      await subscribe(connection, world.street, '2'),
    ])
      expect(reply).toMatchObject({ messages: LAST_WORDS, close: true });
  });

  it('ends when the client completes or the connection ends', async () => {
    const actor = world.actor('STREET_STAFF');
    const first = await watch(actor, world.street);
    await live.say(first, { type: 'complete', id: '1' });
    const second = await watch(actor, world.street);
    await live.listening.ended(second);
    expect(await live.telling.tell(await report())).toMatchObject({ watches: 0 });
  });

  it('answers a ping, and acknowledges a caller once', async () => {
    const { connection, reply, payload } = await live.connect(world.actor('STREET_STAFF'));
    expect(reply).toEqual({ messages: [{ type: 'connection_ack' }], close: false });
    expect(await live.say(connection, { type: 'ping' })).toMatchObject({ messages: [{ type: 'pong' }] });
    expect(await live.say(connection, { type: 'connection_init', payload })).toMatchObject({ close: true });
  });

  it.each([
    ['a token that is none', 4403, { type: 'connection_init', payload: { authorization: 'Bearer x' } }],
    ['no token', 4403, { type: 'connection_init' }],
    ['a subscription before the token', 4401, { type: 'subscribe', id: '1', payload: { query: QUERY } }],
    ['nonsense', 4400, { hello: 'world' }],
  ])('closes the connection on %s, and names %d before', async (_what, code, message) => {
    const { messages, close } = await live.say('stranger', message);
    expect(close).toBe(true);
    expect(messages[0]).toMatchObject({ type: 'ping', payload: { close: { code } } });
    // What the ordinary client takes for the end, where the same again would be refused again.
    expect(messages.slice(1).map(({ type }) => type)).toEqual(code === 4403 ? ['error'] : []);
  });

  it('refuses an introduction that comes late, and one too many however it comes', async () => {
    const { connection, payload } = await live.connect(world.actor('STREET_STAFF'));
    const late = JSON.stringify({ type: 'connection_init', payload });
    const codeOf = async (on: string, text: string, age: number) => {
      const { messages } = await live.listening.received(on, text, age);
      return messages;
    };
    expect(await codeOf('new', late, INIT_WAIT_MS + 1)).toMatchObject([
      { payload: { close: { code: 4408 } } },
    ]);
    for (const text of [late, '{"type":"connection_init"}'])
      for (const age of [0, INIT_WAIT_MS + 1])
        expect(await codeOf(connection, text, age)).toMatchObject([{ payload: { close: { code: 4429 } } }]);
  });

  it.each<[string, string, (connection: string) => ReturnType<typeof subscribe>]>([
    ['a foreign area', 'NOT_FOUND', (connection) => subscribe(connection, world.otherCommunity)],
    ['a query', 'SUBSCRIPTION_EXPECTED', (connection) => subscribe(connection, '', '1', '{ me { id } }')],
    [
      'an unknown field',
      'GRAPHQL_VALIDATION_FAILED',
      (connection) => subscribe(connection, '', '1', 'subscription { nothing }'),
    ],
  ])('refuses %s with an error of that subscription', async (_what, code, ask) => {
    const { connection } = await live.connect(world.actor('GRID_WORKER'));
    expect(await ask(connection)).toMatchObject({
      messages: [{ type: 'error', id: '1', payload: [{ extensions: { code } }] }],
      close: false,
    });
  });

  it('keeps no more than so many watches on a connection', async () => {
    const { connection } = await live.connect(world.actor('GRID_WORKER'));
    for (let id = 0; id < MOST_WATCHES; id += 1) await subscribe(connection, world.grid, `w${id}`);
    expect(await subscribe(connection, world.grid, 'one more')).toMatchObject({
      messages: [{ type: 'error', payload: [{ extensions: { code: 'TOO_MANY_WATCHES' } }] }],
    });
  });

  it('costs one round trip of seven Queries to find who watches, and one to read the case and all callers’ standing', async () => {
    await watch(world.actor('STREET_STAFF'), world.street);
    await watch(world.actor('STREET_STAFF'), world.street);
    const moved = await report();
    world.meter.reset();
    await live.telling.tell(moved);
    expect({ trips: world.meter.waves, commands: world.meter.commands.length }).toEqual({
      trips: 2,
      commands: 10,
    });
  });

  it('over HTTP is refused with a code of its own', async () => {
    const { errors } = await run(world, world.actor('STREET_STAFF'), LiveBoardDocument, {
      area: world.street,
    });
    expect(errors).toMatchObject([{ extensions: { code: 'WEBSOCKET_REQUIRED' } }]);
  });
});

describe('the change of an item', () => {
  const area = '510108008003001';
  const image = (steps: number, more: object = {}) => ({
    ...{
      __edb_e__: 'case',
      pk: 'CASE#x',
      version: steps,
      entry: area,
      names: [],
      mark: '',
      steps: Array.from({ length: steps - 1 }, () => ['ACCEPT', 's', 0, '', 0, 0]),
    },
    row: caseRow({ area, holder: { level: 'GRID', code: area, name: '' } }),
    ...more,
  });
  it('is an event of a case when its history has grown', () => {
    expect(caseEventsBy({ before: undefined, after: image(1) })).toMatchObject([
      { caseId: 'x', number: 1, from: undefined, to: 'REPORTED' },
    ]);
    const holder = { level: 'DEPARTMENT', code: '510108008-PSO', name: '' } as const;
    const row = caseRow({ state: 'DISPATCHED', area, holder });
    expect(caseEventsBy({ before: image(1), after: image(2, { row }) })).toMatchObject([
      { number: 2, from: 'REPORTED', to: 'DISPATCHED', holders: ['510108008003001', '510108008-PSO'] },
    ]);
  });
  it('lies in the areas of where it happened, and of where that is today', () => {
    const [event] = caseEventsBy({ before: undefined, after: image(1, { grid: '510108008004002' }) });
    expect(event?.areas).toEqual([
      '510108',
      '510108008',
      '510108008003',
      '510108008003001',
      '510108008004',
      '510108008004002',
    ]);
  });
  it('is none when the history stands, for other items, and for what is deleted', () => {
    expect(caseEventsBy({ before: image(1), after: image(1, { version: 2 }) })).toEqual([]);
    expect(caseEventsBy({ before: undefined, after: { __edb_e__: 'evidence' } })).toEqual([]);
    expect(caseEventsBy({ before: image(1), after: undefined })).toEqual([]);
  });
});
