import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { GRID_KINDS } from './area.rules';

/**
 * The load of a grid as it was counted, now and at the end of each month. Those of a district lie in one partition, by
 * period and code: the grids of any area = one Query. Names are short and figures in one list, for 80 rows in 2 units.
 */
export function createLoadEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'load', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        /** `NOW`, or a month as YYYY-MM. */
        period: { type: 'string', required: true },
        grid: { type: 'string', required: true },
        name: { type: 'string', required: true },
        kind: { type: GRID_KINDS },
        /** Households, residents, floating residents, premises, open cases, grid workers. */
        counts: { type: 'list', items: { type: 'number' }, required: true },
        /** When counting began. */
        at: { type: 'string', required: true },
        validFrom: { type: 'string' },
        validTo: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'LOADS#${district}',
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

/** That a grid is to be counted again: one item a grid, in the queue while it waits. */
export function createRecountEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'recount', service: 'wangge', version: '1' },
      attributes: {
        grid: { type: 'string', required: true },
        /** New at each mark, so that one set while the grid is being counted is not taken for the one before. */
        mark: { type: 'string', required: true },
        /** Only while it waits: which part of the queue it is in, and since or from when. */
        shard: { type: 'string' },
        dueAt: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['grid'], template: 'RECOUNT#${grid}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'RECOUNT', casing: 'none' },
        },
        /** Grids to be counted, longest due first: the clock's Query, one a shard. */
        due: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['shard'], template: 'RECOUNTS#${shard}', casing: 'none' },
          sk: { field: KEYS.queue.sk, composite: ['dueAt'], template: '${dueAt}', casing: 'none' },
          condition: (attributes: { shard?: string }) => attributes.shard !== undefined,
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/** That a case of a grid is open, or no longer: the open cases of a grid = one Query. */
export function createOpenCaseEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'open-case', service: 'wangge', version: '1' },
      attributes: {
        grid: { type: 'string', required: true },
        id: { type: 'string', required: true },
        /** Version of the case that says so. */
        version: { type: 'number', required: true },
        open: { type: 'boolean', required: true },
        /** Seconds; of a closed one, when no older event can come any more. */
        expiresAt: { type: 'number' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['grid'], template: 'OPEN#${grid}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['id'], template: '${id}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
