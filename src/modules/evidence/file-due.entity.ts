import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** On which day the clock has to look whether files of a record are to be removed; in a few shards, as what it reminds of. */
export function createFileDueEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'file-due', service: 'wangge', version: '1' },
      attributes: {
        shard: { type: 'number', required: true },
        /** Day in Asia/Shanghai. */
        day: { type: 'string', required: true },
        /** Partition key of the record, for instance `CASE#…`. */
        owner: { type: 'string', required: true },
      },
      indexes: {
        /** What is to be looked at in a shard by a day, longest ago first = one Query. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['shard'], template: 'FILE_DUE#${shard}', casing: 'none' },
          sk: {
            field: KEYS.table.sk,
            composite: ['day', 'owner'],
            template: '${day}#${owner}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
