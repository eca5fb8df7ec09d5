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
        /** Only once it is published: the district, and `<last day>#<id>#<order>`. */
        outIn: { type: 'string' },
        turn: { type: 'string' },
        /** Only while it is a draft: the district, and `<area>#<id>#<order>`. */
        draftedIn: { type: 'string' },
        draft: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'SHEET#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['order'], template: 'VERSION#${order}', casing: 'none' },
        },
        /** The versions of a district whose period is not over = one Query from today on. */
        out: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['outIn'], template: 'SHEETS#${outIn}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: (attributes: { outIn?: string }) => attributes.outIn !== undefined,
        },
        /** What the staff of an area, and of those inside it, are writing at = one Query. */
        drafts: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['draftedIn'],
            template: 'SHEET_DRAFTS#${draftedIn}',
            casing: 'none',
          },
          sk: { field: KEYS.person.sk, composite: ['draft'], template: '${draft}', casing: 'none' },
          condition: (attributes: { draftedIn?: string }) => attributes.draftedIn !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type SheetEntity = ReturnType<typeof createSheetEntity>;
