import { areaCode, choice, phone, text } from './cell.rules';
import { type RowOf, type TableDefinition } from './table.rules';

const columns = {
  name: {
    zh: '场所名称',
    aliases: ['名称', '单位名称', '店名', '字号'],
    about: { zh: '招牌上的名称。', en: 'The name over the door.' },
    required: true,
    example: '沙河示例餐馆',
    read: text(50),
  },
  kind: {
    zh: '场所类型',
    aliases: ['类型', '行业'],
    about: {
      zh: '沿河餐馆、餐馆、作坊、洗车场、工地、小旅馆、出租宿舍、校园周边、商铺、娱乐场所或其他。',
      en: '沿河餐馆, 餐馆, 作坊, 洗车场, 工地, 小旅馆, 出租宿舍, 校园周边, 商铺, 娱乐场所 or 其他.',
    },
    required: true,
    example: '餐馆',
    ...choice({
      RIVERSIDE_RESTAURANT: ['沿河餐馆', '沿河餐饮'],
      RESTAURANT: ['餐馆', '餐饮'],
      WORKSHOP: ['作坊', '小作坊'],
      CAR_WASH: ['洗车场', '洗车'],
      CONSTRUCTION_SITE: ['工地', '建筑工地'],
      SMALL_HOTEL: ['小旅馆', '旅馆'],
      RENTAL_DORMITORY: ['出租宿舍', '宿舍'],
      SCHOOL_SURROUNDINGS: ['校园周边'],
      SHOP: ['商铺', '商店'],
      ENTERTAINMENT: ['娱乐场所', '娱乐'],
      OTHER: ['其他'],
    }),
  },
  area: {
    zh: '网格编码',
    aliases: ['所属网格', '院落编码', '区域编码'],
    about: {
      zh: '所在网格（15 位）或院落（18 位）。',
      en: 'Grid (15 digits) or courtyard (18 digits) it lies in.',
    },
    required: true,
    example: '510108008003001',
    read: areaCode('GRID', 'COURTYARD'),
  },
  address: {
    zh: '地址',
    aliases: ['详细地址', '经营地址'],
    about: { zh: '门牌。', en: 'Street and number.' },
    required: true,
    example: '沙河路 12 号',
    read: text(100),
  },
  contactName: {
    zh: '负责人',
    aliases: ['法人', '经营者', '联系人'],
    about: { zh: '负责人姓名，可不填。', en: 'Who is in charge; may be left empty.' },
    required: false,
    personal: true,
    example: '赵示例',
    read: text(50),
  },
  workPhone: {
    zh: '联系电话',
    aliases: ['电话', '手机'],
    about: { zh: '手机，或带区号的固定电话。', en: 'A mobile number, or a landline with its area code.' },
    required: false,
    personal: true,
    example: '028-84312345',
    read: phone,
  },
  control: {
    zh: '管控级别',
    aliases: ['监管级别', '污染源级别'],
    about: {
      zh: '污染源填写：国控、省控、市控或区控；不填为不管控。',
      en: 'Of a pollution source: 国控, 省控, 市控 or 区控.',
    },
    required: false,
    example: '区控',
    ...choice({
      NATIONAL: ['国控', '国家级'],
      PROVINCIAL: ['省控', '省级'],
      MUNICIPAL: ['市控', '市级'],
      DISTRICT: ['区控', '区级'],
    }),
  },
} as const;

/** A line of a file of premises. */
export type PremiseRow = RowOf<typeof columns>;

/** Premises: shops, restaurants, workshops, with what may pollute among them. */
export const PREMISES_TABLE: TableDefinition<PremiseRow> = {
  kind: 'PREMISES',
  name: { zh: '场所', en: 'premises' },
  columns,
  keyOf: ({ name, area }) => `${area}#${name}`,
  areaOf: ({ area }) => area,
};
