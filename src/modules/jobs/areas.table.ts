import { levelOf } from '../../shared/area-code';
import { areaCode, boundary, choice, date, text, toWkt } from './cell.rules';
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
  kind: {
    zh: '网格类型',
    aliases: ['类型'],
    about: { zh: '网格填写，可不填。', en: 'Of a grid; may be left empty.' },
    required: false,
    example: '综合网格',
    ...choice({
      GENERAL: ['综合网格', '一般网格', '基础网格'],
      MICRO: ['微网格'],
      SPECIAL: ['专属网格'],
    }),
  },
  department: {
    zh: '管理部门编码',
    aliases: ['部门编码'],
    about: { zh: '专属网格填写第二管理部门。', en: 'Of a special grid: its second managing department.' },
    required: false,
    example: '',
    read: text(40),
  },
  validFrom: {
    zh: '启用日期',
    aliases: ['生效日期'],
    about: { zh: '可不填。', en: 'First day it holds; may be left empty.' },
    required: false,
    example: '2026-01-01',
    read: date,
  },
  validTo: {
    zh: '停用日期',
    aliases: ['失效日期'],
    about: { zh: '从哪天起不再使用，可不填。', en: 'Day from which it holds no more; may be left empty.' },
    required: false,
    example: '',
    read: date,
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
