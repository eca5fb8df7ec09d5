import { type ModuleFields } from './module-fields';

const COUNTER = ['id', 'area', 'name', 'address', 'phone', 'point'] as const;
const BOOKING = [
  ...['id', 'counter', 'counterName', 'start', 'end', 'service', 'serviceName', 'maskedName', 'state'],
  ...['ticket', 'remindedAt', 'resident'],
] as const;

/** Who sees what of its types. A board shows numbers and nobody’s name. */
export const COUNTERS_FIELDS: ModuleFields = {
  CounterSummary: { guard: 'counter:read', fields: COUNTER },
  Counter: {
    guard: 'counter:read',
    fields: [...COUNTER, 'version', 'offers', 'sessions', 'windows', 'closedOn', 'opensOnMakeUpDays'],
  },
  CounterSession: { guard: 'counter:read', fields: ['weekday', 'from', 'to', 'slotMinutes', 'capacity'] },
  CounterOffer: { guard: 'counter:read', fields: ['id', 'name'] },
  CounterSlot: { guard: 'counter:read', fields: ['start', 'end', 'capacity', 'free'] },
  CounterConnection: { guard: 'counter:read', fields: ['edges', 'pageInfo'] },
  CounterEdge: { guard: 'counter:read', fields: ['node', 'cursor'] },
  CounterPayload: { guard: 'counter:manage', fields: ['counter', 'userErrors'] },
  BookingSummary: { guard: 'booking:read', fields: BOOKING },
  Booking: { guard: 'booking:read', fields: [...BOOKING, 'version', 'application', 'bookedBy'] },
  BookingConnection: { guard: 'booking:read', fields: ['edges', 'pageInfo'] },
  BookingEdge: { guard: 'booking:read', fields: ['node', 'cursor'] },
  BookingPayload: { guard: 'booking:read', fields: ['booking', 'userErrors'] },
  QueueTicket: {
    guard: 'ticket:take',
    fields: [
      'number',
      'state',
      'service',
      'serviceName',
      'maskedName',
      'booked',
      'joinedAt',
      'window',
      'absences',
    ],
  },
  QueueTicketPayload: { guard: 'ticket:take', fields: ['ticket', 'userErrors'] },
  QueueState: { guard: 'counter:serve', fields: ['day', 'waiting', 'called', 'absent'] },
  QueueBoard: { guard: 'counter:read', fields: ['day', 'calls', 'waiting', 'mine'] },
  QueueCall: { guard: 'counter:read', fields: ['number', 'window'] },
  QueuePlace: { guard: 'counter:read', fields: ['number', 'before', 'minutes'] },
};
