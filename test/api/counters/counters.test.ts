import { counterIn, counterInput, freeAt, put } from '../../support/counters';
import { run } from '../../support/api';
import { newId } from '../../../src/shared/ids';
import { CountersDocument } from '../../generated/operations';
import { makeMemoryWorld } from '../../support/memory-world';
import { publish } from '../../support/services';
import { type World } from '../../support/world';

describe('a counter', () => {
  let world: World;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
  });
  const names = async (variables: object) => {
    const { data } = await run(world, world.actor('RESIDENT'), CountersDocument, variables);
    return data.counters?.edges.map(({ node }) => node.name);
  };

  it('is put and changed by the staff of its area on the version they saw, and by nobody else', async () => {
    const staff = world.actor('COMMUNITY_STAFF');
    const input = counterInput(world, { services: [await publish(world)] });
    const { counter } = await put(world, staff, input);
    expect(counter).toMatchObject({ version: 1, phone: '028-84000000', offers: [{ name: '生育登记' }] });
    expect((await put(world, staff, input)).counter).toEqual(counter);
    const change = { ...input, id: newId(), expectedVersion: 1, name: '新名称' };
    expect((await put(world, staff, change)).counter).toMatchObject({ version: 2, name: '新名称' });
    expect((await put(world, staff, { ...change, id: newId() })).codes).toEqual(['CONFLICT']);
    expect((await put(world, staff, { ...input, name: '别的' })).codes).toEqual(['CONFLICT']);
    for (const actor of [
      world.actor('COMMUNITY_STAFF', world.otherCommunity),
      world.actor('STREET_STAFF'),
      world.actor('DISTRICT_STAFF'),
    ])
      expect((await put(world, actor, { ...change, id: newId(), expectedVersion: 2 })).codes).toEqual([
        'NOT_FOUND',
      ]);
    const other = world.actor('COMMUNITY_STAFF', world.otherCommunity);
    const stolen = { ...change, id: newId(), expectedVersion: 2, area: world.otherCommunity };
    expect((await put(world, other, stolen)).codes).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['an id that is none', { id: 'x' }, 'ID_INVALID'],
    ['a counter that is none', { counter: 'x' }, 'ID_INVALID'],
    ['a service of nowhere', { services: ['510108-NOTHING'] }, 'COUNTER_SERVICE'],
    ['a name of nothing', { name: '  ' }, 'TEXT_REQUIRED'],
    ['a person’s phone', { phone: '13800138000' }, 'COUNTER_PHONE'],
    ['a place that is not on earth', { point: { latitude: 91, longitude: 0 } }, 'BAD_USER_INPUT'],
    ['a version that is to come', { expectedVersion: 7 }, 'CONFLICT'],
  ])('is not put with %s', async (_what, more, code) => {
    const { codes } = await put(world, world.actor('COMMUNITY_STAFF'), counterInput(world, more));
    expect(codes).toEqual([code]);
  });

  it('is found from the community up, the lowest level first, or the nearest first', async () => {
    await counterIn(world, { area: world.district, name: '区' });
    await counterIn(world, { area: world.street, name: '街道', point: null });
    await counterIn(world, { name: '社区', point: { ...world.foreignPoint, datum: 'WGS84' } });
    await counterIn(world, { area: world.otherCommunity, name: '邻社区' });
    expect(await names({})).toEqual(['社区', '街道', '区']);
    expect(await names({ near: { ...world.point, datum: 'WGS84' } })).toEqual(['区', '社区', '街道']);
    expect(await names({ area: world.street })).toEqual(
      expect.arrayContaining(['邻社区', '社区', '街道', '区']),
    );
    expect(await names({ first: 1 })).toEqual(['社区']);
  });

  it('has free places for the days that can be booked, and no answer for others', async () => {
    const counter = await counterIn(world);
    const { free } = await freeAt(world, counter, '2026-05-12', 14);
    // What has begun by half past ten is left out, and what begins then; nine whole days of twelve slots follow.
    expect(free.size).toBe(8 + 9 * 12);
    for (const [from, days] of [
      ['2026-05-11', 1],
      ['2026-05-26', 1],
      ['2026-05-12', 15],
      ['2026-05-12', 0],
    ] as const)
      expect((await freeAt(world, counter, from, days)).codes).toEqual(['BAD_USER_INPUT']);
  });
});
