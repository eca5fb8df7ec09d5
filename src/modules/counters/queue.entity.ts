import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** The queue of a counter on a day, with whoever is in it now; beside the counter, gone by TTL a few days after. */
export function createQueueEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'counter-queue', service: 'wangge', version: '1' },
      attributes: {
        counter: { type: 'string', required: true },
        day: { type: 'string', required: true },
        version: { type: 'number', required: true },
        queue: { type: 'any', required: true },
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
          sk: { field: KEYS.table.sk, composite: ['day'], template: 'QUEUE#${day}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type QueueEntity = ReturnType<typeof createQueueEntity>;

/** One thing that was done in a queue, by the id of its request: who, when, and what it left. Gone by TTL after 30 days. */
export function createQueueStepEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'queue-step', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        mark: { type: 'string', required: true },
        counter: { type: 'string', required: true },
        by: { type: 'any', required: true },
        ticket: { type: 'any', required: true },
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'QUEUE_STEP#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'QUEUE_STEP', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type QueueStepEntity = ReturnType<typeof createQueueStepEntity>;
