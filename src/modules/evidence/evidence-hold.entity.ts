import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** That the files of a record must not be removed, with all that was said about it. It lies in the record's collection. */
export function createEvidenceHoldEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'evidence-hold', service: 'wangge', version: '1' },
      attributes: {
        /** Partition key of its record, for instance `CASE#…`. */
        owner: { type: 'string', required: true },
        version: { type: 'number', required: true },
        on: { type: 'boolean', required: true },
        /** Each time it was set or lifted, oldest first: on, why, by whom, when. */
        steps: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['owner'], template: '${owner}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'LEGAL_HOLD', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type EvidenceHoldEntity = ReturnType<typeof createEvidenceHoldEntity>;
