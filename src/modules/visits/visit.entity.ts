import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { VISIT_OUTCOMES } from './visit-plan.rules';

/** A visit. Its collection holds the pictures taken along: the page of a visit = one Query. */
export function createVisitEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'visit', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        household: { type: 'string', required: true },
        /** Where it happened, whatever becomes of the grid. */
        grid: { type: 'string', required: true },
        courtyard: { type: 'string', required: true },
        /** When, RFC 3339 UTC, by the worker's phone. */
        at: { type: 'string', required: true },
        outcome: { type: VISIT_OUTCOMES, required: true },
        /** Who made it: id, name, role. */
        by: { type: 'any', required: true },
        /** All else that was told. */
        facts: { type: 'any', required: true },
        /** What lists show. */
        row: { type: 'any', required: true },
        /** Fingerprint of the request. */
        mark: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'VISIT#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'VISIT', casing: 'none' },
        },
        /** The visits at a door, newest first = one Query. */
        atDoor: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['household'],
            template: 'VISITS#${household}',
            casing: 'none',
          },
          sk: { field: KEYS.person.sk, composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type VisitEntity = ReturnType<typeof createVisitEntity>;
