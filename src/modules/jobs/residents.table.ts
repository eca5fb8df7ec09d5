import { readIdentityNumber } from '../../shared/identity-number.rules';
import { areaCode, choice, date, door, identityNumber, phone, text } from './cell.rules';
import { type RowOf, type TableDefinition } from './table.rules';

/** Later than any birth: what a number says of its holder does not depend on the day. */
const ANY_DAY = '9999-12-31';

const columns = {
  name: {
    zh: '姓名',
    about: { zh: '与身份证件一致。', en: 'As on the identity card.' },
    required: true,
    personal: true,
    example: '王示例',
    read: text(50),
  },
  sex: {
    zh: '性别',
    about: {
      zh: '男或女；有公民身份号码的可不填。',
      en: '男 or 女; may be left empty where there is an identity number.',
    },
    required: false,
    example: '女',
    ...choice({ MALE: ['男', '男性', 'M'], FEMALE: ['女', '女性', 'F'] }),
  },
  identityNumber: {
    zh: '公民身份号码',
    aliases: ['身份证号', '身份证号码', '身份证', '证件号码', '公民身份证号码', 'idnumber'],
    about: {
      zh: '18 位，请设为文本，否则末三位会丢失；没有的可不填。',
      en: '18 characters; keep it text, or its end is lost; empty for who has none.',
    },
    required: false,
    personal: true,
    example: '11010519491231002X',
    read: identityNumber,
  },
  birthDate: {
    zh: '出生日期',
    aliases: ['出生年月日', '生日'],
    about: {
      zh: '可不填；填写时须与公民身份号码一致。',
      en: 'May be left empty; else as in the identity number.',
    },
    required: false,
    personal: true,
    example: '1949-12-31',
    read: date,
  },
  phone: {
    zh: '联系电话',
    aliases: ['手机', '手机号', '手机号码', '电话', '电话号码'],
    about: { zh: '手机，或带区号的固定电话。', en: 'A mobile number, or a landline with its area code.' },
    required: false,
    personal: true,
    example: '13800138000',
    read: phone,
  },
  kind: {
    zh: '人口类别',
    aliases: ['人员类别', '居住类别', '人口类型'],
    about: { zh: '户籍、流动、境外或人户分离业主。', en: '户籍, 流动, 境外 or 空挂业主.' },
    required: true,
    example: '户籍',
    ...choice({
      REGISTERED: ['户籍', '户籍人口', '常住'],
      FLOATING: ['流动', '流动人口', '暂住'],
      OVERSEAS: ['境外', '境外人员'],
      OWNER_ABSENT: ['空挂业主', '非居住业主', '业主不在住'],
    }),
  },
  courtyard: {
    zh: '院落编码',
    aliases: ['院落', '小区编码', '所属院落'],
    about: { zh: '所住院落，18 位，请设为文本。', en: 'Courtyard they live in, 18 digits; keep it text.' },
    required: true,
    example: '510108008003001001',
    read: areaCode('COURTYARD'),
  },
  door: {
    zh: '门牌',
    aliases: ['门牌号', '房号', '房间号'],
    about: { zh: '楼栋-单元-房号，请设为文本。', en: 'Building-unit-room; keep it text.' },
    required: true,
    personal: true,
    example: '1-1-101',
    read: door,
  },
  relation: {
    zh: '与户主关系',
    aliases: ['户主关系', '关系'],
    about: { zh: '户主填“户主”。', en: 'For the head: 户主.' },
    required: true,
    example: '户主',
    ...choice({
      HEAD: ['户主', '本人'],
      SPOUSE: ['配偶', '妻', '夫', '妻子', '丈夫'],
      CHILD: ['子女', '子', '女', '儿子', '女儿'],
      PARENT: ['父母', '父', '母', '父亲', '母亲'],
      GRANDCHILD: ['孙子女', '孙子', '孙女', '外孙', '外孙女'],
      GRANDPARENT: ['祖父母', '祖父', '祖母', '外祖父', '外祖母'],
      SIBLING: ['兄弟姐妹', '兄', '弟', '姐', '妹'],
      OTHER_RELATIVE: ['其他亲属', '亲属'],
      TENANT: ['租客', '租户', '合租人'],
      OTHER: ['其他', '非亲属'],
    }),
  },
  from: {
    zh: '入住日期',
    aliases: ['迁入日期', '居住起始日期'],
    about: { zh: '从哪天起住在这里。', en: 'Since when they live here.' },
    required: true,
    example: '2020-03-01',
    read: date,
  },
} as const;

/** A line of a file of residents. */
export type ResidentRow = RowOf<typeof columns>;

/** Residents and where they live. */
export const RESIDENTS_TABLE: TableDefinition<ResidentRow> = {
  kind: 'RESIDENTS',
  name: { zh: '居民', en: 'residents' },
  columns,
  keyOf: ({ identityNumber: number, name, birthDate = '', courtyard, door: at }) =>
    [number ?? `${name}#${birthDate}`, courtyard, at].join('#'),
  areaOf: ({ courtyard }) => courtyard,
  together: ['courtyard', 'door'],
  check: ({ identityNumber: number, birthDate, sex }) => {
    const said = number === undefined ? undefined : readIdentityNumber(number, ANY_DAY);
    if (said?.ok !== true) return [];
    return [
      ...(birthDate !== undefined && birthDate !== said.birthDate
        ? [{ column: 'birthDate', code: 'BIRTH_DATE_DIFFERS' } as const]
        : []),
      ...(sex !== undefined && sex !== said.sex ? [{ column: 'sex', code: 'SEX_DIFFERS' } as const] : []),
    ];
  },
};
