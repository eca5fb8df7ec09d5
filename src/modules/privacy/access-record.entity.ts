import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** That somebody looked at a resident's data. A collection of its own, so that a resident's page does not read it. */
export function createAccessRecordEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'look', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        resident: { type: 'string', required: true },
        kind: { type: 'string', required: true },
        purpose: { type: 'string' },
        reason: { type: 'string' },
        fields: { type: 'any', required: true },
        /** Milliseconds since 1970: a hundred rows must stay small. */
        at: { type: 'number', required: true },
        by: { type: 'any', required: true },
        mark: { type: 'string', required: true },
      },
      indexes: {
        /** Who looked at somebody's data, newest first = one Query backwards. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['resident'],
            template: 'LOOKED#${resident}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['id'], template: '${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type AccessRecordEntity = ReturnType<typeof createAccessRecordEntity>;

/** That somebody looked up a number, whoever was found: nobody, too, is an answer. */
export function createLookUpEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'look-up', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        actor: { type: 'string', required: true },
        purpose: { type: 'string', required: true },
        reason: { type: 'string', required: true },
        at: { type: 'number', required: true },
        by: { type: 'any', required: true },
        /** Ids of those who were found. */
        found: { type: 'any', required: true },
        mark: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['actor'], template: 'LOOKED_UP#${actor}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['id'], template: '${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type LookUpEntity = ReturnType<typeof createLookUpEntity>;

/** One use of a quota. There are as many places as it has uses, and nobody takes a place twice. */
export function createQuotaEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'quota', service: 'wangge', version: '1' },
      attributes: {
        name: { type: 'string', required: true },
        actor: { type: 'string', required: true },
        day: { type: 'string', required: true },
        /** Its number, from `001`: keys sort as text. */
        place: { type: 'string', required: true },
        /** Seconds since 1970, for the table's TTL. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        /** How much is used = one Query backwards for the last place. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['name', 'actor', 'day'],
            template: '${name}#${actor}#${day}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['place'], template: '${place}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type QuotaEntity = ReturnType<typeof createQuotaEntity>;
