import {
  amend,
  drafted,
  errands,
  handled,
  mine,
  move,
  onBehalf,
  open,
  ORIGINALS,
  resident,
  shown,
} from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';

const DAY = 86_400_000;

describe('an application', () => {
  let world: World;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
  });

  it('is made for a resident who agreed, and both see the same', async () => {
    const { me, service } = await resident(world);
    const worker = world.actor('GRID_WORKER', undefined, '王芳');
    const input = onBehalf(world, service, me.id);
    expect((await open(world, worker, input)).state).toBe('DRAFT');
    const own = await shown(world, me, input.id);
    expect(own).toMatchObject({ channel: 'GRID_WORKER', consent: { way: 'SPOKEN', to: { name: '王芳' } } });
    expect(await shown(world, worker, input.id)).toEqual(own);
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    expect((await move(world, me, [input.id, 2], 'SUBMIT')).state).toBe('SUBMITTED');
    expect(await shown(world, world.actor('COMMUNITY_STAFF'), input.id)).toMatchObject({
      materials: [
        { code: 'MARRIAGE', seenBy: { name: '王芳' } },
        { seenBy: { name: '王芳' } },
        { seenBy: null },
      ],
    });
    expect(await mine(world, me)).toEqual([[input.id, 'SUBMITTED']]);
  });

  it('is decided by nobody who applied for it', async () => {
    const staff = world.actor('STREET_STAFF');
    const id = await drafted(world, staff);
    await amend(world, staff, { application: id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, staff, [id, 2], 'SUBMIT');
    await move(world, staff, [id, 3], 'ACCEPT');
    expect((await move(world, staff, [id, 4], 'APPROVE', { text: '准予。' })).codes).toEqual([
      'APPLICATION_OWN',
    ]);
    const other = world.actor('STREET_STAFF');
    expect((await move(world, other, [id, 4], 'APPROVE', { text: '准予。' })).state).toBe('READY');
  });

  it('that is refused can be appealed once, and the street decides', async () => {
    const { me, service } = await resident(world);
    const [counter, street] = [world.actor('COMMUNITY_STAFF'), world.actor('STREET_STAFF')];
    const input = onBehalf(world, service, me.id);
    const worker = world.actor('GRID_WORKER');
    await open(world, worker, input);
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    const at = (version: number) => [input.id, version] as const;
    await move(world, me, at(2), 'SUBMIT');
    await move(world, counter, at(3), 'ACCEPT');
    expect((await move(world, street, at(4), 'REFUSE', {})).codes).toEqual(['TEXT_REQUIRED']);
    await move(world, street, at(4), 'REFUSE', { text: '不符合条件。' });
    await move(world, me, at(5), 'APPEAL', { text: '材料齐全，请复核。' });
    expect((await move(world, counter, at(6), 'OVERTURN', { text: '好。' })).codes).toEqual([
      'APPLICATION_NOT_YOURS',
    ]);
    expect((await move(world, street, at(6), 'UPHOLD', { text: '维持。' })).codes).toEqual([
      'APPLICATION_REFUSED_BY_YOU',
    ]);
    const colleague = world.actor('STREET_STAFF');
    expect((await move(world, colleague, at(6), 'UPHOLD', { text: '维持。' })).state).toBe('REFUSED');
    expect((await move(world, me, at(7), 'APPEAL', { text: '再次申诉。' })).codes).toEqual([
      'APPLICATION_APPEALED',
    ]);
  });

  it('is returned with reasons, put right and submitted again; and withdrawn for good', async () => {
    const { me, service } = await resident(world);
    const input = onBehalf(world, service, me.id);
    const worker = world.actor('GRID_WORKER');
    await open(world, worker, input);
    const at = (version: number) => [input.id, version] as const;
    await amend(world, worker, { application: input.id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, me, at(2), 'SUBMIT');
    await move(world, world.actor('COMMUNITY_STAFF'), at(3), 'RETURN', { text: '配偶姓名有误。' });
    const answers = [{ code: 'SPOUSE', value: '欧阳建军' }];
    await amend(world, me, { application: input.id, expectedVersion: 4, answers, materials: [] });
    expect((await move(world, me, at(5), 'SUBMIT')).state).toBe('SUBMITTED');
    expect(await shown(world, me, input.id)).toMatchObject({
      answers: [{ code: 'SPOUSE', value: '欧阳建军' }],
    });
    expect((await move(world, me, at(6), 'WITHDRAW')).state).toBe('WITHDRAWN');
    expect((await move(world, me, at(7), 'SUBMIT')).codes).toEqual(['APPLICATION_MOVE']);
    expect(await handled(world, world.actor('COMMUNITY_STAFF'), 'SUBMITTED')).toEqual([]);
  });

  it('keeps the terms it was opened under, and its clock stands still while more is asked for', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = await drafted(world, worker);
    await amend(world, worker, { application: id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, worker, [id, 2], 'SUBMIT');
    const counter = world.actor('COMMUNITY_STAFF');
    await move(world, counter, [id, 3], 'ASK', { text: '请补照片。', materials: ['PHOTO'] });
    world.clock.advance(7 * DAY);
    await amend(world, worker, {
      application: id,
      expectedVersion: 4,
      materials: [{ code: 'PHOTO', seen: true }],
    });
    await move(world, worker, [id, 5], 'SUPPLY');
    expect(await shown(world, worker, id)).toMatchObject({
      state: 'SUBMITTED',
      dueAt: '2026-05-21T09:30:00.000Z',
    });
  });

  it('is listed for a part of its community, and for nobody else’s', async () => {
    const worker = world.actor('GRID_WORKER');
    const id = await drafted(world, worker);
    await amend(world, worker, { application: id, expectedVersion: 1, materials: ORIGINALS });
    await move(world, worker, [id, 2], 'SUBMIT');
    const counter = world.actor('COMMUNITY_STAFF');
    expect((await handled(world, counter, 'SUBMITTED', world.courtyard)).map((each) => each.id)).toEqual([
      id,
    ]);
    expect(await handled(world, counter, 'SUBMITTED', world.nextGrid)).toEqual([]);
    await expect(handled(world, counter, 'SUBMITTED', world.otherCommunity)).rejects.toThrow('NOT_FOUND');
    await expect(errands(world, worker, world.nextGrid)).rejects.toThrow('NOT_FOUND');
  });
});
