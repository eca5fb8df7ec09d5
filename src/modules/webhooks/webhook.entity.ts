import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** The webhooks of a district, all in one item: at most five, and none is written past another. */
export function createHookBookEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'webhooks', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        version: { type: 'number', required: true },
        hooks: { type: 'any', required: true },
        requests: { type: 'any', required: true },
        /** Ids of those that are on. */
        row: { type: 'any', required: true },
        /** `ON`, and the district again, while one of them is; both absent otherwise. */
        on: { type: 'string' },
        onIn: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'WEBHOOKS#${district}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: [], template: 'WEBHOOKS', casing: 'none' },
        },
        /** The webhooks that are on, of all districts = one Query. */
        on: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['on'], template: 'WEBHOOKS_${on}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['onIn'], template: '${onIn}', casing: 'none' },
          condition: (attributes: { on?: string }) => attributes.on !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type HookBookEntity = ReturnType<typeof createHookBookEntity>;

/** One event on its way to one webhook. While it is pending it lies in its webhook's queue, by the same write. */
export function createDeliveryEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'webhook-delivery', service: 'wangge', version: '1' },
      attributes: {
        hook: { type: 'string', required: true },
        /** When it happened, in ms of a fixed width, and the event's id: known again however often it is told. */
        turn: { type: 'string', required: true },
        /** All of it: what is sent, and what came of it. */
        row: { type: 'any', required: true },
        /** How often it was tried: who writes the outcome of an attempt says of which. */
        attempts: { type: 'number', required: true },
        /** The webhook again, and the moment (RFC 3339 UTC) of the next attempt with the turn; both absent when there is none. */
        dueBy: { type: 'string' },
        dueTurn: { type: 'string' },
        /** When the table's own clean-up takes it away, in seconds. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        /** What was sent to a webhook, newest first = one Query. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['hook'], template: 'WEBHOOK#${hook}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
        },
        /** What is to be sent to a webhook by now, longest due first = one Query. */
        due: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['dueBy'],
            template: 'WEBHOOK_DUE#${dueBy}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['dueTurn'], template: '${dueTurn}', casing: 'none' },
          condition: (attributes: { dueBy?: string }) => attributes.dueBy !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type DeliveryEntity = ReturnType<typeof createDeliveryEntity>;
