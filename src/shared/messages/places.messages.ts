import { type Text } from './text';

/** Refusals about courtyards, organisations, premises and facilities. */
export const PLACES_ERRORS = {
  COURTYARD_UNKNOWN: {
    zh: '没有编码为 {courtyard} 的院落。',
    en: 'There is no courtyard with code {courtyard}.',
  },
  COURTYARD_KIND_DISAGREES: {
    zh: '院落类型与物业、门禁、门卫情况不符：三无院落三项皆无，其他类型至少有一项，物业小区须有物业。',
    en: 'The kind does not agree with property management, gate and guard: a courtyard without all three is THREE_WITHOUT and no other is; a managed estate has property management.',
  },
  COMPANY_WITHOUT_MANAGEMENT: {
    zh: '没有物业管理的院落不能填写物业公司。',
    en: 'A courtyard without property management has no property company.',
  },
  HEAD_WITHOUT_COMMITTEE: {
    zh: '没有院委会的院落不能填写院委会主任。',
    en: 'A courtyard without a residents’ committee has no head of it.',
  },
  DOOR_INVALID: {
    zh: '楼栋号、单元号、房号只能由 1 到 10 个字母、数字或汉字组成。',
    en: 'A number of a building, unit or room has 1 to 10 letters or digits.',
  },
  CREDIT_CODE_INVALID: {
    zh: '统一社会信用代码不正确：须为 18 位，且校验码相符（GB 32100-2015）。',
    en: 'This is no unified social credit code: 18 characters with the right check character (GB 32100-2015).',
  },
  WORK_PHONE_INVALID: { zh: '工作电话格式不正确。', en: 'This is no telephone number.' },
  NUMBER_OUT_OF_RANGE: {
    zh: '数值须在 {least} 到 {most} 之间。',
    en: 'The number must lie between {least} and {most}.',
  },
  ORGANISATION_UNKNOWN: {
    zh: '没有编号为 {organisation} 的单位。',
    en: 'There is no organisation with id {organisation}.',
  },
  EQUIPMENT_TWICE: { zh: '同一种设备只能登记一次。', en: 'A kind of equipment is entered once.' },
  EQUIPMENT_TOO_MANY: {
    zh: '一个场所最多登记 {max} 件设备。',
    en: 'Premises have at most {max} pieces of equipment.',
  },
  RESPONSIBLE_UNIT_TWICE: {
    zh: '责任单位只能填写部门或单位之一。',
    en: 'A responsible unit is a department or an organisation, not both.',
  },
} as const satisfies Record<string, Text>;
