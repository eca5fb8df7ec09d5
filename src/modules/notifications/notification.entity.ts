import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** That somebody is to know of something that happened to a case or an application, or of a booking. It says which and what, and nothing of it itself. */
export function createNotificationEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'notification', service: 'wangge', version: '1' },
      attributes: {
        person: { type: 'string', required: true },
        /** When it happened, in ms of a fixed width, the record, what it is of, the kind: known again however often it is told. */
        turn: { type: 'string', required: true },
        /** Kind, id of the record, and who did it. */
        row: { type: 'any', required: true },
        /** Person and turn again while it is unread; both absent afterwards. */
        unreadBy: { type: 'string' },
        unreadTurn: { type: 'string' },
        /** When the table's own clean-up takes it away, in seconds. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        /** What somebody was notified of, newest first = one Query. */
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['person'],
            template: 'NOTIFICATIONS#${person}',
            casing: 'none',
          },
          sk: { field: KEYS.table.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
        },
        /** What of it is unread = one Query. */
        unread: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['unreadBy'],
            template: 'UNREAD#${unreadBy}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['unreadTurn'], template: '${unreadTurn}', casing: 'none' },
          condition: (attributes: { unreadBy?: string }) => attributes.unreadBy !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type NotificationEntity = ReturnType<typeof createNotificationEntity>;
