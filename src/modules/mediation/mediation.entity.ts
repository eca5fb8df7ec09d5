import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * The mediation record of a dispute. It lies in the case's collection, so that whoever writes to it has read the case too;
 * of names the index copies only the masked ones.
 */
export function createMediationEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'mediation', service: 'wangge', version: '1' },
      attributes: {
        /** Id of the case. */
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** Code of the area in which its case lay at this writing; absent in records from before it was kept. */
        area: { type: 'string' },
        parties: { type: 'any', required: true },
        sessions: { type: 'any', required: true },
        /** What lists show: category, its version, and the masked names of the parties. */
        row: { type: 'any', required: true },
        /** In which community the next follow-up is due, and its day, area and case; both absent when none is open. */
        community: { type: 'string' },
        turn: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'CASE#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'MEDIATION', casing: 'none' },
        },
        /** The follow-ups that are due in a community, by day = one Query. */
        due: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['community'],
            template: 'MEDIATION_DUE#${community}',
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
export type MediationEntity = ReturnType<typeof createMediationEntity>;
