import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * That a case's clock runs out, and when: written from the table's stream for each clock that begins, taken away when the
 * clock's door has looked. It carries nothing of the case but its id. In a few shards, because all cases of all districts
 * write here.
 */
export function createCaseDeadlineEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'case-deadline', service: 'wangge', version: '1' },
      attributes: {
        shard: { type: 'number', required: true },
        /** RFC 3339 UTC. */
        dueAt: { type: 'string', required: true },
        id: { type: 'string', required: true },
        /** Which of the case's clocks it is. */
        began: { type: 'number', required: true },
      },
      indexes: {
        /** What has run out in a shard by now, longest ago first = one Query. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['shard'], template: 'CASE_DUE#${shard}', casing: 'none' },
          sk: {
            field: KEYS.table.sk,
            composite: ['dueAt', 'id', 'began'],
            template: '${dueAt}#${id}#${began}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
