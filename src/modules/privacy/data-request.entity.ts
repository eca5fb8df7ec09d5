import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { DATA_REQUEST_STATES } from './data-request.machine';

/** A resident's request about their own data. It lies in the resident's collection; what lists show is in `row`. */
export function createDataRequestEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'data-request', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        resident: { type: 'string', required: true },
        state: { type: DATA_REQUEST_STATES, required: true },
        area: { type: 'string', required: true },
        row: { type: 'any', required: true },
        /** What it says, sealed by the vault for this request. */
        sealed: { type: 'any' },
        mark: { type: 'string', required: true },
        /** Where it was said in an application, and the version of the record it was made on. */
        origin: { type: 'any' },
        basis: { type: 'number' },
        decision: { type: 'any' },
        /** Only while it waits: the community that answers, and `<deadline>#<id>`. */
        community: { type: 'string' },
        turn: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['resident'],
            template: 'RESIDENT#${resident}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['id'], template: 'REQUEST#${id}', casing: 'none' },
        },
        /** What a community has to answer, the most urgent first = one Query. */
        waiting: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['community'],
            template: 'DATA_REQUESTS#${community}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: (attributes: { community?: string }) => attributes.community !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type DataRequestEntity = ReturnType<typeof createDataRequestEntity>;
