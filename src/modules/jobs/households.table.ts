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
    about: {
      zh: '楼栋-单元-房号，请设为文本，以免变成日期。',
      en: 'Building-unit-room; keep it text, or it turns into a date.',
    },
    required: true,
    example: '1-1-101',
    read: door,
  },
  address: {
    zh: '地址',
    aliases: ['详细地址', '住址'],
    about: { zh: '门牌的完整写法。', en: 'The door written out.' },
    required: true,
    example: '杉板桥路 88 号院 1 栋 1 单元 101 号',
    read: text(100),
  },
  kind: {
    zh: '户类型',
    about: {
      zh: '家庭户、集体户或群租户；不填为家庭户。',
      en: '家庭户, 集体户 or 群租户; 家庭户 where it is empty.',
    },
    required: false,
    example: '家庭户',
    ...choice({
      FAMILY: ['家庭户', '家庭'],
      COLLECTIVE: ['集体户', '集体'],
      SHARED_RENT: ['群租户', '群租', '合租'],
    }),
  },
  memberCount: {
    zh: '人数',
    aliases: ['家庭人数', '户人数'],
    about: {
      zh: '导出时为登记的居住人数；导入时不使用。',
      en: 'As exported, those who live there; an import does not use it.',
    },
    required: false,
    example: '3',
    read: whole(0, 99),
  },
} as const;

/** A line of a file of households. */
export type HouseholdRow = RowOf<typeof columns>;

/** Households: the doors of courtyards. */
export const HOUSEHOLDS_TABLE: TableDefinition<HouseholdRow> = {
  kind: 'HOUSEHOLDS',
  name: { zh: '户', en: 'households' },
  columns,
  keyOf: ({ courtyard, door: at }) => `${courtyard}#${at}`,
  areaOf: ({ courtyard }) => courtyard,
};
