import { areaCode, choice, door, text, whole } from './cell.rules';
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
  address: {
    zh: '地址',
    aliases: ['详细地址', '房屋地址'],
    about: { zh: '门牌的完整写法。', en: 'The door written out.' },
    required: true,
    example: '杉板桥路 88 号院 1 栋 1 单元 101 号',
    read: text(100),
  },
  use: {
    zh: '用途',
    aliases: ['房屋用途', '房屋类型'],
    about: { zh: '自住、出租、空置、办公或商用。', en: '自住, 出租, 空置, 办公 or 商用.' },
    required: true,
    example: '自住',
    ...choice({
      OWNER_OCCUPIED: ['自住', '自用'],
      RENTED: ['出租', '租赁'],
      VACANT: ['空置', '闲置'],
      OFFICE: ['办公'],
      COMMERCIAL: ['商用', '商业'],
    }),
  },
  floor: {
    zh: '楼层',
    aliases: ['所在楼层'],
    about: { zh: '地下为负数，可不填。', en: 'Negative below ground; may be left empty.' },
    required: false,
    example: '1',
    read: whole(-9, 200),
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
};
