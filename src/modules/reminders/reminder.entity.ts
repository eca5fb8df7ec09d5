import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { MOMENT_KINDS } from './reminder.rules';

/**
 * When the clock has to look whether somebody is to be reminded of a record. It carries no more than the record's id; in a few
 * shards, as the deadlines of cases.
 */
export function createReminderEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'reminder-due', service: 'wangge', version: '1' },
      attributes: {
        shard: { type: 'number', required: true },
        /** RFC 3339 UTC. */
        at: { type: 'string', required: true },
        kind: { type: MOMENT_KINDS, required: true },
        id: { type: 'string', required: true },
        /** Which of the record's limits, visits or rounds of files it is. */
        source: { type: 'string', required: true },
      },
      indexes: {
        /** What is to be looked at in a shard by now, longest ago first = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['shard'],
            template: 'REMINDER_DUE#${shard}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['at', 'kind', 'id', 'source'],
            template: '${at}#${kind}#${id}#${source}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
