import { parse } from 'graphql';
import { newId } from '../../../src/shared/ids';
import * as operations from '../../generated/operations';
import { offeredIn } from '../applications';
import { booked, callNext, counterIn, counterInput, take, ticketMove, tomorrowAt } from '../counters';
import { somebody } from '../privacy';
import { type World } from '../world';
import { type MatrixRow } from './row';

/** What a queue's number is tried on: a counter of the community with one number, called or absent. */
const withTicket = async (world: World, state: 'CALLED' | 'ABSENT') => {
  const counter = await counterIn(world);
  const staff = world.actor('COMMUNITY_STAFF');
  await take(world, staff, counter);
  await callNext(world, staff, counter);
  if (state === 'ABSENT') await ticketMove(world, staff, counter, 'ABSENT', 1);
  return { input: { id: newId(), counter, number: 1 } };
};

/** Counters of the community, and what somebody booked there. */
export const COUNTERS_ROWS: readonly MatrixRow[] = [
  {
    field: 'counters',
    document: operations.CountersDocument,
    variables: ({ community }) => ({ area: community }),
  },
  {
    field: 'counter',
    document: parse('query CounterAlone($id: ID!) { counter(id: $id) { id name } }'),
    variables: async (world) => ({ id: await counterIn(world) }),
  },
  {
    field: 'counterSlots',
    document: parse('query SlotsAlone($id: ID!) { counterSlots(counter: $id) { start free } }'),
    variables: async (world) => ({ id: await counterIn(world) }),
  },
  {
    field: 'booking',
    document: operations.BookingDocument,
    variables: async (world) => ({ id: (await booked(world, await counterIn(world))).booking }),
  },
  { field: 'myBookings', document: operations.MyBookingsDocument, variables: () => ({}) },
  {
    field: 'counterBookings',
    document: operations.ExpectedBookingsDocument,
    variables: async (world) => ({ counter: await counterIn(world) }),
  },
  {
    field: 'queue',
    document: operations.QueueDocument,
    variables: async (world) => ({ counter: await counterIn(world) }),
  },
  {
    field: 'queueBoard',
    document: operations.QueueBoardDocument,
    variables: async (world) => ({ counter: await counterIn(world) }),
  },
  {
    field: 'putCounter',
    document: operations.PutCounterDocument,
    variables: (world) => ({ input: counterInput(world) }),
  },
  {
    field: 'bookSlot',
    document: operations.BookForResidentDocument,
    variables: async (world) => ({
      input: {
        ...{ id: newId(), counter: await counterIn(world), start: tomorrowAt('09:00') },
        ...{ service: await offeredIn(world), resident: await somebody(world) },
        consent: { way: 'SPOKEN', at: world.clock.now().toISOString() },
      },
    }),
  },
  {
    field: 'moveBooking',
    document: operations.MoveBookingDocument,
    variables: async (world) => {
      const { booking } = await booked(world, await counterIn(world));
      return { input: { id: newId(), booking, expectedVersion: 1, start: tomorrowAt('10:00') } };
    },
  },
  {
    field: 'cancelBooking',
    document: operations.CancelBookingDocument,
    variables: async (world) => {
      const { booking } = await booked(world, await counterIn(world));
      return { input: { id: newId(), booking, expectedVersion: 1 } };
    },
  },
  {
    field: 'takeTicket',
    document: operations.TakeTicketDocument,
    variables: async (world) => ({ input: { id: newId(), counter: await counterIn(world) } }),
  },
  {
    field: 'callNext',
    document: operations.CallNextDocument,
    variables: async (world) => {
      const counter = await counterIn(world);
      await take(world, world.actor('COMMUNITY_STAFF'), counter);
      return { input: { id: newId(), counter, window: 1 } };
    },
  },
  {
    field: 'finishTicket',
    document: operations.FinishTicketDocument,
    variables: (world) => withTicket(world, 'CALLED'),
  },
  {
    field: 'ticketAbsent',
    document: operations.TicketAbsentDocument,
    variables: (world) => withTicket(world, 'CALLED'),
  },
  {
    field: 'ticketBack',
    document: operations.TicketBackDocument,
    variables: (world) => withTicket(world, 'ABSENT'),
  },
];
