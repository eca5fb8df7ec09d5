import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * A household. Its collection holds who lives and lived in it: the household's page = one Query. What lists show is in
 * `row`, the one attribute that the index copies.
 */
export function createHouseholdEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'household', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        grid: { type: 'string', required: true },
        courtyard: { type: 'string', required: true },
        door: { type: 'string', required: true },
        row: { type: 'any', required: true },
        /** The changes made by people, the last ones, so that a repeated one is known. */
        changes: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'HOUSEHOLD#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'HOUSEHOLD', casing: 'none' },
        },
        /** The households of a grid or courtyard, by courtyard and door = one Query. */
        listed: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['grid'], template: 'HOUSEHOLDS#${grid}', casing: 'none' },
          sk: {
            field: KEYS.queue.sk,
            composite: ['courtyard', 'door', 'id'],
            template: '${courtyard}#${door}#${id}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type HouseholdEntity = ReturnType<typeof createHouseholdEntity>;

/** Somebody's residence in a household, beside it: who lives here, and who did on a day. */
export function createMemberEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'member', service: 'wangge', version: '1' },
      attributes: {
        household: { type: 'string', required: true },
        resident: { type: 'string', required: true },
        from: { type: 'string', required: true },
        /** Who it is and how long the stay was. */
        facts: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['household'],
            template: 'HOUSEHOLD#${household}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['resident', 'from'],
            template: 'MEMBER#${resident}#${from}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type MemberEntity = ReturnType<typeof createMemberEntity>;
