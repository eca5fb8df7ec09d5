import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** Until when the record of somebody who lives here no more is kept; beside the record. */
export function createRetentionEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'retention', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        /** Only while it is to come: which part of the queue it is in, and the day (YYYY-MM-DD in Shanghai). */
        shard: { type: 'string' },
        due: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'RESIDENT#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'RETENTION', casing: 'none' },
        },
        /** Whose record is kept long enough = one Query a shard. */
        due: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['shard'], template: 'RETENTION#${shard}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['due'], template: '${due}', casing: 'none' },
          condition: (attributes: { shard?: string }) => attributes.shard !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type RetentionEntity = ReturnType<typeof createRetentionEntity>;
