import { type Text } from './text';

/** Refusals about households and residents. */
export const RESIDENT_ERRORS = {
  MASKED_VALUE: {
    zh: '带星号的脱敏内容不能写回，请填写完整内容或保持不变。',
    en: 'This is a masked value: give the whole one, or leave it as it is.',
  },
  NAME_INVALID: {
    zh: '请填写姓名，不超过 {max} 个字。',
    en: 'Give a name of at most {max} characters.',
  },
  IDENTITY_NUMBER_INVALID: {
    zh: '公民身份号码不正确：{problem}。',
    en: 'This is no identity number: {problem}.',
  },
  PHONE_INVALID: {
    zh: '电话号码不正确；固定电话请带区号。',
    en: 'This is no phone number; a landline needs its area code.',
  },
  BIRTH_DATE_INVALID: { zh: '出生日期不能晚于今天。', en: 'A birth date cannot lie in the future.' },
  DIFFERS_FROM_IDENTITY_NUMBER: {
    zh: '与公民身份号码所含信息不一致。',
    en: 'The identity number says otherwise.',
  },
  DOOR_INVALID: { zh: '请填写门牌，不超过 {max} 个字。', en: 'Give the door, at most {max} characters.' },
  DOOR_TAKEN: { zh: '该门牌已有一户登记。', en: 'There is a household on file behind this door.' },
  LIVES_THERE_ALREADY: {
    zh: '该居民已登记在此户。',
    en: 'This resident is on file in this household already.',
  },
  LIVES_ELSEWHERE: {
    zh: '该居民已在其他户登记，请办理迁移。',
    en: 'This resident is on file in another household: move them.',
  },
  RECORD_CLOSED: {
    zh: '该档案已关闭（已故、已合并或已清除）。',
    en: 'This record is closed: its resident has died, or it was merged or erased.',
  },
  IDENTITY_NUMBERS_DIFFER: {
    zh: '两份档案的公民身份号码不同，请先核对更正。',
    en: 'The two records have different identity numbers: correct the wrong one first.',
  },
  DUPLICATE_SETTLED: {
    zh: '该疑似重复已处理，或两份档案已不再重复。',
    en: 'This pair was decided already, or is not suspected any more.',
  },
  DOES_NOT_LIVE_THERE: { zh: '该居民不在此户。', en: 'This resident does not live in this household.' },
  LIVES_HERE_STILL: {
    zh: '该居民仍在本区居住，依法须保留登记，不能清除。',
    en: 'They live here: the record is one that must be kept, and cannot be erased.',
  },
  HEAD_TAKEN: { zh: '该户已有户主。', en: 'The household has a head already.' },
  DATE_IN_FUTURE: { zh: '日期不能晚于今天。', en: 'The date lies in the future.' },
  ENDS_BEFORE_IT_BEGINS: {
    zh: '离开日期不能早于入住日期。',
    en: 'A residence cannot end before it began.',
  },
} as const satisfies Record<string, Text>;
