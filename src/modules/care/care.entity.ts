import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A care tag, in the resident's collection and in no index: nobody lists or searches people by it. */
export function createCareTagEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'care', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        resident: { type: 'string', required: true },
        version: { type: 'number', required: true },
        facts: { type: 'any', required: true },
        /** Purpose and reason, sealed by the vault for this tag. */
        sealed: { type: 'any' },
        /** Seconds since 1970, for the table's TTL: a tag goes a while after it was valid. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['resident'],
            template: 'RESIDENT#${resident}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['id'], template: 'CARE#${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type CareTagEntity = ReturnType<typeof createCareTagEntity>;
