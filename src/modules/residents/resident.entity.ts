import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * A resident. The collection holds what is on file: the resident's page = one Query. Identity number and phone are
 * sealed; they are found by their blind indexes only, which copy `row`, what a search shows.
 */
export function createResidentEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'resident', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        row: { type: 'any', required: true },
        residences: { type: 'any', required: true },
        /** Where it was merged into another, how to take that back; the ids of those merged into it. */
        merge: { type: 'any' },
        absorbed: { type: 'any' },
        /** Identity number and phone, sealed by the vault for this resident. */
        sealed: { type: 'any' },
        identityIndex: { type: 'string' },
        phoneIndex: { type: 'string' },
        /** The changes made by people, the last ones, so that a repeated one is known. */
        changes: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'RESIDENT#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'RESIDENT', casing: 'none' },
        },
        /** Who has an identity number = one Query by its blind index. */
        identity: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['identityIndex'],
            template: 'IDENTITY#${identityIndex}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: [], template: 'RESIDENT', casing: 'none' },
          condition: (attributes: { identityIndex?: string }) => attributes.identityIndex !== undefined,
        },
        /** Who has a phone number = one Query by its blind index. */
        phone: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['phoneIndex'],
            template: 'PHONE#${phoneIndex}',
            casing: 'none',
          },
          sk: { field: KEYS.person.sk, composite: [], template: 'RESIDENT', casing: 'none' },
          condition: (attributes: { phoneIndex?: string }) => attributes.phoneIndex !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type ResidentEntity = ReturnType<typeof createResidentEntity>;
