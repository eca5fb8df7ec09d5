import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * That something about a record has changed in a grid, and when it was noted: one item for each record, grid and area that
 * guards it, which is written again with each change. It carries nothing of the record but its id.
 */
export function createPointerEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'change-pointer', service: 'wangge', version: '1' },
      attributes: {
        grid: { type: 'string', required: true },
        key: { type: 'string', required: true },
        id: { type: 'string', required: true },
        /** When it was noted, in ms of a fixed width, and the key: its turn among the changes of the grid. */
        turn: { type: 'string', required: true },
        row: { type: 'any', required: true },
        /** When the table's own clean-up takes it away, in seconds; only of what is gone or closed. */
        expiresAt: { type: 'number' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['grid'], template: 'CHANGES#${grid}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['key'], template: '${key}', casing: 'none' },
        },
        /** What has changed in a grid since a moment, oldest first = one Query. */
        told: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['grid'], template: 'CHANGES#${grid}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type PointerEntity = ReturnType<typeof createPointerEntity>;
