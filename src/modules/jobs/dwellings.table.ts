import { areaCode, choice, door, whole } from './cell.rules';
import { type RowOf, type TableDefinition } from './table.rules';

const columns = {
  courtyard: {
    zh: '院落编码',
    aliases: ['院落', '小区编码', '所属院落'],
    about: { zh: '18 位，请设为文本。', en: '18 digits; keep it text.' },
    required: true,
    example: '510108008003001001',
    read: areaCode('COURTYARD'),
  },
  door: {
    zh: '门牌',
    aliases: ['门牌号', '房号', '房间号'],
    about: { zh: '楼栋-单元-房号，请设为文本。', en: 'Building-unit-room; keep it text.' },
    required: true,
    example: '1-1-101',
    read: door,
  },
  use: {
    zh: '用途',
    aliases: ['房屋用途', '房屋类型'],
    about: { zh: '自住、出租、群租、商用或空置。', en: '自住, 出租, 群租, 商用 or 空置.' },
    required: true,
    example: '自住',
    ...choice({
      OWNER_OCCUPIED: ['自住', '自用'],
      RENTED: ['出租', '租赁'],
      SHARED_RENT: ['群租', '合租'],
      BUSINESS: ['商用', '商业', '办公'],
      VACANT: ['空置', '闲置'],
    }),
  },
  squareMetres: {
    zh: '建筑面积',
    aliases: ['面积', '平方米'],
    about: { zh: '平方米，可不填。', en: 'In square metres; may be left empty.' },
    required: false,
    example: '86',
    read: whole(1, 100_000),
  },
} as const;

/** A line of a file of dwellings. */
export type DwellingRow = RowOf<typeof columns>;

/** Dwellings: what lies behind the doors. */
export const DWELLINGS_TABLE: TableDefinition<DwellingRow> = {
  kind: 'DWELLINGS',
  name: { zh: '房屋', en: 'dwellings' },
  columns,
  keyOf: ({ courtyard, door: at }) => `${courtyard}#${at}`,
  areaOf: ({ courtyard }) => courtyard,
  check: ({ door: at }) => (partsOf(at) === undefined ? [{ column: 'door', code: 'DOOR_INVALID' }] : []),
};

/** Building, unit and room of a door; undefined where it has not just these. */
export function partsOf(at: string): { building: string; unit: string; room: string } | undefined {
  const [building, unit, room, ...more] = at.split('-');
  const isWhole = building !== undefined && unit !== undefined && room !== undefined && more.length === 0;
  return isWhole ? { building, unit, room } : undefined;
}
