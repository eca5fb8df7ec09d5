import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/** A plan to change grids, with its content, its history and how far it has been carried out. */
export function createAdjustmentEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'adjustment', service: 'wangge', version: '1' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        district: { type: 'string', required: true },
        proposedAt: { type: 'string', required: true },
        row: { type: 'any', required: true },
        reason: { type: 'string', required: true },
        /** What it wants changed, as JSON: boundaries as text are a tenth of the size of nested lists. */
        content: { type: 'string', required: true },
        steps: { type: 'any', required: true },
        progress: { type: 'any' },
        /** Only while the clock has to look after it: the queue, and its turn there, by the day it takes effect. */
        queue: { type: ['ADJUSTMENTS'] as const },
        turn: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['id'], template: 'ADJUSTMENT#${id}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'ADJUSTMENT', casing: 'none' },
        },
        /** Plans that are approved, by the day they take effect = the clock's one Query. */
        due: {
          index: KEYS.queue.index,
          pk: { field: KEYS.queue.pk, composite: ['queue'], template: 'DUE#${queue}', casing: 'none' },
          sk: {
            field: KEYS.queue.sk,
            composite: ['turn'],
            template: '${turn}',
            casing: 'none',
          },
          condition: (attributes: { queue?: string }) => attributes.queue !== undefined,
        },
        /** The plans of a district, newest first = one Query; it makes some dozens a year. */
        ofDistrict: {
          index: KEYS.person.index,
          pk: {
            field: KEYS.person.pk,
            composite: ['district'],
            template: 'ADJUSTMENTS#${district}',
            casing: 'none',
          },
          sk: {
            field: KEYS.person.sk,
            composite: ['proposedAt', 'id'],
            template: '${proposedAt}#${id}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
export type AdjustmentEntity = ReturnType<typeof createAdjustmentEntity>;

/** That an open plan touches a grid: one item a grid, so that no other plan may. */
export function createGridLockEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'grid-lock', service: 'wangge', version: '1' },
      attributes: {
        grid: { type: 'string', required: true },
        /** Id of the plan; absent when the grid is free again. */
        plan: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['grid'], template: 'GRID_LOCK#${grid}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: [], template: 'GRID_LOCK', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
