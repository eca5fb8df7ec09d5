import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * When a case's clock is near its end, or runs out: both written from the table's stream for each clock that begins, each
 * taken away when the clock's door has looked. It carries nothing of the case but its id. In a few shards, because all cases of all districts
 * write here.
 */
export function createCaseDeadlineEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'case-deadline', service: 'wangge', version: '1' },
      attributes: {
        shard: { type: 'number', required: true },
        /** RFC 3339 UTC. */
        at: { type: 'string', required: true },
        id: { type: 'string', required: true },
        /** Which of the case's clocks it is. */
        began: { type: 'number', required: true },
        /** Whether it is near its end then, or runs out. */
        moment: { type: ['NEAR', 'DUE'] as const, required: true },
      },
      indexes: {
        /** What is to be looked at in a shard by now, longest ago first = one Query. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['shard'], template: 'CASE_DUE#${shard}', casing: 'none' },
          sk: {
            field: KEYS.table.sk,
            composite: ['at', 'id', 'began', 'moment'],
            template: '${at}#${id}#${began}#${moment}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
