import { type Actor } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import {
  LogMonthDocument,
  LogOfWorkerDocument,
  LogsOfCommunityDocument,
  LogWeekDocument,
} from '../../generated/operations';
import { run } from '../../support/api';
import { linesOn, note, plan, workerOnRecord } from '../../support/logs';
import { makeWorld, type World } from '../../support/world';

describe('the logs of an area', () => {
  let world: World;
  let worker: Actor;
  let clerk: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    worker = await workerOnRecord(world);
    clerk = world.actor('COMMUNITY_STAFF');
  });
  const codes = (errors: readonly { extensions?: { code?: string } }[]) =>
    errors.map(({ extensions }) => extensions?.code);
  const list = async (area: string, actor = clerk, more: object = {}) => {
    const { data, errors } = await run(world, actor, LogsOfCommunityDocument, { area, ...more });
    return { connection: (data as typeof data | null)?.logsOfCommunity, codes: codes(errors) };
  };

  it('are read by grid, person and time, page by page, each once', async () => {
    const next = world.actor('GRID_WORKER', world.nextGrid, '赵敏');
    await note(world, next, { text: '二格' });
    for (const minute of [5, 1, 3])
      await note(world, worker, {
        text: `一格${String(minute)}`,
        at: `2026-05-12T01:0${String(minute)}:00Z`,
      });
    const texts: string[] = [];
    let after: string | undefined;
    do {
      const { connection } = await list(world.community, clerk, { first: 3, after });
      texts.push(...(connection?.edges ?? []).map(({ node }) => node.text));
      after =
        connection?.pageInfo.hasNextPage === true ? (connection.pageInfo.endCursor ?? undefined) : undefined;
    } while (after !== undefined);
    expect(texts).toEqual(['一格1', '一格3', '一格5', '二格']);
    const { connection: ofGrid } = await list(world.nextGrid);
    expect(ofGrid?.edges.map(({ node }) => node.by.name)).toEqual(['赵敏']);
    expect((await list(world.community, clerk, { date: '2026-05-11' })).connection?.edges).toEqual([]);
  });

  it('go on after each row also where many are of one second', async () => {
    await linesOn(world, worker, ['2026-05-12'], 30);
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const { connection } = await list(world.grid, clerk, { first: 7, after });
      ids.push(...(connection?.edges ?? []).map(({ node }) => node.id));
      after =
        connection?.pageInfo.hasNextPage === true ? (connection.pageInfo.endCursor ?? undefined) : undefined;
    } while (after !== undefined);
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
  });

  it('are for the supervisors of the area, and of no other', async () => {
    expect((await list(world.otherCommunity)).codes).toEqual(['NOT_FOUND']);
    expect((await list(world.community, world.actor('STREET_STAFF'))).codes).toEqual([]);
    expect((await list(world.street, world.actor('STREET_STAFF'))).codes).toEqual(['BAD_USER_INPUT']);
    expect((await list(world.grid, worker)).codes).toEqual(['FORBIDDEN']);
    const wrong = Buffer.from('elsewhere|a|b').toString('base64url');
    expect((await list(world.grid, clerk, { after: wrong })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('show a worker’s day, month and open plans as far as they lie in one’s area', async () => {
    await note(world, worker);
    await plan(world, worker);
    await linesOn(world, worker, ['2026-05-11'], 2);
    const ask = (actor: Actor, person = worker.id) =>
      run(world, actor, LogOfWorkerDocument, { person, date: '2026-05-12', month: '2026-05' });
    const { data } = await ask(clerk);
    expect(data).toMatchObject({
      workDay: { items: [{ kind: 'NEED' }], counts: [{ kind: 'NEED', count: 1 }] },
      workMonth: {
        counts: [
          { kind: 'RESIDENT_CHANGED', count: 2 },
          { kind: 'NEED', count: 1 },
        ],
      },
      openPlans: { edges: [{ node: { text: '代交医保材料' } }] },
    });
    const foreign = world.actor('COMMUNITY_STAFF', world.otherCommunity);
    expect(codes((await ask(foreign)).errors)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(codes((await ask(clerk, newId())).errors)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    const colleague = world.actor('GRID_WORKER');
    expect(codes((await ask(colleague)).errors)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('show of somebody who works in two communities what was done in one’s own', async () => {
    const both = {
      ...worker,
      appointments: [...worker.appointments, ...world.actor('GRID_WORKER', world.foreignGrid).appointments],
    };
    await note(world, both, { area: world.foreignGrid, text: '邻社区的事' });
    await note(world, both, { area: world.grid, text: '本社区的事' });
    const { data } = await run(world, clerk, LogOfWorkerDocument, { person: worker.id });
    expect(data.workDay?.items.map(({ text }) => text)).toEqual(['本社区的事']);
  });
});

describe('a week and a month', () => {
  it('are counted by day and kind from the log, and add up', async () => {
    const world = await makeWorld();
    const worker = world.actor('GRID_WORKER');
    await linesOn(world, worker, ['2026-05-01', '2026-05-11', '2026-05-31', '2026-06-01'], 3);
    await note(world, worker);
    const { data: week } = await run(world, worker, LogWeekDocument, { date: '2026-05-12' });
    expect(week.workWeek).toEqual({
      ...{ from: '2026-05-11', to: '2026-05-17' },
      days: [
        { date: '2026-05-11', counts: [{ kind: 'RESIDENT_CHANGED', count: 3 }] },
        { date: '2026-05-12', counts: [{ kind: 'NEED', count: 1 }] },
      ],
      counts: [
        { kind: 'RESIDENT_CHANGED', count: 3 },
        { kind: 'NEED', count: 1 },
      ],
    });
    const { data: month } = await run(world, worker, LogMonthDocument, {});
    expect(month.workMonth?.days.map(({ date }) => date)).toEqual([
      '2026-05-01',
      '2026-05-11',
      '2026-05-12',
      '2026-05-31',
    ]);
    expect(month.workMonth?.counts).toMatchObject([{ count: 9 }, { count: 1 }]);
    const { errors } = await run(world, worker, LogMonthDocument, { month: '2026-13' });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});
