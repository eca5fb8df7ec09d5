import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { born, bound, family, login } from '../accounts';
import { offeredIn } from '../applications';
import {
  book,
  booked,
  bookingInput,
  callNext,
  counterIn,
  counterInput,
  put,
  take,
  ticketMove,
  todayAt,
  tomorrowAt,
} from '../counters';
import { somebody } from '../privacy';
import { home, livingIn } from '../residents';
import { type World } from '../world';
import { type Budget } from './budget';

/** Puts whoever asks on file. */
const onFile = async (world: World, { id }: { readonly id: string }) =>
  livingIn(world, await home(world), { id });

/** Who comes by an account that acts for as many as one may: four children and three adults. */
const withFamily = async (world: World) => {
  const { account } = await family(world);
  for (let child = 1; child < 4; child += 1)
    await bound(world, await born(world, '2018-05-17'), 'GUARDIAN', account);
  for (let adult = 0; adult < 3; adult += 1)
    await bound(world, await born(world, '1990-02-03'), 'FAMILY', account);
  return login(world, account);
};

/** A counter with a number that is called, or absent. */
const withTicket = async (world: World, state: 'CALLED' | 'ABSENT') => {
  const counter = await counterIn(world);
  const staff = world.actor('COMMUNITY_STAFF');
  for (let taken = 0; taken < 5; taken += 1) await take(world, staff, counter);
  await callNext(world, staff, counter);
  if (state === 'ABSENT') await ticketMove(world, staff, counter, 'ABSENT', 1);
  return { input: { id: newId(), counter, number: 1 } };
};

/** Counters with slots enough for many. */
const ROOMY = { sessions: [{ weekday: 3, from: '08:00', to: '18:00', slotMinutes: 10, capacity: 50 }] };

/** Books for so many others at a counter, in one slot after the other. */
const manyBooked = async (world: World, counter: string, count: number) => {
  for (let done = 0; done < count; done += 1) await booked(world, counter, tomorrowAt('09:00'));
};

