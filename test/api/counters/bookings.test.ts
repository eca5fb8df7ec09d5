import fc from 'fast-check';
import { newId } from '../../../src/shared/ids';
import { applicationInput, offeredIn, open } from '../../support/applications';
import {
  book,
  booked,
  bookingInput,
  cancel,
  counterIn,
  freeAt,
  moveBooking,
  myBookings,
  todayAt,
  tomorrowAt,
  visitor,
} from '../../support/counters';
import { makeMemoryWorld } from '../../support/memory-world';
import { makeWorld, type World } from '../../support/world';

const NINE = tomorrowAt('09:00');

describe('a booking at a counter', () => {
  let world: World;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
  });

  it('takes a place, which is free again once it is cancelled, and another once it is moved', async () => {
    const counter = await counterIn(world);
    const free = async (start: string) => (await freeAt(world, counter, '2026-05-13')).free.get(start);
    expect(await free(NINE)).toBe(2);
    const { me, booking } = await booked(world, counter);
    await booked(world, counter);
    expect(await free(NINE)).toBe(0);
    const third = await book(world, await visitor(world), await bookingInput(world, counter));
    expect(third.codes).toEqual(['SLOT_FULL']);
    const moved = await moveBooking(world, me, [booking, 1], tomorrowAt('10:00'));
    expect(moved.booking).toMatchObject({ version: 2, start: tomorrowAt('10:00'), state: 'BOOKED' });
    expect([await free(NINE), await free(tomorrowAt('10:00'))]).toEqual([1, 1]);
    const over = await cancel(world, me, [booking, 2]);
    expect(over.booking).toMatchObject({ version: 3, state: 'CANCELLED' });
    expect([await free(NINE), await free(tomorrowAt('10:00'))]).toEqual([1, 2]);
    expect(await myBookings(world, me)).toEqual([[booking, 'CANCELLED']]);
    expect((await cancel(world, me, [booking, 3])).codes).toEqual(['BOOKING_NOT_OPEN']);
  });

  it('is answered the same when it is sent again, moved again or cancelled again, and takes no second place', async () => {
    const counter = await counterIn(world);
    const me = await visitor(world);
    const input = await bookingInput(world, counter);
    const first = await book(world, me, input);
    expect(await book(world, me, input)).toEqual(first);
    expect((await book(world, me, { ...input, start: tomorrowAt('09:30') })).codes).toEqual(['CONFLICT']);
    expect((await book(world, await visitor(world), input)).codes).toEqual(['CONFLICT']);
    expect((await freeAt(world, counter, '2026-05-13')).free.get(NINE)).toBe(1);
    const [moving, ending] = [newId(), newId()];
    const moved = await moveBooking(world, me, [input.id, 1], tomorrowAt('10:00'), moving);
    expect(await moveBooking(world, me, [input.id, 1], tomorrowAt('10:00'), moving)).toEqual(moved);
    expect((await moveBooking(world, me, [input.id, 1], tomorrowAt('11:00'))).codes).toEqual(['CONFLICT']);
    const over = await cancel(world, me, [input.id, 2], ending);
    expect(await cancel(world, me, [input.id, 2], ending)).toEqual(over);
    expect((await freeAt(world, counter, '2026-05-13')).free.get(tomorrowAt('10:00'))).toBe(2);
  });

  it('is made within 14 days, for a slot that there is and that has not begun, three at a time and none beside another', async () => {
    const counter = await counterIn(world);
    const me = await visitor(world);
    const at = async (start: string) =>
      (await book(world, me, await bookingInput(world, counter, { start }))).codes;
    expect(await at(todayAt('10:00'))).toEqual(['SLOT_PAST']);
    expect(await at('2026-05-26T01:00:00Z')).toEqual(['SLOT_TOO_FAR']);
    expect(await at('2026-05-16T01:00:00Z')).toEqual(['SLOT_UNKNOWN']);
    expect(await at(tomorrowAt('09:10'))).toEqual(['SLOT_UNKNOWN']);
    expect(await at('2026-05-25T01:00:00Z')).toEqual([]);
    expect(await at('2026-05-25T01:00:00Z')).toEqual(['BOOKING_OVERLAPS']);
    expect([await at(NINE), await at(tomorrowAt('09:30'))]).toEqual([[], []]);
    expect(await at(tomorrowAt('11:00'))).toEqual(['BOOKING_TOO_MANY']);
    // What nobody came for counts no more half an hour after.
    world.clock.advance(24 * 3_600_000);
    expect(await at('2026-05-14T01:00:00Z')).toEqual([]);
  });

  it('is about a service that the counter offers, or an application of who comes', async () => {
    const service = await offeredIn(world);
    const counter = await counterIn(world, { services: [service] });
    const me = await visitor(world);
    const with_ = async (more: object) =>
      (await book(world, me, await bookingInput(world, counter, { service: null, ...more }))).codes;
    expect(await with_({})).toEqual(['BOOKING_SERVICE']);
    expect(await with_({ service: `${world.district}-NOTHING` })).toEqual(['BOOKING_SERVICE']);
    expect(await with_({ service: '<script>' })).toEqual(['BOOKING_SERVICE']);
    const input = applicationInput(service);
    await open(world, me, input);
    expect(await with_({ service, application: input.id })).toEqual(['BOOKING_SERVICE']);
    expect(await with_({ application: newId() })).toEqual(['NOT_FOUND']);
    const other = await visitor(world);
    const foreign = await bookingInput(world, counter, { service: null, application: input.id });
    expect((await book(world, other, foreign)).codes).toEqual(['NOT_FOUND']);
    expect(await with_({ application: input.id })).toEqual([]);
  });

  it('is made for others by who may, with their consent, and is seen and changed by who has to do with it', async () => {
    const counter = await counterIn(world);
    const me = await visitor(world);
    const worker = world.actor('GRID_WORKER');
    const consent = { way: 'SPOKEN', at: world.clock.now().toISOString() } as const;
    const input = await bookingInput(world, counter, { resident: me.id, consent });
    expect((await book(world, worker, { ...input, consent: null })).codes).toEqual(['CONSENT_INVALID']);
    expect((await book(world, world.actor('GRID_WORKER', world.nextGrid), input)).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await book(world, await visitor(world), input)).codes).toEqual(['NOT_FOUND']);
    expect((await book(world, worker, input)).codes).toEqual([]);
    expect(await myBookings(world, me)).toEqual([[input.id, 'BOOKED']]);
    const strangers = [
      await visitor(world),
      world.actor('GRID_WORKER'),
      world.actor('COMMUNITY_STAFF', world.otherCommunity),
      world.actor('STREET_STAFF'),
    ];
    for (const actor of strangers)
      expect((await cancel(world, actor, [input.id, 1])).codes).toEqual(['NOT_FOUND']);
    expect((await moveBooking(world, worker, [input.id, 1], tomorrowAt('10:00'))).codes).toEqual([]);
    const staff = world.actor('COMMUNITY_STAFF');
    expect((await moveBooking(world, staff, [input.id, 2], tomorrowAt('10:30'))).codes).toEqual([]);
    expect((await cancel(world, me, [input.id, 3])).codes).toEqual([]);
  });

  it.each([
    ['an id that is none', { id: 'x' }, 'ID_INVALID'],
    ['a counter that is none', { counter: '../../etc/passwd' }, 'NOT_FOUND'],
    ['a counter that is nowhere', { counter: newId() }, 'NOT_FOUND'],
    ['a resident who is nobody', { resident: "' OR 1=1" }, 'NOT_FOUND'],
    ['a time before all time', { start: '0001-01-01T00:00:00Z' }, 'SLOT_PAST'],
    ['a time after all time', { start: '9999-12-31T00:00:00Z' }, 'SLOT_TOO_FAR'],
  ])('takes nothing with %s', async (_what, more, code) => {
    const counter = await counterIn(world);
    const { codes } = await book(world, await visitor(world), await bookingInput(world, counter, more));
    expect(codes).toEqual([code]);
    const me = await visitor(world);
    expect((await cancel(world, me, ['%00', 1])).codes).toEqual(['NOT_FOUND']);
    expect((await moveBooking(world, me, [newId(), 1], NINE)).codes).toEqual(['NOT_FOUND']);
  });

  it('never takes one place too many, whatever is booked, moved and cancelled at once', async () => {
    const times = ['09:00', '09:30', '10:00'].map(tomorrowAt);
    const step = fc.record({
      who: fc.nat({ max: 5 }),
      what: fc.constantFrom('BOOK', 'BOOK', 'MOVE', 'CANCEL'),
      time: fc.constantFrom(...times),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 4 }), async (rounds) => {
        const counter = await counterIn(world);
        const people = await Promise.all(Array.from({ length: 6 }, () => visitor(world)));
        const held = new Map<number, { id: string; version: number; start: string }>();
        for (const round of rounds) {
          // Of each person one thing at a time; of all at once.
          const once = [...new Map(round.map((each) => [each.who, each])).values()];
          await Promise.all(
            once.map(async ({ who, what, time }) => {
              const [me, mine] = [people[who]!, held.get(who)];
              const of = [mine?.id ?? '', mine?.version ?? 0] as const;
              const { booking } =
                mine === undefined
                  ? await book(world, me, await bookingInput(world, counter, { start: time }))
                  : what === 'CANCEL'
                    ? await cancel(world, me, of)
                    : await moveBooking(world, me, of, time);
              if (booking?.state === 'CANCELLED') held.delete(who);
              else if (booking) held.set(who, { ...booking, start: new Date(booking.start).toISOString() });
            }),
          );
          const { free } = await freeAt(world, counter, '2026-05-13');
          for (const time of times) {
            const count = [...held.values()].filter(({ start }) => start === time).length;
            expect(count).toBeLessThanOrEqual(2);
            expect(free.get(time)).toBe(2 - count);
          }
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

it('is taken by as many as there are places and by nobody else, when twelve book the same slot at once, also on a real table', async () => {
  const world = await makeWorld();
  const counter = await counterIn(world, {
    sessions: [{ weekday: 3, from: '09:00', to: '09:30', slotMinutes: 30, capacity: 3 }],
  });
  const people = await Promise.all(Array.from({ length: 12 }, () => visitor(world)));
  const inputs = await Promise.all(people.map(async () => bookingInput(world, counter)));
  // Each sends it twice.
  const all = await Promise.all(
    people.flatMap((me, at) => [book(world, me, inputs[at]!), book(world, me, inputs[at]!)]),
  );
  const done = new Set(all.flatMap(({ booking }) => booking?.id ?? []));
  expect(done.size).toBe(3);
  expect(new Set(all.flatMap(({ codes }) => codes))).toEqual(new Set(['SLOT_FULL']));
  expect((await freeAt(world, counter, '2026-05-13')).free.get(NINE)).toBe(0);
}, 60_000);
