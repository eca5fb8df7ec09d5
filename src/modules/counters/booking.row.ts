import { BOOKING_STATES, type BookingSummary } from './booking.rules';

/** What lists show, short, because a hundred must stay small: times in ms since 1970, the state by its number. */
type Row = readonly [
  counter: string,
  counterName: string,
  end: number,
  service: string,
  serviceName: string,
  maskedName: string,
  state: number,
  ticket: number | null,
  remindedAt: number | null,
];

/** The row of a booking, as it is kept. */
export function storedRowOf(booking: BookingSummary): Row {
  const { counter, counterName, end, service, serviceName, maskedName, state, ticket, remindedAt } = booking;
  return [
    ...([counter, counterName, end.getTime(), service, serviceName, maskedName] as const),
    ...([BOOKING_STATES.indexOf(state), ticket ?? null, remindedAt?.getTime() ?? null] as const),
  ];
}

/** A booking as a list shows it, from the row that was kept; `start` is RFC 3339 UTC. */
export function summaryFrom(id: string, start: string, row: unknown): BookingSummary {
  const [counter, counterName, end, service, serviceName, maskedName, state, ticket, remindedAt] = row as Row;
  return {
    ...{ id, counter, counterName, service, serviceName, maskedName },
    ...{ start: new Date(start), end: new Date(end), state: BOOKING_STATES[state] ?? 'BOOKED' },
    ticket: ticket ?? undefined,
    remindedAt: remindedAt === null ? undefined : new Date(remindedAt),
  };
}
