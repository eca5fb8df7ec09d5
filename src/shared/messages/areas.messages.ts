import { type Text } from './text';

/** Refusals about areas, grids and their boundaries. */
export const AREA_ERRORS = {
  AREA_NAMES_UNFIT: {
    zh: '区域 {code} 的编码与名称层级不符。',
    en: 'The code of area {code} and the names down to it do not fit each other.',
  },
  GRID_KIND_UNFIT: {
    zh: '区域 {code} 的网格类型不正确：只有网格和院落有类型，专属网格（且仅专属网格）须注明双重管理部门。',
    en: 'The kind of grid of {code} is not right: only grids and courtyards have one, and a special grid, and no other, names a second department.',
  },
  VALIDITY_INVALID: {
    zh: '日期 {date} 不正确：格式为 YYYY-MM-DD，失效日期须晚于生效日期。',
    en: 'The date {date} is not right: write YYYY-MM-DD, and an end after the beginning.',
  },
  BOUNDARY_MALFORMED: {
    zh: '边界不是有效的 GeoJSON 多边形（Polygon），坐标顺序为经度、纬度。',
    en: 'The boundary is no GeoJSON Polygon with positions of longitude and latitude.',
  },
  BOUNDARY_NOT_CLOSED: {
    zh: '边界没有闭合：首尾两点须相同，且至少四个点。',
    en: 'The boundary is not closed: its first and last position must be the same, and there must be four at least.',
  },
  BOUNDARY_CROSSES_ITSELF: {
    zh: '边界自相交或没有面积。',
    en: 'The boundary crosses itself or encloses nothing.',
  },
  BOUNDARY_TOO_LARGE: { zh: '边界最多 {max} 个点。', en: 'A boundary has at most {max} positions.' },
} as const satisfies Record<string, Text>;
