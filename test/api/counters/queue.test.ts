import fc from 'fast-check';
import { newId } from '../../../src/shared/ids';
import {
  board,
  booked,
  callNext,
  counterIn,
  myBookings,
  queueOf,
  take,
  ticketMove,
  todayAt,
  tomorrowAt,
} from '../../support/counters';
import { offeredIn } from '../../support/applications';
import { makeMemoryWorld } from '../../support/memory-world';
import { makeWorld, type World } from '../../support/world';

const MINUTE = 60_000;

describe('the queue of a counter', () => {
  let world: World;
  let counter: string;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
    counter = await counterIn(world);
  });
  const staff = () => world.actor('COMMUNITY_STAFF');

  it('gives numbers from 1 on, calls them to windows, and begins again the next day', async () => {
    const service = await offeredIn(world);
    const offering = await counterIn(world, { services: [service] });
    for (const number of [1, 2, 3])
      expect((await take(world, staff(), offering, { service })).ticket).toMatchObject({
        ...{ number, state: 'WAITING', serviceName: '生育登记', maskedName: null },
      });
    expect((await take(world, staff(), offering, { service: 'x' })).codes).toEqual(['BOOKING_SERVICE']);
    const called = await callNext(world, staff(), offering, 2);
    expect(called.ticket).toMatchObject({ number: 1, state: 'CALLED', window: 2 });
    expect((await callNext(world, staff(), offering, 2)).codes).toEqual(['WINDOW_BUSY']);
    expect((await callNext(world, staff(), offering, 4)).codes).toEqual(['WINDOW_UNKNOWN']);
    const done = await ticketMove(world, staff(), offering, 'FINISH', 1);
    expect(done.ticket).toMatchObject({ state: 'DONE' });
    expect((await ticketMove(world, staff(), offering, 'FINISH', 1)).codes).toEqual(['TICKET_MOVE']);
    world.clock.advance(24 * 60 * MINUTE);
    expect((await take(world, staff(), offering)).ticket?.number).toBe(1);
  });

  it('takes whoever booked from half an hour before on, by themselves or the staff, and shows them by a masked name', async () => {
    const { me, booking } = await booked(world, counter, todayAt('11:30'));
    expect((await take(world, me, counter, { booking })).codes).toEqual(['QUEUE_NOT_NOW']);
    expect((await take(world, me, counter)).codes).toEqual(['NOT_FOUND']);
    world.clock.advance(31 * MINUTE);
    const other = await counterIn(world);
    expect((await take(world, me, other, { booking })).codes).toEqual(['NOT_FOUND']);
    const id = newId();
    const { ticket } = await take(world, me, counter, { booking, id });
    expect(ticket).toMatchObject({ number: 1, maskedName: '测**', serviceName: '生育登记' });
    expect((await take(world, me, counter, { booking, id })).ticket).toEqual(ticket);
    expect((await take(world, staff(), counter, { booking })).codes).toEqual(['BOOKING_NOT_OPEN']);
    expect(await myBookings(world, me)).toEqual([[booking, 'ARRIVED']]);
    const seen = await board(world, me, counter);
    expect(seen.board).toMatchObject({
      waiting: [{ number: 1, before: 0 }],
      mine: { number: 1, minutes: 0 },
    });
    expect(JSON.stringify(seen)).not.toContain('测');
    const late = await booked(world, counter, tomorrowAt('09:00'));
    world.clock.advance(24 * 60 * MINUTE);
    expect((await take(world, late.me, counter, { booking: late.booking })).codes).toEqual(['QUEUE_NOT_NOW']);
  });

  it('calls whoever booked in their time before walk-ins', async () => {
    await take(world, staff(), counter);
    const { me, booking } = await booked(world, counter, todayAt('11:00'));
    world.clock.advance(10 * MINUTE);
    await take(world, me, counter, { booking });
    // They are early: who came first is first.
    expect((await board(world, me, counter)).board?.mine).toMatchObject({
      number: 2,
      before: 1,
      minutes: 10,
    });
    world.clock.advance(20 * MINUTE);
    expect((await board(world, me, counter)).board?.mine).toMatchObject({ number: 2, before: 0 });
    expect((await callNext(world, staff(), counter)).ticket?.number).toBe(2);
    const { queue } = await queueOf(world, staff(), counter);
    expect(queue).toMatchObject({ waiting: [{ number: 1 }], called: [{ number: 2, window: 1 }], absent: [] });
  });

  it('lets whoever was absent come back twice, and no more', async () => {
    await take(world, staff(), counter);
    for (const state of ['ABSENT', 'ABSENT', 'GONE'] as const) {
      expect((await callNext(world, staff(), counter)).ticket?.number).toBe(1);
      expect((await ticketMove(world, staff(), counter, 'ABSENT', 1)).ticket?.state).toBe(state);
      const back = await ticketMove(world, staff(), counter, 'BACK', 1);
      expect(back.codes).toEqual(state === 'GONE' ? ['TICKET_MOVE'] : []);
    }
    expect((await callNext(world, staff(), counter)).codes).toEqual(['QUEUE_EMPTY']);
  });

  it('answers every request that is sent again as it did before, and no other by its id', async () => {
    const ids = Array.from({ length: 5 }, () => newId());
    const clerk = staff();
    const all = async () => [
      await take(world, clerk, counter, { id: ids[0]! }),
      await callNext(world, clerk, counter, 1, ids[1]),
      await ticketMove(world, clerk, counter, 'ABSENT', 1, ids[2]),
      await ticketMove(world, clerk, counter, 'BACK', 1, ids[3]),
      await callNext(world, clerk, counter, 1, ids[4]),
    ];
    const first = await all();
    expect(first.flatMap(({ codes }) => codes)).toEqual([]);
    expect(await all()).toEqual(first);
    expect((await callNext(world, clerk, counter, 2, ids[1])).codes).toEqual(['CONFLICT']);
    expect((await callNext(world, staff(), counter, 1, ids[1])).codes).toEqual(['CONFLICT']);
    expect((await ticketMove(world, clerk, counter, 'FINISH', 1, ids[2])).codes).toEqual(['CONFLICT']);
  });

  it('is nobody’s but its staff’s to serve, and shows others no more than its board', async () => {
    await take(world, staff(), counter);
    const others = [
      world.actor('COMMUNITY_STAFF', world.otherCommunity),
      world.actor('STREET_STAFF'),
      world.actor('DISTRICT_STAFF'),
    ];
    for (const actor of others) {
      expect((await queueOf(world, actor, counter)).codes).toEqual(['NOT_FOUND']);
      expect((await callNext(world, actor, counter)).codes).toEqual(['NOT_FOUND']);
      expect((await take(world, actor, counter)).codes).toEqual(['NOT_FOUND']);
      expect((await ticketMove(world, actor, counter, 'FINISH', 1)).codes).toEqual(['NOT_FOUND']);
      expect((await board(world, actor, counter)).board?.waiting).toHaveLength(1);
    }
    for (const role of ['RESIDENT', 'GRID_WORKER', 'ADMINISTRATOR', 'SENSOR'] as const) {
      expect((await queueOf(world, world.actor(role), counter)).codes).toEqual(['FORBIDDEN']);
      expect((await callNext(world, world.actor(role), counter)).codes).toEqual(['FORBIDDEN']);
    }
  });

  it.each([
    ['an id that is none', 'x', 1, 'ID_INVALID'],
    ['a number that nobody has', undefined, 99, 'TICKET_MOVE'],
    ['a number below all', undefined, -1, 'TICKET_MOVE'],
    ['a number that waits', undefined, 1, 'TICKET_MOVE'],
  ])('moves nothing by %s', async (_what, id, number, code) => {
    await take(world, staff(), counter);
    for (const move of ['FINISH', 'ABSENT', 'BACK'] as const)
      expect((await ticketMove(world, staff(), counter, move, number, id ?? newId())).codes).toEqual([code]);
    expect((await callNext(world, staff(), counter, 0)).codes).toEqual(['WINDOW_UNKNOWN']);
    expect((await callNext(world, staff(), counter, -1, newId())).codes).toEqual(['WINDOW_UNKNOWN']);
    expect((await callNext(world, staff(), 'x')).codes).toEqual(['NOT_FOUND']);
    expect((await take(world, staff(), counter, { id: '' })).codes).toEqual(['ID_INVALID']);
    expect((await take(world, staff(), counter, { booking: '../x' })).codes).toEqual(['NOT_FOUND']);
  });

  it('has no gap and no double and serves nobody twice, whatever is done at three windows at once', async () => {
    const step = fc.constantFrom('TAKE', 'TAKE', 'CALL', 'CALL', 'FINISH', 'ABSENT', 'BACK');
    const round = fc.array(fc.tuple(step, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { maxLength: 5 }), async (rounds) => {
        const here = await counterIn(world);
        const clerk = staff();
        const taken: number[] = [];
        for (const each of rounds) {
          const calls: (readonly [number, number])[] = [];
          await Promise.all(
            each.map(async ([what, window]) => {
              if (what === 'TAKE') taken.push((await take(world, clerk, here)).ticket?.number ?? -1);
              else if (what === 'CALL') {
                const { ticket } = await callNext(world, clerk, here, window);
                if (ticket) calls.push([ticket.number, ticket.window ?? -1]);
              } else await ticketMove(world, clerk, here, what, window);
            }),
          );
          expect(new Set(calls.map(([number]) => number)).size).toBe(calls.length);
          const { queue } = await queueOf(world, clerk, here);
          const windows = (queue?.called ?? []).map(({ window }) => window);
          expect(new Set(windows).size).toBe(windows.length);
        }
        expect([...taken].sort((a, b) => a - b)).toEqual(taken.map((_each, at) => at + 1));
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

it('calls nobody to two windows when three windows call at once, also on a real table', async () => {
  const world = await makeWorld();
  const counter = await counterIn(world);
  const clerk = world.actor('COMMUNITY_STAFF');
  const taken = await Promise.all(Array.from({ length: 6 }, () => take(world, clerk, counter)));
  expect(taken.map(({ ticket }) => ticket?.number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  // Each is sent twice at once.
  const calls = await Promise.all(
    [1, 2, 3].flatMap((window) => {
      const id = newId();
      return [callNext(world, clerk, counter, window, id), callNext(world, clerk, counter, window, id)];
    }),
  );
  expect(calls.map(({ ticket }) => ticket?.number).sort()).toEqual([1, 1, 2, 2, 3, 3]);
}, 60_000);
