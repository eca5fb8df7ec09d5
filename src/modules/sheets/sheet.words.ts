import { type Text } from '../../shared/messages/text';

/** What can be wrong with a sheet that somebody writes. */
export const DEFINITION_PROBLEMS = {
  KEY: {
    zh: '标识应为大写字母、数字和下划线',
    en: 'the key must be capitals, digits and underscores',
  },
  TEXT: {
    zh: '文字应有中英文，不超过规定长度，首尾无空格',
    en: 'texts need Chinese and English within the limits, without spaces around',
  },
  HOUSEHOLD_BY_RESIDENT: {
    zh: '以户为对象的采集表只能由工作人员填写',
    en: 'a sheet about a household is filled in by workers only',
  },
  FIELD_COUNT: { zh: '题目应为 1 至 60 个', en: 'it must have 1 to 60 fields' },
  CHOICE_COUNT: { zh: '全部选项合计不超过 300 个', en: 'it may have 300 choices altogether' },
  FIELD_TWICE: { zh: '题目标识重复', en: 'two fields have one id' },
  UPDATED_TWICE: { zh: '两个题目更新同一档案项', en: 'two fields update one attribute' },
  FIELD_ID: {
    zh: '题目标识应以小写字母开头，由字母和数字组成',
    en: 'the id of a field must be letters and digits, a small letter first',
  },
  CHOICES: {
    zh: '选项应不重复，值为大写字母、数字和下划线',
    en: 'choices must differ, their values capitals, digits and underscores',
  },
  CHOICES_NOT_ASKED: { zh: '该类型没有选项', en: 'this type has no choices' },
  LIMITS: { zh: '取值范围不适用于该类型或前后矛盾', en: 'the limits do not fit the type or each other' },
  PATTERN: {
    zh: '格式只能由字符、[字符组]、\\d、\\w 及 {n}、{m,n}、? 组成，可变部分不超过 3 处',
    en: 'a pattern is made of characters, [classes], \\d, \\w with {n}, {m,n} or ?, at most 3 of them variable',
  },
  UPDATES: {
    zh: '该题目的类型、选项或长度不能更新所选档案项',
    en: 'type, choices or length of the field do not fit the attribute it updates',
  },
  CONDITION: {
    zh: '条件只能取决于前面的单选、多选或是否题及其已有的值',
    en: 'a condition depends on a choice or yes-no field before it, by values it has',
  },
} as const satisfies Record<string, Text>;
export type DefinitionProblem = keyof typeof DEFINITION_PROBLEMS;

/** What can be wrong with an answer. */
export const ANSWER_PROBLEMS = {
  TEXT: { zh: '应为文字，长度和格式符合要求', en: 'it must be a text of the asked length and pattern' },
  NUMBER: { zh: '应为范围内的数字', en: 'it must be a number within the limits' },
  DATE: {
    zh: '应为日期（年-月-日），且不晚于要求的日期',
    en: 'it must be a date (YYYY-MM-DD), not too late',
  },
  CHOICE: { zh: '应为选项之一', en: 'it must be one of the choices' },
  CHOICES: { zh: '应为至少一个不重复的选项', en: 'it must be some of the choices, each once' },
  YES_NO: { zh: '应为是或否', en: 'it must be true or false' },
  PHONE: { zh: '应为电话号码', en: 'it must be a phone number' },
  IDENTITY_NUMBER: { zh: '应为公民身份号码', en: 'it must be an identity number' },
} as const satisfies Record<string, Text>;
