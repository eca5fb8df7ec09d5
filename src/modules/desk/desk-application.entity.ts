import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * An application on the desk of the department that has it, as lists show it. Written from the table's stream, so it is as the
 * application is a moment later.
 */
export function createDeskApplicationEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'desk-application', service: 'wangge', version: '1' },
      attributes: {
        /** Code of the department that has it. */
        holder: { type: 'string', required: true },
        id: { type: 'string', required: true },
        row: { type: 'any', required: true },
        /** Seconds since 1970, of one that has left: it is kept for as long as an older event may still come. */
        expiresAt: { type: 'number' },
      },
      indexes: {
        /** All of a desk = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['holder'],
            template: 'DESK#${holder}#APPLICATIONS',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['id'], template: '${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
