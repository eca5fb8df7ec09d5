import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** Under which names a kind of rules is kept. */
export interface RulesetNames {
  /** Beginning of its entities' names: `routing` has `routing-set` and `routing-day`. */
  readonly entity: string;
  /** Beginnings of its keys: of a set, of a district's list of them, and of what holds there. */
  readonly set: string;
  readonly list: string;
  readonly days: string;
}

/** A set of a district's rules, from its proposal on; its rules never change. */
export function createRulesetEntity(table: Table, names: RulesetNames) {
  return new Entity(
    {
      model: { entity: `${names.entity}-set`, service: 'wangge', version: '1' },
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
          pk: { field: KEYS.table.pk, composite: ['id'], template: `${names.set}#\${id}`, casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: names.set, casing: 'none' },
        },
        /** The sets of a district, newest first = one Query. */
        ofDistrict: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['district'],
            template: `${names.list}#\${district}`,
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
export type RulesetEntity = ReturnType<typeof createRulesetEntity>;

/**
 * What holds in a district from a day on: the approved set of that day, written with its approval. What holds on any day =
 * one Query of one row, backwards from it.
 */
export function createRulesetDayEntity(table: Table, names: RulesetNames) {
  return new Entity(
    {
      model: { entity: `${names.entity}-day`, service: 'wangge', version: '1' },
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
            template: `${names.days}#\${district}`,
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['from'], template: '${from}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
