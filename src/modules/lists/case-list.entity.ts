import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * A case's row in a list that is no inbox: of an area it lies in, of a level that supervises it, or of whoever reported it.
 * Written from the table's stream whenever the case changes, so it is as the case is a moment later.
 */
export function createCaseListEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'case-list', service: 'wangge', version: '1' },
      attributes: {
        /** `IN#` and the code of an area, `SUPERVISED#` and that of whoever supervises, or `REPORTED#` and the id of a person. */
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
