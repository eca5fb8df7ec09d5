import { Entity } from 'electrodb';
import { KEYS, type Table } from '../../data/table';

/**
 * The boundary of an area. Those of a community, its grids and its courtyards lie side by side: a map of the community,
 * and whether its grids leave gaps = one Query.
 */
export function createBoundaryEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'boundary', service: 'wangge', version: '1' },
      attributes: {
        /** The community; of areas above one, the area itself. */
        place: { type: 'string', required: true },
        code: { type: 'string', required: true },
        /** GeoJSON Polygon in WGS 84, as text: a tenth of the size of nested lists. */
        boundary: { type: 'string', required: true },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['place'], template: 'BOUNDARIES#${place}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['code'], template: '${code}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}

/**
 * One H3 cell that a boundary touches, with the boundary beside it: in which grid is this point = one Query on the
 * point's cell, and a polygon check of the few areas that share the cell.
 */
export function createCellEntity(table: Table) {
  return new Entity(
    {
      model: { entity: 'cell', service: 'wangge', version: '1' },
      attributes: {
        cell: { type: 'string', required: true },
        code: { type: 'string', required: true },
        names: { type: 'list', items: { type: 'string' }, required: true },
        boundary: { type: 'string', required: true },
        /** Business dates; see `shared/business-date.ts`. */
        validFrom: { type: 'string' },
        validTo: { type: 'string' },
      },
      indexes: {
        primary: {
          pk: { field: KEYS.table.pk, composite: ['cell'], template: 'CELL#${cell}', casing: 'none' },
          sk: { field: KEYS.table.sk, composite: ['code'], template: '${code}', casing: 'none' },
        },
      },
    },
    { client: table.client, table: table.name },
  );
}
