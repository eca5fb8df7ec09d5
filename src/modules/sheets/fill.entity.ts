import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * A sheet that was filled in. Its collection holds what was done with it since: its page = one Query. What lists show is in
 * `row`. It lies beside nobody's record, so that a resident's page stays small; numbers are sealed.
 */
export function createSheetFillEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'sheet-fill', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        revision: { type: 'number', required: true },
        row: { type: 'any', required: true },
        answers: { type: 'any', required: true },
        /** Phone and identity numbers by field, sealed by the vault for this fill. */
        sealed: { type: 'any' },
        facts: { type: 'any', required: true },
        changes: { type: 'any', required: true },
        sheet: { type: 'string', required: true },
        state: { type: 'string', required: true },
        area: { type: 'string', required: true },
        subject: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'FILL#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'FILL', casing: 'none' },
        },
        /** The results of a sheet in a state, in an area of any level = one Query. */
        results: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['state', 'sheet'],
            template: 'FILLS_${state}#${sheet}',
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['area', 'id'], template: '${area}#${id}', casing: 'none' },
        },
        /** What was filled in about a resident or a household, by age = one Query. */
        about: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['subject'],
            template: 'FILLS_OF#${subject}',
            casing: 'none',
          },
          sk: { field: KEYS.person.sk, composite: ['id'], template: '${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type SheetFillEntity = ReturnType<typeof createSheetFillEntity>;

/** Something that was done with a filled sheet: who changed which answer, when, from what. Written once. */
export function createSheetFillStepEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'sheet-fill-step', service: 'wangge', version: '1' },
      attributes: {
        fill: { type: 'string', required: true },
        /** The revision that it led to, in four digits. */
        order: { type: 'string', required: true },
        facts: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['fill'], template: 'FILL#${fill}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['order'], template: 'STEP#${order}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type SheetFillStepEntity = ReturnType<typeof createSheetFillStepEntity>;
