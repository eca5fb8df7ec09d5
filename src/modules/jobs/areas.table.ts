import { levelOf } from '../../shared/area-code';
import { areaCode, boundary, text, toWkt } from './cell.rules';
import { type RowOf, type TableDefinition } from './table.rules';

const columns = {
  code: {
    zh: '编码',
    aliases: ['区划代码', '区域编码', '网格编码', '网格编号', '院落编码'],
    about: {
      zh: '6 位（区）、9 位（街道）、12 位（社区）、15 位（网格）或 18 位（院落）；请设为文本。',
      en: '6 (district), 9 (street), 12 (community), 15 (grid) or 18 digits (courtyard); keep it text.',
    },
    required: true,
    example: '510108008003001',
    read: areaCode('DISTRICT', 'STREET', 'COMMUNITY', 'GRID', 'COURTYARD'),
  },
  name: {
    zh: '名称',
    aliases: ['区域名称', '网格名称', '院落名称'],
    about: { zh: '本级名称；上级由编码得出。', en: 'Its own name; those above follow from the code.' },
    required: true,
    example: '第一网格',
    read: text(50),
  },
  boundary: {
    zh: '边界',
    aliases: ['网格边界', 'wkt', 'geometry', 'geojson'],
    about: {
      zh: '网格的边界：WGS 84 坐标的多边形，WKT 或 GeoJSON，经度在前。',
      en: 'Boundary of a grid: a polygon in WGS 84 as WKT or GeoJSON, longitude first.',
    },
    required: false,
    example:
      'POLYGON ((104.1102 30.6781, 104.1104 30.6745, 104.1143 30.6742, 104.1141 30.6784, 104.1102 30.6781))',
    read: boundary,
    write: toWkt,
  },
} as const;

/** A line of a file of areas. */
export type AreaRow = RowOf<typeof columns>;

/** Areas with their boundaries. */
export const AREAS_TABLE: TableDefinition<AreaRow> = {
  kind: 'AREAS',
  name: { zh: '区域', en: 'areas' },
  columns,
  keyOf: ({ code }) => code,
  areaOf: ({ code }) => code,
  check: ({ code, boundary: drawn }) =>
    drawn !== undefined && levelOf(code) !== 'GRID'
      ? [{ column: 'boundary', code: 'BOUNDARY_NOT_OF_GRID' }]
      : [],
};
