import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * When a household is to be visited next. It lies in the household's collection, so that its page and a visit need no
 * further read; and apart from the household's own record, so that a visit is no change of what is on file.
 */
export function createVisitPlanEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'visit-plan', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        grid: { type: 'string', required: true },
        courtyard: { type: 'string', required: true },
        door: { type: 'string', required: true },
        dueOn: { type: 'string', required: true },
        row: { type: 'any', required: true },
        facts: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'HOUSEHOLD#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'VISIT_PLAN', casing: 'none' },
        },
        /** What is due in a grid, by day and then by door, as one walks = one Query. */
        due: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['grid'], template: 'VISITS_DUE#${grid}', casing: 'none' },
          sk: {
            field: KEYS.queue.sk,
            composite: ['dueOn', 'courtyard', 'door', 'id'],
            template: '${dueOn}#${courtyard}#${door}#${id}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type VisitPlanEntity = ReturnType<typeof createVisitPlanEntity>;

/**
 * How the visits of a grid stand, as counted from its plans, now and at the end of each month. Those of a district lie in
 * one partition, by period and code: the grids of any area = one Query.
 */
export function createVisitCountEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'visit-count', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        /** `NOW`, or a month as YYYY-MM. */
        period: { type: 'string', required: true },
        grid: { type: 'string', required: true },
        at: { type: 'string', required: true },
        counts: { type: 'list', items: { type: 'number' }, required: true },
        /** The same for each worker. */
        workers: { type: 'any', required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'VISIT_COUNTS#${district}',
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
