import { type ModuleAccess } from './module-access';

/** Service counters, bookings and the queue. */
export const COUNTERS_ACCESS: ModuleAccess = {
  Query: {
    counters: 'counter:read',
    counter: 'counter:read',
    counterSlots: 'counter:read',
    booking: 'booking:read',
    myBookings: 'booking:list-own',
    counterBookings: 'counter:serve',
    queue: 'counter:serve',
    queueBoard: 'counter:read',
  },
  Mutation: {
    putCounter: 'counter:manage',
    bookSlot: 'booking:make',
    moveBooking: 'booking:change',
    cancelBooking: 'booking:change',
    takeTicket: 'ticket:take',
    callNext: 'counter:serve',
    finishTicket: 'counter:serve',
    ticketAbsent: 'counter:serve',
    ticketBack: 'counter:serve',
  },
};
