import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * When premises are to be inspected next by a checklist: in the premises' collection, and in the lists of their grid and their
 * community. The index copies only its keys and `row`.
 */
export function createInspectionPlanEntity(table: Table) {
  return planEntity(table, 'PLAN', ['GRID', 'COMMUNITY']);
}
export type InspectionPlanEntity = ReturnType<typeof createInspectionPlanEntity>;

/**
 * The same once more, in the lists of their street, and of the checklist in their district: the table has two indexes, and an item
 * lies in each of them once.
 */
export function createInspectionDueEntity(table: Table) {
  return planEntity(table, 'DUE', ['STREET', 'CHECKLIST']);
}

function planEntity(table: Table, part: 'PLAN' | 'DUE', [first, second]: readonly [string, string]) {
  return new Entity(
    {
      model: { entity: `inspection-${part.toLowerCase()}`, service: 'wangge', version: '1' },
      attributes: {
        premises: { type: 'string', required: true },
        checklist: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** Code of the grid or courtyard the premises lie in, and of the grid. */
        area: { type: 'string', required: true },
        grid: { type: 'string', required: true },
        /** The lists it lies in, and its turn there: by day, area, premises; absent while they are not to be inspected. */
        firstList: { type: 'string' },
        secondList: { type: 'string' },
        turn: { type: 'string' },
        row: { type: 'any', required: true },
        facts: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['premises'],
            template: 'PREMISES#${premises}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['checklist'],
            template: `INSPECTION_${part}#\${checklist}`,
            casing: 'none',
          },
        },
        /** What is due in a grid, or in a street, by day = one Query. */
        first: {
          index: KEYS.queue.index,
          pk: {
            field: KEYS.queue.pk,
            composite: ['firstList'],
            template: `INSPECTIONS_DUE_${first}#\${firstList}`,
            casing: 'none',
          },
          sk: { field: KEYS.queue.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: isListed,
        },
        /** What is due in a community, or by a checklist in a district, by day = one Query. */
        second: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['secondList'],
            template: `INSPECTIONS_DUE_${second}#\${secondList}`,
            casing: 'none',
          },
          sk: { field: KEYS.person.sk, composite: ['turn'], template: '${turn}', casing: 'none' },
          condition: isListed,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
function isListed({ turn }: { turn?: string }): boolean {
  return turn !== undefined;
}

/**
 * How the inspections of a grid stand, as counted from its plans, now and at the end of each month. Those of a district lie in
 * one partition, by period and code: the grids of any area = one Query.
 */
export function createInspectionCountEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'inspection-count', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        /** `NOW`, or a month as YYYY-MM. */
        period: { type: 'string', required: true },
        grid: { type: 'string', required: true },
        at: { type: 'string', required: true },
        /** Figures by checklist, as lists. */
        counts: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'INSPECTION_COUNTS#${district}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['period', 'grid'],
            template: '${period}#${grid}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
