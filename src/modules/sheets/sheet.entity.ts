import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A version of a sheet. All versions of one sheet lie together; a form = one Get. What lists show is in `row`. */
export function createSheetEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'sheet', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        /** The version, in four digits. */
        order: { type: 'string', required: true },
        revision: { type: 'number', required: true },
        row: { type: 'any', required: true },
        about: { type: 'any', required: true },
        fields: { type: 'any', required: true },
        changes: { type: 'any', required: true },
        /** The district, and once it is published the last day; while it is a draft the area whose staff write it. */
        district: { type: 'string', required: true },
        until: { type: 'string' },
        draftOf: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'SHEET#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['order'], template: 'VERSION#${order}', casing: 'none' },
        },
        /** The versions of a district whose period is not over = one Query from today on. */
        out: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['district'],
            template: 'SHEETS#${district}',
            casing: 'none',
          },
          sk: {
            field: KEYS.queue.sk,
            composite: ['until', 'id', 'order'],
            template: '${until}#${id}#${order}',
            casing: 'none',
          },
          condition: (attributes: { until?: string }) => attributes.until !== undefined,
        },
        /** What the staff of an area, and of those inside it, are writing at = one Query. */
        drafts: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['district'],
            template: 'SHEET_DRAFTS#${district}',
            casing: 'none',
          },
          sk: {
            field: KEYS.person.sk,
            composite: ['draftOf', 'id', 'order'],
            template: '${draftOf}#${id}#${order}',
            casing: 'none',
          },
          condition: (attributes: { draftOf?: string }) => attributes.draftOf !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type SheetEntity = ReturnType<typeof createSheetEntity>;
