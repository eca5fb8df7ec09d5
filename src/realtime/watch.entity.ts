import { Entity } from 'electrodb';
import { KEYS, type Table } from '../data/table';

/** A WebSocket connection whose caller is known. */
export function createConnectionEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'connection', service: 'wangge', version: '1' },
      attributes: {
        connection: { type: 'string', required: true },
        bearer: { type: 'any', required: true },
        language: { type: ['zh', 'en'] as const, required: true },
        /** When the token ends, and with it whatever is watched; RFC 3339 UTC. */
        until: { type: 'string', required: true },
        /** The same in seconds, for the table's TTL. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        /** A connection with all it watches = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['connection'],
            template: 'SOCKET#${connection}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: [], template: 'CONNECTION', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type ConnectionEntity = ReturnType<typeof createConnectionEntity>;

/** A subscription: which connection watches which topic, and what it wants to be told. */
export function createWatchEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'watch', service: 'wangge', version: '1' },
      attributes: {
        connection: { type: 'string', required: true },
        id: { type: 'string', required: true },
        topic: { type: 'string', required: true },
        /** All that delivery needs, so that it reads the index only. */
        row: { type: 'any', required: true },
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['connection'],
            template: 'SOCKET#${connection}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['topic', 'id'],
            template: 'WATCH#${topic}#${id}',
            casing: 'none',
          },
        },
        /** Who watches a topic = one Query. */
        watched: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['topic'], template: 'WATCH#${topic}', casing: 'none' },
          sk: {
            field: KEYS.queue.sk,
            composite: ['connection', 'id'],
            template: '${connection}#${id}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type WatchEntity = ReturnType<typeof createWatchEntity>;
