import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';
import { AREA_LEVELS } from '../../shared/area-code';

/**
 * A node of the tree. The whole district lies in one partition, ordered by level and code:
 * one area = one key; the areas of a level inside another = one Query with a prefix of the code.
 */
export function createAreaEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'area', service: 'wangge', version: '1' },
      attributes: {
        district: { type: 'string', required: true },
        level: { type: AREA_LEVELS, required: true },
        code: { type: 'string', required: true },
        /** Names from the district down to the area itself. */
        names: { type: 'list', items: { type: 'string' }, required: true },
      },
      indexes: {
        primary: {
          pk: {
            field: KEYS.table.pk,
            composite: ['district'],
            template: 'AREAS#${district}',
            casing: 'none',
          },
          sk: {
            field: KEYS.table.sk,
            composite: ['level', 'code'],
            template: '${level}#${code}',
            casing: 'none',
          },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/**
 * One H3 cell that a grid's boundary touches, with the boundary beside it: which grid is this point in = one Query on
 * the point's cell, and a polygon check of the few grids that share the cell.
 */
export function createGridCellEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'cell', service: 'wangge', version: '1' },
      attributes: {
        cell: { type: 'string', required: true },
        grid: { type: 'string', required: true },
        names: { type: 'list', items: { type: 'string' }, required: true },
        /** GeoJSON Polygon in WGS 84, as text: a tenth of the size of nested lists. */
        boundary: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['cell'], template: 'CELL#${cell}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['grid'], template: '${grid}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
