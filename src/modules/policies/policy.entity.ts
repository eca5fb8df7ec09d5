import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** Of what a district has a policy. */
export type PolicyKind = 'visit' | 'inspection';

/** How often is often, in a district: one item of each kind. */
export function createPolicyEntity(table: Table, kind: PolicyKind) {
  const name = `${kind.toUpperCase()}_POLICY`;
  return new Entity(
    {
      model: { entity: `${kind}-policy`, service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        version: { type: 'number', required: true },
        facts: { type: 'any', required: true },
        /** The last changes, with who made them. */
        changes: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: `${name}#\${district}`,
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: [], template: name, casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
