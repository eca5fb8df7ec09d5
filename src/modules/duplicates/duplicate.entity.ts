import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { DUPLICATE_STATES } from './duplicate.machine';

/**
 * Two records that may be of one person. It lies in the collection of the older one, so that the page of a pair is the
 * collections of the two; what lists show is in `row`.
 */
export function createDuplicateEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'duplicate', service: 'wangge', version: '1' },
      attributes: {
        older: { type: 'string', required: true },
        younger: { type: 'string', required: true },
        version: { type: 'number', required: true },
        state: { type: DUPLICATE_STATES, required: true },
        area: { type: 'string', required: true },
        row: { type: 'any', required: true },
        changes: { type: 'any', required: true },
        /** Only while it waits: for whom, and since when. */
        waitsIn: { type: 'string' },
        turn: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['older'], template: 'RESIDENT#${older}', casing: 'none' },
          sk: {
            field: KEYS.table.sk,
            composite: ['younger'],
            template: 'DUPLICATE#${younger}',
            casing: 'none',
          },
        },
        /** What an area has to decide, the longest waiting first = one Query. */
        waiting: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['waitsIn'],
            template: 'DUPLICATES#${waitsIn}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: (attributes: { waitsIn?: string }) => attributes.waitsIn !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type DuplicateEntity = ReturnType<typeof createDuplicateEntity>;

/** That the younger record is in a pair: it leads to the collection in which the pair lies. */
export function createDuplicateLinkEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'duplicate-link', service: 'wangge', version: '1' },
      attributes: {
        older: { type: 'string', required: true },
        younger: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['younger'],
            template: 'RESIDENT#${younger}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['older'],
            template: 'DUPLICATE_OF#${older}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type DuplicateLinkEntity = ReturnType<typeof createDuplicateLinkEntity>;
