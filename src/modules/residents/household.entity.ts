import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A household. All of a grid lie in one partition, by courtyard and door: a grid's or a courtyard's = one Query. */
export function createHouseholdEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'household', service: 'wangge', version: '1' },
      attributes: {
        grid: { type: 'string', required: true },
        courtyard: { type: 'string', required: true },
        door: { type: 'string', required: true },
        id: { type: 'string', required: true },
        address: { type: 'string', required: true },
        memberCount: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['grid'], template: 'HOUSEHOLDS#${grid}', casing: 'none' },
          sk: {
            field: KEYS.table.sk,
            composite: ['courtyard', 'door'],
            template: '${courtyard}#${door}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
