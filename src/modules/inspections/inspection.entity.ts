import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** An inspection of premises. Its findings are cases, which keep its pictures. */
export function createInspectionEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'inspection', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        premises: { type: 'string', required: true },
        /** When, RFC 3339 UTC, by the inspector's phone. */
        at: { type: 'string', required: true },
        /** What lists show: checklist, who, and every answer in short. */
        row: { type: 'any', required: true },
        /** All else: who by id, when recorded, and what the premises were then. */
        facts: { type: 'any', required: true },
        /** Fingerprint of the request. */
        mark: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'INSPECTION#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'INSPECTION', casing: 'none' },
        },
        /** The inspections of premises, newest first = one Query. */
        ofPremises: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['premises'],
            template: 'INSPECTIONS#${premises}',
            casing: 'none',
          },
          sk: { field: KEYS.person.sk, composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type InspectionEntity = ReturnType<typeof createInspectionEntity>;
