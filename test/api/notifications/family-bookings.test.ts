import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor } from '../../../src/auth/actor';
import { createBookingReminders } from '../../../src/app/counters';
import { born, bound, end, family, login, myAccount } from '../../support/accounts';
import { book, bookingInput, counterIn, todayAt, tomorrowAt } from '../../support/counters';
import { merge, twins } from '../../support/duplicates';
import { makeMemoryWorld } from '../../support/memory-world';
import { inboxOf } from '../../support/notifications';
import { asResident } from '../../support/privacy';
import { type World } from '../../support/world';

describe('who is notified that a booking for family is near', () => {
  let world: World;
  let counter: string;
  beforeEach(async () => {
    world = (await makeMemoryWorld()).world;
    counter = await counterIn(world);
  });

  /** Somebody books for somebody; the id of the booking. */
  const bookFor = async (actor: Actor, resident: string | undefined, isHelped = false) => {
    const consent = { way: 'SPOKEN', at: world.clock.now().toISOString() } as const;
    const more = { resident, start: tomorrowAt('10:00'), ...(isHelped && { consent }) };
    const input = await bookingInput(world, counter, more);
    expect((await book(world, actor, input)).codes).toEqual([]);
    return input.id;
  };
  /** The clock reminds of a booking, and the stream tells of it, twice. */
  const remind = async (booking: string) => {
    world.clock.advance(Date.parse(todayAt('15:01')) - world.clock.now().getTime());
    await createBookingReminders(world.foundation).lookAtDue();
    const { table } = world.foundation;
    const Key = { pk: `BOOKING#${booking}`, sk: 'BOOKING' };
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
    const change = { before: undefined, after: Item };
    for (let time = 0; time < 2; time += 1) await world.services.notificationSending.observe([change]);
  };
  /** Which bookings somebody's inbox is about. */
  const told = async (actor: Actor) => (await inboxOf(world, actor)).rows.map(({ about }) => about?.id);

  it('is each guardian of a child, once, whoever booked', async () => {
    const { me, child } = await family(world);
    const mother = await bound(world, await born(world, '1986-02-03'));
    await bound(world, child, 'GUARDIAN', mother);
    const booking = await bookFor(world.actor('GRID_WORKER'), child, true);
    await remind(booking);
    expect([await told(me), await told(await login(world, mother))]).toEqual([[booking], [booking]]);
    expect(await told((await family(world)).me)).toEqual([]);
  });

  it('is an adult and whoever booked for them, and no other family', async () => {
    const other = await born(world, '1990-02-03');
    const [sister, brother] = [
      await bound(world, await born(world, '1986-02-03')),
      await bound(world, await born(world, '1986-02-03')),
    ];
    await bound(world, other, 'FAMILY', sister);
    await bound(world, other, 'FAMILY', brother);
    const booking = await bookFor(await login(world, sister), other);
    await remind(booking);
    expect(await told(asResident(world, other))).toEqual([booking]);
    expect(await told(await login(world, sister))).toEqual([booking]);
    expect(await told(await login(world, brother))).toEqual([]);
  });

  it('is nobody whose binding has ended', async () => {
    const { me, account, child } = await family(world);
    const booking = await bookFor(me, child);
    const [tie] = (await myAccount(world, account)).family;
    await end(world, me, { resident: child, binding: tie!.id });
    await remind(booking);
    expect(await told(await login(world, account))).toEqual([]);
  });

  it('is whoever is bound to one of two records of one person, also of what was booked under the other', async () => {
    const pair = await twins(world);
    const me = await login(world, await bound(world, pair.younger));
    await merge(world, pair);
    const booking = await bookFor(world.actor('GRID_WORKER'), pair.older, true);
    await remind(booking);
    expect(await told(me)).toEqual([booking]);
  });
});
