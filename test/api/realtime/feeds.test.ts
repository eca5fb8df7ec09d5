import { type DocumentNode, print } from 'graphql';
import { type Actor } from '../../../src/auth/actor';
import {
  CaseLiveDocument,
  DeskLiveDocument,
  LiveBoardDocument,
  MyWorkDocument,
  ReturnCaseDocument,
} from '../../generated/operations';
import { newId } from '../../../src/shared/ids';
import { someAtOnce } from '../../../src/shared/some-at-once';
import { run } from '../../support/api';
import { moveCase, reportCase } from '../../support/cases';
import { followCases } from '../../support/feed';
import { makeLive } from '../../support/live';
import { makeWorld, type World } from '../../support/world';

describe('feeds of what happens to cases', () => {
  let world: World;
  let live: ReturnType<typeof makeLive>;
  let happened: ReturnType<typeof followCases>;
  beforeEach(async () => {
    world = await makeWorld();
    live = makeLive(world);
    happened = followCases(world);
  });

  const open = async (actor: Actor, document: DocumentNode, variables: object = {}) => {
    const { connection } = await live.connect(actor);
    const payload = { query: print(document), variables };
    const { messages } = await live.say(connection, { type: 'subscribe', id: '1', payload });
    return { connection, messages };
  };
  /** Steps told on a connection: the case and the number of each. */
  const toldOn = (connection: string) =>
    live.posted
      .filter((post) => post.connection === connection)
      .flatMap(({ message }) => (message.type === 'next' ? Object.values(message.payload.data ?? {}) : []))
      .map((event) => (event as { id: string }).id);
  const tell = async (id: string) => {
    const [event] = await happened(id);
    if (event === undefined) throw new Error('Nothing has happened.');
    return live.telling.tell(event);
  };

  it('tell a department what comes to it, changes while it has it, and leaves it', async () => {
    const [street, staff] = [world.actor('STREET_STAFF'), world.actor('DEPARTMENT_STAFF')];
    const { connection } = await open(staff, DeskLiveDocument, { department: world.office });
    const { id } = await reportCase(world, street);
    await tell(id);
    await moveCase(world, street, id, 'dispatch');
    await tell(id);
    await run(world, staff, ReturnCaseDocument, { input: { id: newId(), caseId: id, text: '不属本部门' } });
    await tell(id);
    await moveCase(world, street, id, 'escalate');
    await tell(id);
    expect(toldOn(connection)).toEqual([2, 3].map((number) => `${id}#${number}`));
  });

  it('tell a worker what is with their grid and what it hands on, and a reporter what becomes of it', async () => {
    const [worker, other, resident] = [
      world.actor('GRID_WORKER'),
      world.actor('GRID_WORKER', world.nextGrid),
      world.actor('RESIDENT'),
    ];
    const screens = await Promise.all([worker, other, resident].map((actor) => open(actor, MyWorkDocument)));
    const { id } = await reportCase(world, resident);
    await tell(id);
    await moveCase(world, worker, id, 'escalate');
    await tell(id);
    await moveCase(world, world.actor('COMMUNITY_STAFF'), id, 'escalate');
    await tell(id);
    const told = screens.map(({ connection }) => toldOn(connection));
    expect(told).toEqual([[`${id}#1`, `${id}#2`], [], [`${id}#1`, `${id}#2`, `${id}#3`]]);
  });

  it('tell of one case to whoever may see it, and are refused to others', async () => {
    const { id } = await reportCase(world, world.actor('GRID_WORKER'));
    await tell(id);
    const { connection } = await open(world.actor('COMMUNITY_STAFF'), CaseLiveDocument, { id });
    const refused = await open(world.actor('GRID_WORKER', world.nextGrid), CaseLiveDocument, { id });
    expect(refused.messages).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
    const another = await reportCase(world, world.actor('GRID_WORKER'));
    await moveCase(world, world.actor('GRID_WORKER'), id, 'escalate');
    await tell(another.id);
    await tell(id);
    expect(toldOn(connection)).toEqual([`${id}#2`]);
  });

  it.each([
    ['another department', 'DEPARTMENT_STAFF', 'NOT_FOUND', () => world.bureau],
    ['a grid in place of a department', 'DEPARTMENT_STAFF', 'NOT_FOUND', () => world.grid],
    ['a department, to a worker', 'GRID_WORKER', 'FORBIDDEN', () => world.office],
  ] as const)('are refused: %s', async (_what, role, code, department) => {
    const { messages } = await open(world.actor(role), DeskLiveDocument, { department: department() });
    expect(messages).toMatchObject([{ type: 'error', payload: [{ extensions: { code } }] }]);
  });

  it('run a selection once for all with the same appointments, and by themselves for whom the case knows', async () => {
    const worker = world.actor('GRID_WORKER');
    for (let count = 0; count < 12; count += 1)
      await open(world.actor('STREET_STAFF'), LiveBoardDocument, { area: world.street });
    await open(worker, LiveBoardDocument, { area: world.grid });
    await open(world.actor('GRID_WORKER'), LiveBoardDocument, { area: world.grid });
    const { id } = await reportCase(world, worker);
    expect(await tell(id)).toEqual({ watches: 14, runs: 3, sent: 14 });
  });

  it('cost a hundred more who look on no selection more, and one request more for all their tokens', async () => {
    const more = (count: number) =>
      someAtOnce(8, Array.from({ length: count }), () =>
        open(world.actor('STREET_STAFF'), LiveBoardDocument, { area: world.street }),
      );
    const tellOne = async () => {
      const { id } = await reportCase(world, world.actor('GRID_WORKER'));
      const [event] = await happened(id);
      world.meter.reset();
      const told = event && (await live.telling.tell(event));
      return { ...told, commands: world.meter.commands.length, trips: world.meter.waves };
    };
    await more(5);
    expect(await tellOne()).toEqual({ watches: 5, runs: 1, sent: 5, commands: 10, trips: 2 });
    await more(100);
    expect(await tellOne()).toEqual({ watches: 105, runs: 1, sent: 105, commands: 11, trips: 2 });
  });

  it('tell once what concerns somebody in two ways', async () => {
    const worker = world.actor('GRID_WORKER');
    const { connection } = await open(worker, MyWorkDocument);
    const { id } = await reportCase(world, worker);
    expect(await tell(id)).toEqual({ watches: 1, runs: 1, sent: 1 });
    await live.say(connection, { type: 'complete', id: '1' });
    await moveCase(world, worker, id, 'escalate');
    expect(await tell(id)).toMatchObject({ watches: 0 });
  });
});
