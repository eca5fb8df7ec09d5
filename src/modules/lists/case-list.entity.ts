import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * A case's row in a list that is neither an inbox nor its reporter's own: of an area it lies in, or of a level that supervises
 * it. Written from the table's stream whenever the case changes, so it is as the case is a moment later.
 */
export function createCaseListEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'case-list', service: 'wangge', version: '1' },
      attributes: {
        /** `IN#` and the code of an area, or `SUPERVISED#` and that of whoever supervises. */
        list: { type: 'string', required: true },
        /** When it was reported, and its id, both in short: there are many rows. */
        turn: { type: 'string', required: true },
        /** What lists show, as the case keeps it. */
        row: { type: 'any', required: true },
      },
      indexes: {
        /** The cases of a list by the time of their report = one Query. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['list'], template: 'CASE_LIST#${list}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
