import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * How the case of a finding stands, beside the others of its premises. Written from the table's stream whenever the case changes,
 * so it is as the case is a moment later.
 */
export function createFindingCaseEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'finding-case', service: 'wangge', version: '1' },
      attributes: {
        premises: { type: 'string', required: true },
        /** Id of the case, in short. */
        short: { type: 'string', required: true },
        /** What lists show, as the case keeps it. */
        row: { type: 'any', required: true },
        /** All else, as a list. */
        rest: { type: 'any', required: true },
      },
      indexes: {
        /** The findings of premises by the age of their cases = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['premises'],
            template: 'FINDINGS#${premises}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['short'], template: '${short}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
