import fc from 'fast-check';
import { createBookingReminders } from '../../../src/app/counters';
import {
  booked,
  cancel,
  counterIn,
  moveBooking,
  myBookings,
  take,
  todayAt,
  tomorrowAt,
} from '../../support/counters';
import { run } from '../../support/api';
import { MyBookingsDocument } from '../../generated/operations';
import { makeMemoryWorld } from '../../support/memory-world';
import { type World } from '../../support/world';
import { type Actor } from '../../../src/auth/actor';

const MINUTE = 60_000;

describe('a reminder of a booking', () => {
  let world: World;
  let counter: string;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
    counter = await counterIn(world);
  });
  /** What the clock does at a time, twice at once. */
  const at = async (time: string) => {
    world.clock.advance(Date.parse(time) - world.clock.now().getTime());
    const reminders = createBookingReminders(world.foundation);
    const [one, other] = await Promise.all([reminders.lookAtDue(), reminders.lookAtDue()]);
    return { reminded: one.REMINDED + other.REMINDED, missed: one.MISSED + other.MISSED };
  };
  const remindedAt = async (me: Actor) => {
    const { data } = await run(world, me, MyBookingsDocument, {});
    return data.myBookings?.edges.map(
      ({ node }) => node.remindedAt && new Date(node.remindedAt).toISOString(),
    );
  };

  it('comes on the afternoon before and an hour before, once each, and that nobody came is noted half an hour after', async () => {
    const { me, booking } = await booked(world, counter, tomorrowAt('10:00'));
    expect(await at(todayAt('14:59'))).toEqual({ reminded: 0, missed: 0 });
    expect(await at(todayAt('15:01'))).toEqual({ reminded: 1, missed: 0 });
    expect(await remindedAt(me)).toEqual([todayAt('15:01')]);
    expect(await at(todayAt('15:02'))).toEqual({ reminded: 0, missed: 0 });
    expect(await at(tomorrowAt('09:01'))).toEqual({ reminded: 1, missed: 0 });
    expect(await remindedAt(me)).toEqual([tomorrowAt('09:01')]);
    expect(await at(tomorrowAt('10:59'))).toEqual({ reminded: 0, missed: 0 });
    expect(await at(tomorrowAt('11:01'))).toEqual({ reminded: 0, missed: 1 });
    expect(await myBookings(world, me)).toEqual([[booking, 'MISSED']]);
    expect(await at(tomorrowAt('12:00'))).toEqual({ reminded: 0, missed: 0 });
  });

  it('goes with a booking that is moved, and is none of what is cancelled or has come', async () => {
    const moved = await booked(world, counter, tomorrowAt('10:00'));
    await moveBooking(world, moved.me, [moved.booking, 1], tomorrowAt('15:00'));
    const over = await booked(world, counter, tomorrowAt('11:00'));
    await cancel(world, over.me, [over.booking, 1]);
    const come = await booked(world, counter, todayAt('11:00'));
    await take(world, come.me, counter, { booking: come.booking });
    expect(await at(todayAt('15:01'))).toEqual({ reminded: 1, missed: 0 });
    expect(await at(tomorrowAt('09:01'))).toEqual({ reminded: 0, missed: 0 });
    expect(await at(tomorrowAt('14:01'))).toEqual({ reminded: 1, missed: 0 });
    expect(await myBookings(world, over.me)).toEqual([[over.booking, 'CANCELLED']]);
    expect(await myBookings(world, come.me)).toEqual([[come.booking, 'ARRIVED']]);
  });

  it('comes once where the clock was late, and not of what has begun', async () => {
    await booked(world, counter, tomorrowAt('10:00'));
    expect(await at(tomorrowAt('09:30'))).toEqual({ reminded: 1, missed: 0 });
    await booked(world, counter, tomorrowAt('14:00'));
    expect(await at(tomorrowAt('14:10'))).toEqual({ reminded: 0, missed: 1 });
    expect(await at(tomorrowAt('15:01'))).toEqual({ reminded: 0, missed: 1 });
  });

  it('comes at most twice of each booking, whenever the clock looks', async () => {
    const times = fc.uniqueArray(fc.integer({ min: 1, max: 1_500 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(times, async (minutes) => {
        const { world: here } = await makeMemoryWorld();
        const { me } = await booked(here, await counterIn(here), tomorrowAt('10:00'));
        let [reminded, missed] = [0, 0];
        let last = 0;
        for (const minute of [...minutes.sort((a, b) => a - b), 1_501]) {
          here.clock.advance((minute - last) * MINUTE);
          last = minute;
          const reminders = createBookingReminders(here.foundation);
          for (const looks of await Promise.all([reminders.lookAtDue(), reminders.lookAtDue()])) {
            reminded += looks.REMINDED;
            missed += looks.MISSED;
          }
        }
        expect(reminded).toBeLessThanOrEqual(2);
        expect(missed).toBe(1);
        expect((await myBookings(here, me))[0]?.[1]).toBe('MISSED');
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});
