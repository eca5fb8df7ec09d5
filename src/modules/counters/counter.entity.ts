import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A service counter. Its days lie in its collection, so that its page and its free places = one Query. */
export function createCounterEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'counter', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        area: { type: 'string', required: true },
        district: { type: 'string', required: true },
        row: { type: 'any', required: true },
        facts: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'COUNTER#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'COUNTER', casing: 'none' },
        },
        /** The counters of an area and of what lies in it = one Query. */
        inArea: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['district'],
            template: 'COUNTERS#${district}',
            casing: 'none',
          },
          sk: {
            field: KEYS.queue.sk,
            composite: ['area', 'id'],
            template: '${area}#${id}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type CounterEntity = ReturnType<typeof createCounterEntity>;

/** How many places of a counter are taken on a day, by the time of the slot; gone by TTL a few days after. */
export function createCounterDayEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'counter-day', service: 'wangge', version: '1' },
      attributes: {
        counter: { type: 'string', required: true },
        day: { type: 'string', required: true },
        version: { type: 'number', required: true },
        taken: { type: 'any', required: true },
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['counter'],
            template: 'COUNTER#${counter}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['day'], template: 'DAY#${day}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type CounterDayEntity = ReturnType<typeof createCounterDayEntity>;
