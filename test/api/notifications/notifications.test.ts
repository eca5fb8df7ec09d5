import { type Actor, type Role } from '../../../src/auth/actor';
import { newId } from '../../../src/shared/ids';
import { CommentOnCaseDocument } from '../../generated/operations';
import { run } from '../../support/api';
import { makeMove, reportCase, slotInput } from '../../support/cases';
import {
  caseOf,
  dividedWorld,
  inspect,
  inspectionInput,
  officer,
  restaurant,
} from '../../support/inspections';
import { imageOf, inboxOf, markRead, notified } from '../../support/notifications';
import { appointed } from '../../support/staff';
import { makeWorld, type World } from '../../support/world';

describe('what somebody is notified of', () => {
  let world: World;
  let resident: Actor;
  beforeEach(async () => {
    world = await makeWorld();
    resident = world.actor('RESIDENT', undefined, '彭晓丽');
  });

  /** Somebody who is appointed, and not only acts. */
  const onDuty = async (role: Role, area: string, department?: string): Promise<Actor> => {
    const actor = world.actor(role);
    await appointed(world, { person: actor.id, role, area, department, workName: '在岗' });
    return actor;
  };
  const kindsOf = async (actor: Actor) => (await inboxOf(world, actor)).rows.map(({ kind }) => kind);
  const made = async (actor: Actor, id: string, move: Parameters<typeof makeMove>[3], more = {}) => {
    world.clock.advance(1_000);
    const { userErrors } = await makeMove(world, actor, id, move, more);
    expect(userErrors).toEqual([]);
    await notified(world, id);
  };
  const reported = async (actor: Actor) => {
    const { id } = await reportCase(world, actor, { urgency: 'NORMAL' });
    await notified(world, id);
    return id;
  };

  it('is each hop of a case that comes to them or comes back, never what they did themselves; the reporter hears how it ends', async () => {
    const worker = await onDuty('GRID_WORKER', world.grid);
    const community = await onDuty('COMMUNITY_STAFF', world.community);
    const id = await reported(resident);
    expect(await kindsOf(worker)).toEqual(['ASSIGNED']);
    await made(worker, id, 'ESCALATE');
    expect(await kindsOf(community)).toEqual(['ASSIGNED']);
    await made(community, id, 'RETURN');
    expect(await kindsOf(worker)).toEqual(['RETURNED', 'ASSIGNED']);
    await made(worker, id, 'SOLVE');
    expect(await kindsOf(resident)).toEqual(['DECIDED']);
    expect(await kindsOf(worker)).toEqual(['RETURNED', 'ASSIGNED']);
    const { rows } = await inboxOf(world, resident);
    expect(rows).toMatchObject([
      {
        text: 'It has been decided.',
        read: false,
        case: { id, state: 'CLOSED' },
        by: { role: 'GRID_WORKER' },
      },
    ]);
  });

  it('is that more time is asked for, to whoever dispatched it; the answer, and supervision, to the department', async () => {
    const street = await onDuty('STREET_STAFF', world.street);
    const office = await onDuty('DEPARTMENT_STAFF', world.street, world.office);
    const id = await reported(street);
    await made(street, id, 'DISPATCH', { department: world.office });
    await made(office, id, 'ACCEPT');
    const until = new Date(world.clock.now().getTime() + 20 * 86_400_000).toISOString();
    await made(office, id, 'ASK_EXTENSION', { until });
    expect(await kindsOf(street)).toEqual(['EXTENSION_ASKED']);
    await made(street, id, 'GRANT_EXTENSION');
    await made(street, id, 'SUPERVISE');
    expect(await kindsOf(office)).toEqual(['SUPERVISED', 'DECIDED', 'ASSIGNED']);
  });

  it('is that a department took on what lay with them, that it was reported back, and that somebody looked', async () => {
    await dividedWorld(world);
    const worker = await onDuty('GRID_WORKER', world.grid);
    const community = await onDuty('COMMUNITY_STAFF', world.community);
    const street = await onDuty('STREET_STAFF', world.street);
    const bureau = await onDuty('DEPARTMENT_STAFF', world.district, world.bureau);
    const own = { ...bureau, appointments: officer(world).appointments };
    const input = inspectionInput(world, await restaurant(world), ['ODOUR']);
    await inspect(world, worker, input);
    const id = caseOf(input, 'ODOUR');
    await made(worker, id, 'ESCALATE');
    await made(own, id, 'TAKE_ON');
    await made(own, id, 'REPORT_BACK', { evidence: [slotInput('AFTER')] });
    await made(worker, id, 'INSPECT', { conditionMet: true });
    expect(await kindsOf(worker)).toEqual(['REPORTED_BACK', 'TAKEN_ON']);
    expect(await kindsOf(community)).toEqual(['TAKEN_ON', 'ASSIGNED']);
    expect(await kindsOf(street)).toEqual(['CHECKED', 'ASSIGNED', 'TAKEN_ON']);
    expect(await kindsOf(own)).toEqual(['CHECKED']);
  });

  it('is how a case ends into which theirs was merged, told of the one that they reported', async () => {
    const street = await onDuty('STREET_STAFF', world.street);
    const lead = await reported(street);
    const twice = await reported(resident);
    await made(street, twice, 'TAKE_OVER');
    await made(street, twice, 'MERGE', { into: lead });
    const before = await kindsOf(resident);
    await made(street, lead, 'SOLVE');
    expect(await kindsOf(resident)).toEqual(['DECIDED', ...before]);
    const { rows } = await inboxOf(world, resident);
    expect(rows[0]).toMatchObject({ case: { id: twice, state: 'MERGED' } });
  });

  it('is a comment on a case that they have or reported; of an internal one its reporter hears nothing', async () => {
    const worker = await onDuty('GRID_WORKER', world.grid);
    const caseId = await reported(resident);
    const say = async (actor: Actor, internal: boolean) => {
      const input = { id: newId(), caseId, text: '说明', internal };
      await run(world, actor, CommentOnCaseDocument, { input });
      const after = {
        ...{ __edb_e__: 'case-comment', ...input, holder: world.grid, reporter: resident.id },
        ...{ by: { id: actor.id, name: '', role: 'GRID_WORKER' }, at: world.clock.now().toISOString() },
      };
      await world.services.notificationSending.observe([{ before: undefined, after }]);
    };
    await say(worker, true);
    await say(world.actor('STREET_STAFF'), true);
    expect(await kindsOf(resident)).toEqual([]);
    expect((await kindsOf(worker)).filter((kind) => kind === 'COMMENTED')).toHaveLength(1);
    await say(worker, false);
    expect(await kindsOf(resident)).toEqual(['COMMENTED']);
  });

  it('is told once, however often the stream tells it; what was read stays read, and is counted no more', async () => {
    const worker = await onDuty('GRID_WORKER', world.grid);
    const ids = [await reported(resident), await reported(resident), await reported(resident)];
    const before = await inboxOf(world, worker);
    expect(before).toMatchObject({ unread: 3 });
    const [first] = before.rows;
    expect(await markRead(world, worker, [first?.id ?? ''])).toEqual({ unread: 2, userErrors: [] });
    expect(await markRead(world, worker, [first?.id ?? ''])).toEqual({ unread: 2, userErrors: [] });
    for (const id of ids) await notified(world, id);
    const after = await inboxOf(world, worker);
    expect(after.rows.map(({ read }) => read)).toEqual([true, false, false]);
    expect(after.unread).toBe(2);
    const open = await inboxOf(world, worker, { unread: true, first: 1 });
    const rest = await inboxOf(world, worker, { unread: true, after: open.page?.endCursor });
    expect([...open.rows, ...rest.rows].map(({ id }) => id)).toEqual(after.rows.slice(1).map(({ id }) => id));
  });

  it('is each their own: nobody marks another’s, nor what is no notification', async () => {
    const worker = await onDuty('GRID_WORKER', world.grid);
    await reported(resident);
    const { rows } = await inboxOf(world, worker);
    await markRead(world, resident, [rows[0]?.id ?? '']);
    expect((await inboxOf(world, worker)).unread).toBe(1);
    expect((await markRead(world, worker, ['nonsense'])).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('shows nothing of a case that they may see no longer', async () => {
    const worker = await onDuty('GRID_WORKER', world.grid);
    await reported(resident);
    const elsewhere = { ...worker, appointments: world.actor('GRID_WORKER', world.foreignGrid).appointments };
    expect((await inboxOf(world, elsewhere)).rows).toMatchObject([{ kind: 'ASSIGNED', case: null }]);
  });

  it('goes to whoever is on duty that day, and to nobody whose term is over or has not begun', async () => {
    const [past, coming, now] = [
      world.actor('GRID_WORKER'),
      world.actor('GRID_WORKER'),
      world.actor('GRID_WORKER'),
    ];
    const post = { role: 'GRID_WORKER', area: world.grid } as const;
    await appointed(world, { ...post, person: past.id, from: '2026-01-01', to: '2026-03-31' });
    await appointed(world, { ...post, person: coming.id, from: '2026-06-01' });
    await appointed(world, { ...post, person: now.id, from: '2026-04-01', to: '2026-05-31' });
    const id = await reported(resident);
    expect([await kindsOf(past), await kindsOf(coming), await kindsOf(now)]).toEqual([[], [], ['ASSIGNED']]);
    expect((await imageOf(world, id)).version).toBe(1);
  });
});
