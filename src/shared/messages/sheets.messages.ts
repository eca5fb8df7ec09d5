import { type Text } from './text';

/** Refusals about information sheets. */
export const SHEET_ERRORS = {
  SHEET_INVALID: { zh: '采集表有误：{problem}。', en: 'The sheet cannot stand: {problem}.' },
  SHEET_PUBLISHED_ALREADY: {
    zh: '该版本已发布，不能再修改；请新建版本。',
    en: 'This version is published and never changes: make a new one.',
  },
  SHEET_VERSION_NOT_NEXT: {
    zh: '下一个版本号为 {version}；上一版本须先发布。',
    en: 'The next version is {version}; the one before must be published first.',
  },
  SHEET_SUBJECT_FIXED: {
    zh: '同一采集表各版本的标识、对象和所属区域不能改变。',
    en: 'Key, subject and area are the same for all versions of a sheet.',
  },
  SHEET_PERIOD_INVALID: {
    zh: '起止日期有误：截止不早于起始，新版本自 {today} 或之后开始。',
    en: 'The period is wrong: it ends no earlier than it begins, and a later version begins on {today} or after.',
  },
  SHEET_AREAS_INVALID: {
    zh: '请选择 1 至 {max} 个本区域内的区域。',
    en: 'Name 1 to {max} areas inside the area of the sheet.',
  },
  SHEET_NOT_OUT: {
    zh: '该采集表未在此区域发布，或截止已超过 {days} 天。',
    en: 'This sheet is not out for this area, or its period was over more than {days} days ago.',
  },
  SHEET_NOT_YOURS: {
    zh: '该采集表的对象或填写人不是这样规定的。',
    en: 'This sheet is about something else, or filled in by others.',
  },
  ONE_SUBJECT_NEEDED: {
    zh: '请只填一项：居民或户。',
    en: 'Name one: the resident or the household.',
  },
  SHEET_ANSWER_MISSING: { zh: '请填写此项。', en: 'Answer this, please.' },
  SHEET_ANSWER_NOT_ASKED: {
    zh: '按其他答案，此项不需填写。',
    en: 'With the other answers this is not asked.',
  },
  SHEET_FIELD_UNKNOWN: { zh: '采集表没有此项。', en: 'The sheet has no such field.' },
  SHEET_ANSWER_INVALID: { zh: '答案有误：{problem}。', en: 'This is no answer: {problem}.' },
  SHEET_CORRECTED_TOO_OFTEN: {
    zh: '该表已更正 {max} 次，请重新填写一份。',
    en: 'This was corrected {max} times: fill in a new one.',
  },
  SHEET_NOT_WAITING: {
    zh: '该表不在待审核状态。',
    en: 'This does not wait for a review.',
  },
  SHEET_OWN_FILL: {
    zh: '不能审核本人填写或更正的采集表。',
    en: 'Nobody reviews what they filled in or corrected themselves.',
  },
  SHEET_SUBJECT_MOVED: {
    zh: '该居民或户已不在您的区域，不能更新其档案。',
    en: 'They live in your area no more: their record is not yours to update.',
  },
} as const satisfies Record<string, Text>;
