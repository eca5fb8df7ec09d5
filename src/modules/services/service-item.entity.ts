import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A version of a service item. All versions of one lie together; what lists show and search is in `row`. */
export function createServiceItemEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'service-item', service: 'wangge', version: '1' },
      attributes: {
        /** `<district>-<code>`. */
        id: { type: 'string', required: true },
        /** The version, in four digits. */
        order: { type: 'string', required: true },
        row: { type: 'any', required: true },
        content: { type: 'any', required: true },
        published: { type: 'any', required: true },
        district: { type: 'string', required: true },
        /** `<last day>#<id>`. */
        turn: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'SERVICE#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['order'], template: 'VERSION#${order}', casing: 'none' },
        },
        /** The versions of a district that are not over = one Query from today on. */
        ofDistrict: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['district'],
            template: 'SERVICES#${district}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type ServiceItemEntity = ReturnType<typeof createServiceItemEntity>;