/** Service counters, bookings and queues. */
export const COUNTERS_BUDGETS: Readonly<Record<string, Budget>> = {
  Counters: {
    // The levels at once; a hundred rows.
    ...{ trips: 1, reads: 4, as: 'RESIDENT', document: operations.CountersDocument },
    arrange: async (world) => {
      for (let made = 0; made < 101; made += 1)
        await put(world, world.actor('COMMUNITY_STAFF'), counterInput(world));
      return { first: 100 };
    },
  },
  Counter: {
    // The counter with its days; beside it the rules of its district, kept for a minute.
    ...{ trips: 1, reads: 2, as: 'RESIDENT', document: operations.CounterDocument },
    arrange: async (world) => {
      const counter = await counterIn(world);
      await booked(world, counter);
      return { id: counter, days: 14 };
    },
  },
  PutCounter: {
    ...{ trips: 2, reads: 1, writes: 3, as: 'COMMUNITY_STAFF', document: operations.PutCounterDocument },
    arrange: (world) => ({ input: counterInput(world) }),
  },
  BookSlot: {
    // The resident, the counter, the id; the service and what is open; then the booking in two indexes, its day, what is open,
    // and when the clock has to look.
    ...{ trips: 3, reads: 4, writes: 12, as: 'RESIDENT', document: operations.BookSlotDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      return { input: await bookingInput(world, await counterIn(world)) };
    },
  },
  BookSlotForFamily: {
    // As for oneself: whom the account acts for came with the login.
    ...{ trips: 3, reads: 4, writes: 12, as: 'RESIDENT', document: operations.BookSlotDocument },
    caller: withFamily,
    arrange: async (world, { account }) => {
      const resident = account?.family[0]?.resident;
      return { input: await bookingInput(world, await counterIn(world), { resident }) };
    },
  },
  BookForResident: {
    ...{ trips: 3, reads: 4, writes: 14, as: 'GRID_WORKER', document: operations.BookForResidentDocument },
    arrange: async (world) => ({
      input: {
        ...{ id: newId(), counter: await counterIn(world), start: tomorrowAt('09:00') },
        ...{ service: await offeredIn(world), resident: await somebody(world) },
        consent: { way: 'SPOKEN', at: world.clock.now().toISOString() },
      },
    }),
  },
  MoveBooking: {
    // To another day: the numbers of both; the history is longer than a kilobyte.
    ...{ trips: 3, reads: 4, writes: 16, as: 'RESIDENT', document: operations.MoveBookingDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      const input = await bookingInput(world, await counterIn(world));
      await book(world, { ...world.actor('RESIDENT'), id: caller.id }, input);
      return { input: { id: newId(), booking: input.id, expectedVersion: 1, start: todayAt('15:00') } };
    },
  },
  CancelBooking: {
    ...{ trips: 3, reads: 4, writes: 8, as: 'RESIDENT', document: operations.CancelBookingDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      const input = await bookingInput(world, await counterIn(world));
      await book(world, { ...world.actor('RESIDENT'), id: caller.id }, input);
      return { input: { id: newId(), booking: input.id, expectedVersion: 1 } };
    },
  },
  MyBookings: {
    ...{ trips: 1, reads: 2, as: 'RESIDENT', document: operations.MyBookingsDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      await book(
        world,
        { ...world.actor('RESIDENT'), id: caller.id },
        await bookingInput(world, await counterIn(world)),
      );
      return { first: 100 };
    },
  },
  MyBookingsOfFamily: {
    // Oneself, on file and in the list, and seven of family: a Query each, all at once.
    ...{ trips: 1, reads: 5, as: 'RESIDENT', document: operations.MyBookingsDocument },
    caller: withFamily,
    arrange: async (world, caller) => {
      const counter = await counterIn(world, ROOMY);
      const people = [undefined, ...(caller.account?.family ?? []).map((each) => each.resident)];
      for (const resident of people)
        await book(world, caller, await bookingInput(world, counter, { resident }));
      return { first: 100 };
    },
  },
  Booking: {
    ...{ trips: 1, reads: 1, as: 'COMMUNITY_STAFF', document: operations.BookingDocument },
    arrange: async (world) => ({ id: (await booked(world, await counterIn(world))).booking }),
  },
  BookingAtCounter: {
    ...{ trips: 1, reads: 1, as: 'COMMUNITY_STAFF', document: operations.BookingAtCounterDocument },
    arrange: async (world) => ({ id: (await booked(world, await counterIn(world))).booking }),
  },
  ExpectedBookings: {
    ...{ trips: 1, reads: 5, as: 'COMMUNITY_STAFF', document: operations.ExpectedBookingsDocument },
    arrange: async (world) => {
      const counter = await counterIn(world, ROOMY);
      await manyBooked(world, counter, 50);
      for (let done = 0; done < 50; done += 1) await booked(world, counter, tomorrowAt('10:00'));
      return { counter, day: '2026-05-13', first: 100 };
    },
  },
  TakeTicket: {
    ...{ trips: 2, reads: 2, writes: 4, as: 'COMMUNITY_STAFF', document: operations.TakeTicketDocument },
    arrange: async (world) => ({ input: { id: newId(), counter: await counterIn(world) } }),
  },
  CheckIn: {
    // The booking, the counter; then the queue, what was done, and the booking in two indexes.
    ...{ trips: 2, reads: 4, writes: 12, as: 'RESIDENT', document: operations.CheckInDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      const counter = await counterIn(world);
      const input = await bookingInput(world, counter, { start: todayAt('11:00') });
      await book(world, { ...world.actor('RESIDENT'), id: caller.id }, input);
      return { input: { id: newId(), counter, booking: input.id } };
    },
  },
  CallNext: {
    ...{ trips: 2, reads: 2, writes: 4, as: 'COMMUNITY_STAFF', document: operations.CallNextDocument },
    arrange: async (world) => {
      const counter = await counterIn(world);
      for (let taken = 0; taken < 5; taken += 1) await take(world, world.actor('COMMUNITY_STAFF'), counter);
      return { input: { id: newId(), counter, window: 2 } };
    },
  },
  FinishTicket: {
    ...{ trips: 2, reads: 2, writes: 4, as: 'COMMUNITY_STAFF', document: operations.FinishTicketDocument },
    arrange: (world) => withTicket(world, 'CALLED'),
  },
  TicketAbsent: {
    ...{ trips: 2, reads: 2, writes: 4, as: 'COMMUNITY_STAFF', document: operations.TicketAbsentDocument },
    arrange: (world) => withTicket(world, 'CALLED'),
  },
  TicketBack: {
    ...{ trips: 2, reads: 2, writes: 4, as: 'COMMUNITY_STAFF', document: operations.TicketBackDocument },
    arrange: (world) => withTicket(world, 'ABSENT'),
  },
  Queue: {
    // A hundred rows lie in one item.
    ...{ trips: 1, reads: 3, as: 'COMMUNITY_STAFF', document: operations.QueueDocument },
    arrange: async (world) => {
      const counter = await counterIn(world);
      for (let taken = 0; taken < 100; taken += 1) await take(world, world.actor('COMMUNITY_STAFF'), counter);
      return { counter };
    },
  },
  QueueBoard: {
    ...{ trips: 1, reads: 3, as: 'RESIDENT', document: operations.QueueBoardDocument },
    arrange: async (world, caller) => {
      await onFile(world, caller);
      const counter = await counterIn(world);
      for (let taken = 0; taken < 30; taken += 1) await take(world, world.actor('COMMUNITY_STAFF'), counter);
      return { counter };
    },
  },
};
