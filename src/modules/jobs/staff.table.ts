import { areaCode, choice, date, phone, text } from './cell.rules';
import { type RowOf, type TableDefinition } from './table.rules';

const columns = {
  number: {
    zh: '工号',
    aliases: ['员工编号', '账号'],
    about: { zh: '登录系统所用的编号，请设为文本。', en: 'The number they log in with; keep it text.' },
    required: true,
    example: 'CH-0001',
    read: text(40),
  },
  name: {
    zh: '姓名',
    about: { zh: '工作人员姓名。', en: 'Name of the member of staff.' },
    required: true,
    personal: true,
    example: '李示例',
    read: text(50),
  },
  role: {
    zh: '岗位',
    aliases: ['角色', '职务'],
    about: { zh: '岗位名称。', en: 'Name of the role.' },
    required: true,
    example: '网格员',
    ...choice({
      SECONDARY_WORKER: ['微网格员', '兼职网格员'],
      GRID_WORKER: ['网格员', '专职网格员'],
      COMMUNITY_STAFF: ['社区工作人员', '社区'],
      STREET_STAFF: ['街道工作人员', '街道'],
      DISTRICT_STAFF: ['区级工作人员', '区级'],
      DEPARTMENT_STAFF: ['部门工作人员', '部门'],
      SENSOR: ['感知设备', '感知平台'],
    }),
  },
  area: {
    zh: '区域编码',
    aliases: ['所属区域', '责任区域', '网格编码'],
    about: { zh: '负责的区域。', en: 'The area they answer for.' },
    required: true,
    example: '510108008003001',
    read: areaCode('DISTRICT', 'STREET', 'COMMUNITY', 'GRID', 'COURTYARD'),
  },
  department: {
    zh: '部门编码',
    aliases: ['部门'],
    about: { zh: '部门工作人员填写。', en: 'For staff of a department.' },
    required: false,
    example: '',
    read: text(40),
  },
  phone: {
    zh: '工作电话',
    aliases: ['联系电话', '手机号码', '手机'],
    about: { zh: '向居民公开的工作电话。', en: 'The work phone that residents may see.' },
    required: false,
    personal: true,
    example: '028-84312345',
    read: phone,
  },
  from: {
    zh: '任职日期',
    aliases: ['上岗日期', '开始日期'],
    about: { zh: '从哪天起。', en: 'Since when.' },
    required: true,
    example: '2026-01-01',
    read: date,
  },
  to: {
    zh: '离任日期',
    aliases: ['结束日期'],
    about: { zh: '可不填。', en: 'May be left empty.' },
    required: false,
    example: '',
    read: date,
  },
} as const;

/** A line of a file of staff: one appointment. */
export type StaffRow = RowOf<typeof columns>;

/** Appointments of staff. */
export const STAFF_TABLE: TableDefinition<StaffRow> = {
  kind: 'STAFF',
  name: { zh: '人员任职', en: 'staff' },
  columns,
  keyOf: ({ number, role, area, from }) => [number, role, area, from].join('#'),
  areaOf: ({ area }) => area,
};
