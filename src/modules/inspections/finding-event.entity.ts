import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * That something was found, or has another state: an item for each area it lies in, in the order of noting. What may be told is read
 * from the case, the inspection and the premises.
 */
export function createFindingEventEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'finding-event', service: 'wangge', version: '1' },
      attributes: {
        area: { type: 'string', required: true },
        /** When it was noted, in ms of a fixed width, the case and the number of its step. */
        turn: { type: 'string', required: true },
        caseId: { type: 'string', required: true },
        number: { type: 'number', required: true },
        from: { type: 'string' },
        to: { type: 'string', required: true },
        inspection: { type: 'string', required: true },
        premises: { type: 'string', required: true },
        item: { type: 'string', required: true },
        /** When the table's own clean-up takes it away, in seconds. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        /** What was found in an area since a moment, oldest first = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['area'],
            template: 'FINDING_EVENTS#${area}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
