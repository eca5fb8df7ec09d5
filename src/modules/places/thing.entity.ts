import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** Kinds of things that are known by an id and lie somewhere in a grid. */
export type ThingKind = 'ORGANISATION' | 'PREMISES' | 'FACILITY';

/** An organisation, premises or facility. What lists show is in `row`, the rest of its content in `more`. */
export function createThingEntity(table: Table, kind: ThingKind) {
  return new Entity(
    {
      model: { entity: kind.toLowerCase(), service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        district: { type: 'string', required: true },
        /** Code of the grid or courtyard it lies in. */
        area: { type: 'string', required: true },
        /** Open ones and closed ones are listed apart. */
        shelf: { type: ['OPEN', 'CLOSED'] as const, required: true },
        /** The district again, and the turn in its list, for open premises under control only. */
        controlledIn: { type: 'string' },
        controlTurn: { type: 'string' },
        row: { type: 'any', required: true },
        more: { type: 'any', required: true },
        version: { type: 'number', required: true },
        mark: { type: 'string', required: true },
        changedAt: { type: 'string', required: true },
        changedBy: { type: 'string', required: true },
        /** Who wrote this version: id, name, role. And the last requests of persons it has taken in. */
        author: { type: 'any' },
        requests: { type: 'any' },
      },
      indexes: {
        /** One by its id; what other modules keep about it will lie beside it. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: `${kind}#\${id}`, casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: kind, casing: 'none' },
        },
        /** Those of a courtyard, grid, community, street or district = one Query with the area as prefix. */
        inArea: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['shelf', 'district'],
            template: `${kind}_\${shelf}#\${district}`,
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['area', 'id'], template: '${area}#${id}', casing: 'none' },
        },
        /** Premises under control, by level, area and id = one Query for a district, or for a level in any area. */
        controlled: {
          index: KEYS.control.index,
          pk: {
            field: KEYS.control.pk,
            composite: ['controlledIn'],
            template: 'CONTROLLED#${controlledIn}',
            casing: 'none',
          },
          sk: {
            field: KEYS.control.sk,
            composite: ['controlTurn'],
            template: '${controlTurn}',
            casing: 'none',
          },
          condition: (attributes: { controlTurn?: string }) => attributes.controlTurn !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
