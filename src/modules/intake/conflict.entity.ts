import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { CONFLICT_STATES } from './conflict.rules';
import { ITEM_KINDS } from './item.rules';

/** A conflict: what was sent and could not be written. Lists show the open ones. */
export function createConflictEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'conflict', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        kind: { type: ITEM_KINDS, required: true },
        state: { type: CONFLICT_STATES, required: true },
        /** RFC 3339 UTC. */
        keptAt: { type: 'string', required: true },
        area: { type: 'string' },
        /** Who was faster, as the refusal told it. */
        what: { type: 'any' },
        /** What was sent, sealed by the vault for this conflict. */
        sealed: { type: 'any', required: true },
        /** Keyed fingerprint of what was sent. */
        mark: { type: 'string', required: true },
        /** Who decided, by which request, when. */
        settled: { type: 'any' },
        /** What lists show: record, sender. */
        row: { type: 'any', required: true },
        /** Only while it is open: who sent it, and where it stands in their list, `<keptAt>#<id>`. */
        person: { type: 'string' },
        turn: { type: 'string' },
        /** Only while it is open and its area is known: the same of its community. */
        community: { type: 'string' },
        place: { type: 'string' },
        /** Seconds since 1970, for the table's TTL: what is settled goes after a while. */
        expiresAt: { type: 'number' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'CONFLICT#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'CONFLICT', casing: 'none' },
        },
        /** What a person has to decide, newest first = one Query. */
        mine: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['person'],
            template: 'CONFLICTS#${person}',
            casing: 'none',
          },
          sk: { field: KEYS.person.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: (attributes: { person?: string }) => attributes.person !== undefined,
        },
        /** What nobody has decided yet in a community, newest first = one Query. */
        inCommunity: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['community'],
            template: 'CONFLICTS#${community}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['place'], template: '${place}', casing: 'none' },
          condition: (attributes: { community?: string }) => attributes.community !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type ConflictEntity = ReturnType<typeof createConflictEntity>;
