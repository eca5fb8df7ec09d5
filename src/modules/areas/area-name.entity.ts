import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** The names of a street and of all that lies in it, packed: a search of the district = one Query. */
export function createAreaNameEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'area-name', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        /** The street; the district for its own name. */
        street: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** The areas as `area-pack.rules` packs them, as JSON, compressed. */
        packed: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'AREANAMES#${district}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['street'], template: '${street}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
