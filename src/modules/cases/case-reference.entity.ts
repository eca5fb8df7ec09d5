import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** That a ticket of others was taken in as a case: written with its report, so that no two clerks take in the same. */
export function createCaseReferenceEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'case-reference', service: 'wangge', version: '1' },
      attributes: {
        /** Code of the district. */
        district: { type: 'string', required: true },
        source: { type: 'string', required: true },
        reference: { type: 'string', required: true },
        caseId: { type: 'string', required: true },
      },
      indexes: {
        /** Whether a ticket was taken in = the condition of its Put. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district', 'source', 'reference'],
            template: 'CASE_REFERENCE#${district}#${source}#${reference}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: [], template: 'CASE_REFERENCE', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
