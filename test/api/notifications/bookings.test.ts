import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { createBookingReminders } from '../../../src/app/counters';
import { type Image } from '../../../src/data/table-change';
import { booked, counterIn, todayAt, tomorrowAt } from '../../support/counters';
import { makeMemoryWorld } from '../../support/memory-world';
import { inboxOf } from '../../support/notifications';

describe('what somebody is notified of a booking', () => {
  it('is that it is near, on the afternoon before and an hour before, once each however often the stream tells', async () => {
    const { world } = await makeMemoryWorld();
    const { me, booking } = await booked(world, await counterIn(world), tomorrowAt('10:00'));
    const { table } = world.foundation;
    const Key = { pk: `BOOKING#${booking}`, sk: 'BOOKING' };
    let image: Image | undefined;
    /** What the clock does at a time, and the stream tells of it, twice. */
    const at = async (time: string) => {
      world.clock.advance(Date.parse(time) - world.clock.now().getTime());
      await createBookingReminders(world.foundation).lookAtDue();
      const before = image;
      image = (await table.client.send(new GetCommand({ TableName: table.name, Key }))).Item;
      const change = { before, after: image };
      for (let time = 0; time < 2; time += 1) await world.services.notificationSending.observe([change]);
      return (await inboxOf(world, me)).rows.map(({ kind }) => kind);
    };
    expect(await at(todayAt('14:59'))).toEqual([]);
    expect(await at(todayAt('15:01'))).toEqual(['BOOKING_SOON']);
    expect(await at(tomorrowAt('09:01'))).toEqual(['BOOKING_SOON', 'BOOKING_SOON']);
    // That nobody came is no reminder.
    expect(await at(tomorrowAt('11:01'))).toHaveLength(2);
    const { rows } = await inboxOf(world, me);
    expect(rows[0]).toMatchObject({
      ...{ about: { type: 'BOOKING', id: booking }, case: null, read: false },
      text: 'Your booking at the counter is near.',
    });
  });
});
