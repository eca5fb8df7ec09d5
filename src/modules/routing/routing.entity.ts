import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A set of routing rules, from its proposal on; its rules never change. */
export function createRoutingSetEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'routing-set', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        district: { type: 'string', required: true },
        state: { type: 'string', required: true },
        /** Id of the person who proposed it: nobody decides about their own. */
        proposer: { type: 'string', required: true },
        proposedAt: { type: 'string', required: true },
        row: { type: 'any', required: true },
        /** Its rules, as JSON. */
        rules: { type: 'string', required: true },
        steps: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'ROUTING_SET#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'ROUTING_SET', casing: 'none' },
        },
        /** The sets of a district, newest first = one Query. */
        ofDistrict: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['district'],
            template: 'ROUTING_SETS#${district}',
            casing: 'none',
          },
          sk: {
            field: KEYS.person.sk,
            composite: ['proposedAt', 'id'],
            template: '${proposedAt}#${id}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type RoutingSetEntity = ReturnType<typeof createRoutingSetEntity>;

/**
 * What holds in a district from a day on: the approved set of that day, written with its approval. What holds on any day =
 * one Query of one row, backwards from it.
 */
export function createRoutingDayEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'routing-day', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        from: { type: 'string', required: true },
        set: { type: 'string', required: true },
        rules: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'ROUTING#${district}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['from'], template: '${from}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
