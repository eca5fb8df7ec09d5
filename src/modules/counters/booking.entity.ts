import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** Somebody's booking at a counter; what lists show is in `row`. */
export function createBookingEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'booking', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        resident: { type: 'string', required: true },
        /** When it begins, RFC 3339 UTC. */
        start: { type: 'string', required: true },
        row: { type: 'any', required: true },
        facts: { type: 'any', required: true },
        steps: { type: 'any', required: true },
        /** The counter, and the start again, until it is cancelled. */
        counter: { type: 'string' },
        turn: { type: 'string' },
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'BOOKING#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'BOOKING', casing: 'none' },
        },
        /** Whom a counter expects, the first first = one Query. */
        atCounter: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['counter'],
            template: 'BOOKINGS#${counter}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: (attributes: { counter?: string }) => attributes.counter !== undefined,
        },
        /** A resident's bookings, the latest first = one Query. */
        ofResident: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['resident'],
            template: 'BOOKINGS_OF#${resident}',
            casing: 'none',
          },
          sk: {
            field: KEYS.person.sk,
            composite: ['start', 'id'],
            template: '${start}#${id}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type BookingEntity = ReturnType<typeof createBookingEntity>;

/** Which bookings of a resident are open, so that nobody has too many or two at a time. */
export function createOpenBookingsEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'open-bookings', service: 'wangge', version: '1' },
      attributes: {
        resident: { type: 'string', required: true },
        version: { type: 'number', required: true },
        open: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['resident'],
            template: 'OPEN_BOOKINGS#${resident}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: [], template: 'OPEN_BOOKINGS', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type OpenBookingsEntity = ReturnType<typeof createOpenBookingsEntity>;

/** When the clock has to look at a booking. It carries no more than its id; in a few shards, as those of cases. */
export function createBookingDueEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'booking-due', service: 'wangge', version: '1' },
      attributes: {
        shard: { type: 'number', required: true },
        /** RFC 3339 UTC. */
        at: { type: 'string', required: true },
        id: { type: 'string', required: true },
      },
      indexes: {
        /** What is to be looked at in a shard by now, longest ago first = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['shard'],
            template: 'BOOKING_DUE#${shard}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type BookingDueEntity = ReturnType<typeof createBookingDueEntity>;
