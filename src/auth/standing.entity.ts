import { Entity } from 'electrodb';
import { KEYS, type Table } from '../data/table';

const personKey = {
  field: KEYS.table.pk,
  composite: ['person'],
  template: 'PERSON#${person}',
  casing: 'none',
} as const;

/** Since when the tokens of a person are good: one key, read with every request. */
export function createStandingEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'standing', service: 'wangge', version: '1' },
      attributes: {
        person: { type: 'string', required: true },
        /** Tokens issued before are void; RFC 3339 UTC. */
        since: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { ...personKey, composite: ['person'] },
          sk: { field: KEYS.table.sk, composite: [], template: 'STANDING', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** That somebody voided a person's tokens, and why. It lies beside the standing and is never changed. */
export function createRevocationEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'revocation', service: 'wangge', version: '1' },
      attributes: {
        person: { type: 'string', required: true },
        id: { type: 'string', required: true },
        at: { type: 'string', required: true },
        by: { type: 'any', required: true },
        reason: { type: 'string', required: true },
        mark: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { ...personKey, composite: ['person'] },
          sk: { field: KEYS.table.sk, composite: ['id'], template: 'REVOCATION#${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
