import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * A case on the desk of whoever holds it, as a map draws it: a few bytes, because all of a desk are read at once. Written from
 * the table's stream, so it is as the case is a moment later.
 */
export function createDeskCaseEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'desk-case', service: 'wangge', version: '1' },
      attributes: {
        /** Code of the area or department that holds it. */
        holder: { type: 'string', required: true },
        /** Id of the case, in short. */
        short: { type: 'string', required: true },
        row: { type: 'any', required: true },
        /** Seconds since 1970, of one that has left: it is kept for as long as an older event may still come. */
        expiresAt: { type: 'number' },
      },
      indexes: {
        /** All of a desk = one Query. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['holder'], template: 'DESK#${holder}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['short'], template: '${short}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
