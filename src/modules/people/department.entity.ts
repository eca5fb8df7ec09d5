import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A department. All of a district lie in one partition by code: one = one key, those of a street = one Query. */
export function createDepartmentEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'department', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        code: { type: 'string', required: true },
        area: { type: 'string', required: true },
        name: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'DEPARTMENTS#${district}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['code'], template: '${code}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
