import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor, type Role } from '../../../src/auth/actor';
import { type Image } from '../../../src/data/table-change';
import { type APPLICATION_MOVES } from '../../../src/modules/applications/application.machine';
import { MyNotificationsDocument } from '../../generated/operations';
import { run } from '../../support/api';
import {
  amend,
  move,
  onBehalf,
  open,
  ORIGINALS,
  resident,
  stepped,
  submitted,
} from '../../support/applications';
import { officer } from '../../support/inspections';
import { inboxOf } from '../../support/notifications';
import { appointed } from '../../support/staff';
import { makeWorld, type World } from '../../support/world';

describe('what somebody is notified of an application', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });

  const onDuty = async (role: Role, area: string, department?: string): Promise<Actor> => {
    const actor = { ...world.actor(role), ...(department !== undefined && officer(world)) };
    await appointed(world, { person: actor.id, role, area, department, workName: '在岗' });
    return actor;
  };
  const imageOf = async (id: string): Promise<Image> => {
    const { table } = world.foundation;
    const Key = { pk: `APPLICATION#${id}`, sk: 'APPLICATION' };
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
    return Item!;
  };
  /** Tells of what became of it, as the stream does, and again, and late what was before. */
  const told = async (id: string, before?: Image) => {
    const after = await imageOf(id);
    const change = { before, after };
    for (let time = 0; time < 2; time += 1) await world.services.notificationSending.observe([change]);
    return after;
  };
  const kindsOf = async (actor: Actor) => (await inboxOf(world, actor)).rows.map(({ kind }) => kind);

  it('is, for the department that does a step, that it has it, that what it asked for has come, and that somebody appeals', async () => {
    const bureau = await onDuty('DEPARTMENT_STAFF', world.district, world.bureau);
    const [counter, street] = [world.actor('COMMUNITY_STAFF'), await onDuty('STREET_STAFF', world.street)];
    const worker = world.actor('GRID_WORKER');
    const id = await submitted(world, worker, await stepped(world, world.bureau));
    let version = 3;
    let image = await imageOf(id);
    const made = async (actor: Actor, name: keyof typeof APPLICATION_MOVES, more = {}) => {
      world.clock.advance(1_000);
      expect((await move(world, actor, [id, version], name, more)).codes).toEqual([]);
      version += 1;
      image = await told(id, image);
    };
    await made(counter, 'ACCEPT');
    expect(await kindsOf(bureau)).toEqual([]);
    await made(street, 'FINISH_STEP');
    expect(await kindsOf(bureau)).toEqual(['APPLICATION_ARRIVED']);
    await made(bureau, 'ASK', { text: '请补照片。', materials: ['PHOTO'] });
    const materials = [{ code: 'PHOTO', seen: true }];
    await amend(world, worker, { application: id, expectedVersion: version, materials });
    version += 1;
    image = await told(id, image);
    await made(worker, 'SUPPLY');
    expect(await kindsOf(bureau)).toHaveLength(2);
    await made(bureau, 'REFUSE', { text: '不符。' });
    await made(worker, 'APPEAL', { text: '请复核。' });
    expect(await kindsOf(bureau)).toHaveLength(3);
    expect(await kindsOf(street)).toEqual(['APPLICATION_ARRIVED']);
  });

  it('is each hop of its life, to whoever has to act and to both who applied, once; and never what they did themselves', async () => {
    const [worker, counter, street] = [
      await onDuty('GRID_WORKER', world.grid),
      await onDuty('COMMUNITY_STAFF', world.community),
      await onDuty('STREET_STAFF', world.street),
    ];
    const { me, service } = await resident(world);
    const { id, ...input } = onBehalf(world, service, me.id);
    expect((await open(world, worker, { id, ...input })).codes).toEqual([]);
    let version = 1;
    let image = await told(id);
    const made = async (actor: Actor, name: keyof typeof APPLICATION_MOVES, more = {}) => {
      world.clock.advance(1_000);
      expect((await move(world, actor, [id, version], name, more)).codes).toEqual([]);
      version += 1;
      image = await told(id, image);
    };
    await amend(world, worker, { application: id, expectedVersion: version, materials: ORIGINALS });
    version += 1;
    image = await told(id, image);
    const nobody = await Promise.all([me, worker, counter, street].map(kindsOf));
    expect(nobody).toEqual([[], [], [], []]);

    await made(worker, 'SUBMIT');
    expect(await kindsOf(counter)).toEqual(['APPLICATION_ARRIVED']);
    await made(counter, 'ASK', { text: '请补充户口簿。', materials: ['HOUSEHOLD_BOOK'] });
    expect([await kindsOf(me), await kindsOf(worker)]).toEqual([
      ['APPLICATION_ASKED'],
      ['APPLICATION_ASKED'],
    ]);
    const again = ORIGINALS.filter(({ code }) => code === 'HOUSEHOLD_BOOK');
    await amend(world, worker, { application: id, expectedVersion: version, materials: again });
    version += 1;
    await made(me, 'SUPPLY');
    await made(counter, 'ACCEPT');
    // The next step is the street's.
    expect(await kindsOf(street)).toEqual(['APPLICATION_ARRIVED']);
    await made(street, 'REFUSE', { text: '不符合条件。' });
    await made(me, 'APPEAL', { text: '请复核。' });
    expect(await kindsOf(street)).toEqual(['APPLICATION_ARRIVED', 'APPLICATION_ARRIVED']);
    await made(world.actor('STREET_STAFF'), 'OVERTURN', { text: '准予登记。' });
    expect(await kindsOf(worker)).toEqual(
      expect.arrayContaining(['APPLICATION_TO_BRING', 'APPLICATION_DECIDED', 'APPLICATION_DECIDED']),
    );
    await made(worker, 'BRING');
    expect(await kindsOf(me)).toEqual([
      ...['APPLICATION_DECIDED', 'APPLICATION_DECIDED', 'APPLICATION_ACCEPTED', 'APPLICATION_ASKED'],
    ]);
    expect(await kindsOf(counter)).toEqual(['APPLICATION_ARRIVED', 'APPLICATION_ARRIVED']);

    // The whole history told at once, as after a replay, tells nobody anything again.
    await world.services.notificationSending.observe([{ before: undefined, after: image }]);
    expect(await kindsOf(me)).toHaveLength(4);
    const { data } = await run(world, me, MyNotificationsDocument, { first: 1 }, 'zh');
    expect(data.notifications?.edges[0]?.node).toMatchObject({
      ...{
        kind: 'APPLICATION_DECIDED',
        text: '办件有了结果',
        about: { type: 'APPLICATION', id },
        case: null,
        read: false,
      },
    });
    expect(data.unreadNotificationCount).toBe(4);
  });
});
