import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * A case, with its history inside: one move is one conditional write, and the table's stream is the outbox.
 * What lists show is in `row`, the one attribute that the indexes copy.
 */
export function createCaseEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'case', service: 'wangge', version: '1' },
      attributes: {
        /** Its id is in its key, as is who holds it: each byte is paid for at every move, and in every row of a list. */
        key: { type: 'string', field: KEYS.table.pk, required: true },
        version: { type: 'number', required: true },
        row: { type: 'any', required: true },
        /** The rest of a text too long for the row. */
        text: { type: 'string' },
        names: { type: 'list', items: { type: 'string' }, required: true },
        /** Today's grid, where it is another than it happened in; see docs/adr/0013. */
        grid: { type: 'string' },
        /** Type and id of the record it was made of. */
        origin: { type: 'any' },
        /** The number it has where it came from. */
        reference: { type: 'string' },
        /** By which rule it was routed, in short. */
        route: { type: 'any' },
        /** The office hours of its district when it was filed, where they were its own. */
        office: { type: 'any' },
        latitude: { type: 'number' },
        longitude: { type: 'number' },
        /** Code of the area that held it first, and the fingerprint of its report: the first step, in short. */
        entry: { type: 'string', required: true },
        mark: { type: 'string', required: true },
        /** By when that area had to act, in milliseconds since 1970, once its clock runs no more. */
        firstDue: { type: 'number' },
        /** The last link of its history, in base64url. */
        link: { type: 'string' },
        /** The steps after the report; see `case-steps.row`. */
        steps: { type: 'any', required: true },
        /** In whose inbox it lies, and its turn there; both absent once the case is closed. */
        inbox: { type: 'string', field: KEYS.queue.pk },
        turn: { type: 'string', field: KEYS.queue.sk },
      },
      indexes: {
        /** The case page: the case with its evidence and later its comments = one Query of its partition. */
        primary: {
          pk: { field: KEYS.table.pk, composite: ['key'], template: '${key}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'CASE', casing: 'none' },
        },
        /** An inbox: what an area or department holds, most urgent and soonest due first = one Query. */
        held: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['inbox'], template: '${inbox}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: (attributes: { inbox?: string }) => attributes.inbox !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type CaseEntity = ReturnType<typeof createCaseEntity>;
