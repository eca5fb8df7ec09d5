import {
  CasePageDocument,
  type CaseState,
  InboxDocument,
  MyReportsDocument,
  WorkerDayDocument,
} from '../../generated/operations';
import { newId } from '../../../src/shared/ids';
import { run } from '../../support/api';
import { casePage, makeMove, moveCase, reportCase } from '../../support/cases';
import { listed } from '../../support/lists';
import { makeWorld, type World } from '../../support/world';

describe('reading cases', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });

  const inboxOf = async (actor: ReturnType<World['actor']>, variables: object = {}) => {
    const { data, errors } = await run(world, actor, InboxDocument, variables);
    return { rows: data.inbox?.edges.map(({ node }) => node) ?? [], page: data.inbox?.pageInfo, errors };
  };

  it('orders an inbox by urgency and then by age', async () => {
    const worker = world.actor('GRID_WORKER');
    const order: string[] = [];
    for (const urgency of ['NORMAL', 'EMERGENCY', 'URGENT', 'NORMAL', 'EMERGENCY'] as const) {
      world.clock.advance(60_000);
      const { id } = await reportCase(world, worker, { urgency });
      order.push(id);
    }
    const { rows } = await inboxOf(worker);
    expect(rows.map(({ id }) => id)).toEqual([order[1], order[4], order[2], order[0], order[3]]);
  });

  it('puts what is due first before what was reported first', async () => {
    const worker = world.actor('GRID_WORKER');
    const early = await reportCase(world, worker, { urgency: 'URGENT' });
    world.clock.advance(3_600_000);
    const late = await reportCase(world, worker, { urgency: 'URGENT' });
    const { rows } = await inboxOf(worker);
    expect(rows.map(({ id }) => id)).toEqual([early.id, late.id]);
    // Four hours each, day and night.
    expect(rows.map(({ clock }) => clock?.dueAt)).toEqual([
      '2026-05-12T06:30:00.000Z',
      '2026-05-12T07:30:00.000Z',
    ]);
  });

  it('shows of an inbox only what is within its limit, near it, or over, page by page', async () => {
    const worker = world.actor('GRID_WORKER');
    const made: Record<string, string[]> = { OVER: [], NEAR: [], WITHIN: [] };
    // What is urgent has four hours, an emergency one; each minute is one since the report before.
    for (const [minutes, kind, urgency] of [
      [0, 'OVER', 'URGENT'],
      [102, 'NEAR', 'URGENT'],
      [108, 'OVER', 'EMERGENCY'],
      [30, 'WITHIN', 'URGENT'],
      [10, 'NEAR', 'EMERGENCY'],
      [50, 'WITHIN', 'EMERGENCY'],
      [0, 'WITHIN', 'NORMAL'],
    ] as const) {
      world.clock.advance(minutes * 60_000);
      made[kind]?.push((await reportCase(world, worker, { urgency })).id);
    }
    const found: Record<string, string[]> = {};
    for (const punctuality of ['OVER', 'NEAR', 'WITHIN'] as const) {
      const seen: string[] = [];
      for (let after: string | undefined, more = true; more;) {
        const { rows, page } = await inboxOf(worker, { punctuality, first: 1, after });
        expect(rows.every(({ clock }) => clock?.punctuality === punctuality)).toBe(true);
        seen.push(...rows.map(({ id }) => id));
        [after, more] = [page?.endCursor ?? undefined, page?.hasNextPage === true];
      }
      found[punctuality] = seen.sort();
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(made).map(([kind, ids]) => [kind, ids.sort()])));
  });

  it('shows of an inbox only what is in some states, page by page: to be taken on, or in the pool of problems', async () => {
    const street = world.actor('STREET_STAFF');
    const ids: string[] = [];
    for (let count = 0; count < 6; count += 1) ids.push((await reportCase(world, street)).id);
    for (const id of ids.slice(2)) await makeMove(world, street, id, 'FILE');
    for (const id of ids.slice(4)) await makeMove(world, street, id, 'SUSPEND');
    const inState = async (...states: CaseState[]) => {
      const { rows, page } = await inboxOf(street, { states, first: 1 });
      const rest = await inboxOf(street, { states, after: page?.endCursor });
      return [...rows, ...rest.rows].map(({ id }) => id).sort();
    };
    expect(await inState('REPORTED')).toEqual(ids.slice(0, 2).sort());
    expect(await inState('SUSPENDED')).toEqual(ids.slice(4).sort());
    expect(await inState('REPORTED', 'FILED')).toEqual(ids.slice(0, 4).sort());
    expect((await inboxOf(street, { states: ['SUSPENDED'], punctuality: 'WITHIN' })).rows).toEqual([]);
    expect((await inboxOf(street, { states: ['FILED'], punctuality: 'WITHIN' })).rows).toHaveLength(2);
  });

  it('pages through an inbox without a gap or a repeat', async () => {
    const worker = world.actor('GRID_WORKER');
    const reported = await Promise.all(Array.from({ length: 7 }, () => reportCase(world, worker)));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { rows, page } = await inboxOf(worker, { first: 3, after });
      expect(rows.length).toBeLessThanOrEqual(3);
      seen.push(...rows.map(({ id }) => id));
      after = page?.hasNextPage === true ? (page.endCursor ?? undefined) : undefined;
    } while (after !== undefined);
    expect(new Set(seen)).toEqual(new Set(reported.map(({ id }) => id)));
    expect(seen).toHaveLength(7);
  });

  it('says that rows follow only when some do', async () => {
    const worker = world.actor('GRID_WORKER');
    for (let count = 0; count < 3; count += 1) await reportCase(world, worker);
    expect((await inboxOf(worker, { first: 2 })).page).toMatchObject({ hasNextPage: true });
    expect((await inboxOf(worker, { first: 3 })).page).toMatchObject({ hasNextPage: false });
  });

  it('moves a case from one inbox to the next and takes a closed one out of all', async () => {
    const worker = world.actor('GRID_WORKER');
    const staff = world.actor('COMMUNITY_STAFF');
    const { id } = await reportCase(world, worker);
    await moveCase(world, worker, id, 'escalate');
    expect((await inboxOf(worker)).rows).toEqual([]);
    expect((await inboxOf(staff)).rows).toMatchObject([{ id }]);
  });

  it.each([0, 101, -1])('refuses a page of %i rows', async (first) => {
    const { errors } = await inboxOf(world.actor('GRID_WORKER'), { first });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('refuses a cursor that is not one of ours', async () => {
    const { errors } = await inboxOf(world.actor('GRID_WORKER'), { after: '\u0000nonsense' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('does not show the inbox of somebody else', async () => {
    const { errors } = await inboxOf(world.actor('GRID_WORKER'), { holder: world.nextGrid });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('shows residents what they reported, newest first, and nobody else’s', async () => {
    const resident = world.actor('RESIDENT');
    const other = await reportCase(world, world.actor('RESIDENT'));
    const first = await reportCase(world, resident);
    world.clock.advance(1000);
    const second = await reportCase(world, resident);
    await listed(world, [other.id, first.id, second.id]);
    const { data } = await run(world, resident, MyReportsDocument, {});
    expect(data.reportedCases.edges.map(({ node }) => node.id)).toEqual([second.id, first.id]);
  });

  it('pages through one’s own reports', async () => {
    const resident = world.actor('RESIDENT');
    for (let count = 0; count < 3; count += 1) {
      world.clock.advance(1000);
      await listed(world, [(await reportCase(world, resident)).id]);
    }
    const one = (await run(world, resident, MyReportsDocument, { first: 2 })).data.reportedCases;
    const two = (
      await run(world, resident, MyReportsDocument, { first: 2, after: one.pageInfo.endCursor ?? '' })
    ).data;
    expect(one.edges).toHaveLength(2);
    expect(two.reportedCases.edges).toHaveLength(1);
  });

  it('shows the worker’s day in one answer', async () => {
    const worker = world.actor('GRID_WORKER');
    const { id } = await reportCase(world, worker);
    await listed(world, [id]);
    const { data, errors } = await run(world, worker, WorkerDayDocument, {});
    expect(errors).toEqual([]);
    expect(data.inbox?.edges).toMatchObject([{ node: { id, category: { name: 'Dangerous goods' } } }]);
    expect(data.reportedCases.edges).toMatchObject([{ node: { id, holder: { level: 'GRID' } } }]);
    expect(data.households?.edges).toEqual([]);
  });

  it('answers NOT_FOUND for a case that is unknown, malformed or not the caller’s to see', async () => {
    const { id } = await reportCase(world, world.actor('GRID_WORKER'));
    const stranger = world.actor('GRID_WORKER', world.foreignGrid);
    for (const [actor, wanted] of [
      [world.actor('GRID_WORKER'), newId()],
      [stranger, id],
      [stranger, 'x'],
    ] as const) {
      const { data, errors } = await run(world, actor, CasePageDocument, { id: wanted });
      expect(data.case).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
  });

  it('shows a department a case from its dispatch on, also after it went back', async () => {
    const { id } = await reportCase(world, world.actor('STREET_STAFF'));
    const office = world.actor('DEPARTMENT_STAFF');
    const before = await run(world, office, CasePageDocument, { id });
    expect(before.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await moveCase(world, world.actor('STREET_STAFF'), id, 'dispatch');
    await moveCase(world, office, id, 'accept');
    await moveCase(world, office, id, 'reportBack');
    expect((await casePage(world, office, id)).state).toBe('HANDLED');
  });
});
