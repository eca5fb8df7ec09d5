import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** Somebody's application for a service. Its files lie in its collection; what lists show is in `row`. */
export function createApplicationEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'application', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        resident: { type: 'string', required: true },
        row: { type: 'any', required: true },
        facts: { type: 'any', required: true },
        steps: { type: 'any', required: true },
        /** The answers, sealed by the vault for this application. */
        sealed: { type: 'any' },
        /** Only while an office has to do with it: its community, and `<state>#<due>#<id>`. */
        community: { type: 'string' },
        turn: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'APPLICATION#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'APPLICATION', casing: 'none' },
        },
        /** What a community has to handle in a state, the most urgent first = one Query. */
        toHandle: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['community'],
            template: 'APPLICATIONS#${community}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: (attributes: { community?: string }) => attributes.community !== undefined,
        },
        /** What was applied for in a resident's name, newest first = one Query. */
        ofResident: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['resident'],
            template: 'APPLICATIONS_OF#${resident}',
            casing: 'none',
          },
          sk: { field: KEYS.person.sk, composite: ['id'], template: '${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type ApplicationEntity = ReturnType<typeof createApplicationEntity>;
