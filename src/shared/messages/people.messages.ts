import { type Text } from './text';

/** Refusals about staff and their appointments. */
export const PEOPLE_ERRORS = {
  PERSON_INVALID: { zh: '人员编号无效。', en: 'This is no id of a person.' },
  POST_INVALID: {
    zh: '岗位与区域层级或部门不符。',
    en: 'The role does not belong to an area of this level, or to this department.',
  },
  POST_UNKNOWN: {
    zh: '没有编码为 {code} 的区域或部门。',
    en: 'There is no area or department with code {code}.',
  },
  MAY_NOT_APPOINT: {
    zh: '您只能任免本辖区内低于本级的岗位。',
    en: 'You appoint, and end appointments, only below your own level and within your own area.',
  },
  TERM_INVALID: { zh: '任期结束日不能早于开始日。', en: 'A term cannot end before it begins.' },
  WORK_NAME_INVALID: { zh: '工作姓名须为 1 到 {max} 个字。', en: 'A work name has 1 to {max} characters.' },
  WORK_PHONE_INVALID: { zh: '工作电话格式不正确。', en: 'This is no telephone number.' },
  PHOTO_URL_INVALID: {
    zh: '照片地址须为不超过 {max} 个字符的 https 链接。',
    en: 'The photo is a link with https of at most {max} characters.',
  },
  GRID_FULL: {
    zh: '该网格在 {day} 已有 {max} 名网格员。',
    en: 'The grid has {max} grid workers on {day} already.',
  },
  ALREADY_APPOINTED: {
    zh: '此人在该任期内已任同一岗位。',
    en: 'The person holds this post in that time already.',
  },
  COVERED_UNKNOWN: {
    zh: '该岗位没有可以顶岗的这项任职。',
    en: 'There is no such appointment of somebody else to this post that could be covered.',
  },
  COVER_NEEDS_END: {
    zh: '顶岗须写明结束日。',
    en: 'A stand-in is appointed for a limited time: say until when.',
  },
  COVER_OUTSIDE_TERM: {
    zh: '顶岗时间须在被顶岗人的任期之内。',
    en: 'Cover lies within the term of whoever is covered.',
  },
  ALREADY_COVERED: { zh: '该时段已有人顶岗。', en: 'Somebody else covers in that time already.' },
  APPOINTMENT_ENDED: { zh: '该任职已经结束。', en: 'The appointment has ended already.' },
  HOUSEHOLDS_TOO_MANY: { zh: '一名网格员最多包 {max} 户。', en: 'A worker has at most {max} households.' },
  HOUSEHOLDS_NOT_HERE: {
    zh: '只有网格员和二级网格员才有包户。',
    en: 'Only grid workers and secondary workers have households of their own.',
  },
} as const satisfies Record<string, Text>;
