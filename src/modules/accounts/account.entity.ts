import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

const residentKey = {
  field: KEYS.table.pk,
  composite: ['resident'],
  template: 'ACCOUNTS_OF#${resident}',
  casing: 'none',
} as const;

/** An account with everybody it is bound to: whom a login speaks for = one GetItem. */
export function createAccountEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'account', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        bindings: { type: 'any', required: true },
        /** Wrong codes of the last day. */
        tries: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'ACCOUNT#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'ACCOUNT', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type AccountEntity = ReturnType<typeof createAccountEntity>;

/** The newest code of a resident and a relation: only its keyed hash, gone once it is used. */
export function createBindingCodeEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'binding-code', service: 'wangge', version: '1' },
      attributes: {
        resident: { type: 'string', required: true },
        relation: { type: 'string', required: true },
        hash: { type: 'string' },
        code: { type: 'any', required: true },
        /** What the index copies: whose code it is. */
        row: { type: 'any', required: true },
        /** Seconds since 1970, for the table's TTL. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        primary: {
          pk: { ...residentKey, composite: ['resident'] },
          sk: { field: KEYS.table.sk, composite: ['relation'], template: 'CODE#${relation}', casing: 'none' },
        },
        /** Whose a code is = one Query by its hash. */
        byHash: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['hash'], template: 'BINDING_CODE#${hash}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: [], template: 'CODE', casing: 'none' },
          condition: (attributes: { hash?: string }) => attributes.hash !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type BindingCodeEntity = ReturnType<typeof createBindingCodeEntity>;

/** That an account is, or was, bound to a resident: the account itself says whether it still is. */
export function createAccountPointerEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'account-pointer', service: 'wangge', version: '1' },
      attributes: {
        resident: { type: 'string', required: true },
        /** `SELF`, of which there is one, or `<relation>#<account>`. */
        place: { type: 'string', required: true },
        account: { type: 'string', required: true },
      },
      indexes: {
        /** Accounts and codes of a resident = one Query. */
        primary: {
          pk: { ...residentKey, composite: ['resident'] },
          sk: { field: KEYS.table.sk, composite: ['place'], template: 'HELD#${place}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type AccountPointerEntity = ReturnType<typeof createAccountPointerEntity>;
