import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** What was solved in an area on a day, at which level; kept from the table's stream, each case once. */
export function createSolvedCountEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'solved-count', service: 'wangge', version: '1' },
      attributes: {
        /** Code of an area of any level: a case counts in each that it lies in. */
        area: { type: 'string', required: true },
        /** Business date. */
        day: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** In the order of `SolvedCounts`. */
        counts: { type: 'any', required: true },
      },
      indexes: {
        /** The days of an area in their order: a period = one Query. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['area'], template: 'SOLVED#${area}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['day'], template: '${day}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** That the end of a case, or its being opened again, has been counted: the stream may tell of it twice. */
export function createSolvedNoteEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'solved-note', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** Seconds since 1970; far longer than a change can be brought again. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'SOLVED_CASE#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['version'], template: 'V#${version}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
