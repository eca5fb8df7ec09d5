import { type Text } from './text';

/** Refusals about notices. */
export const NOTICE_ERRORS = {
  NOTICE_TEXT_INVALID: {
    zh: '标题与内容只能是纯文字，标题须为一行。',
    en: 'Title and text are plain text, and the title is one line.',
  },
  NOTICE_TIMES_INVALID: {
    zh: '截止时间须晚于开始时间，公示期与预定均不超过 {days} 天。',
    en: 'It ends after it begins, is out for at most {days} days, and begins within as many.',
  },
  NOTICE_MEETING_INVALID: {
    zh: '坝坝会须填写地点和开会时间（不早于公告开始时间），其他公告不能填写。',
    en: 'A courtyard meeting has a place and a time, not before its notice is out; no other notice has.',
  },
  NOTICE_AREAS_INVALID: {
    zh: '发布范围为 1 至 {max} 个现有区域，不能重复，也不能互相包含。',
    en: 'A notice is for 1 to {max} areas that there are, each once and none inside another.',
  },
  NOTICE_AUDIENCE_INVALID: {
    zh: '发布对象为关爱标签时须填写标签类别，其他对象不能填写。',
    en: 'A kind of care tag goes with the audience CARE_TAG, and with no other.',
  },
  CARE_NOTICE_PLAIN: {
    zh: '面向关爱对象的公告不能设为紧急、不能开放评论，也不能是坝坝会。',
    en: 'What is for people with a care tag is not urgent, takes no comments and is no meeting.',
  },
  NOTICE_NOT_YOURS: {
    zh: '您的岗位不能发布此类公告，或不能面向该对象发布。',
    en: 'A notice of this kind, or for these people, is not yours to publish.',
  },
  TOO_MANY_NOTICES: {
    zh: '该范围内已有 {max} 条待发布或公示中的公告，请先撤回过时的公告。',
    en: '{max} notices are planned or out there already: withdraw what is out of date first.',
  },
  NOTICE_CLOSED: {
    zh: '公告已结束或已撤回，不能再更改。',
    en: 'The notice is over or withdrawn, and can be changed no more.',
  },
  NOTICE_TOO_OFTEN: {
    zh: '一条公告最多更改 {max} 次。请撤回后重新发布。',
    en: 'A notice is changed {max} times at most: withdraw it and publish another.',
  },
  NOTICE_PICTURE_INVALID: {
    zh: '公告图片只能是现场或文书照片。',
    en: 'A picture of a notice shows a scene or a document.',
  },
  NOTICE_PICTURES_FULL: { zh: '一条公告最多 {max} 张图片。', en: 'A notice has {max} pictures at most.' },
  COMMENTS_OFF: { zh: '该公告未开放评论。', en: 'This notice takes no comments.' },
  NOTICE_COMMENTS_FULL: { zh: '一条公告最多 {max} 条评论。', en: 'A notice has {max} comments at most.' },
  NO_MEETING: { zh: '该公告不是坝坝会。', en: 'This notice announces no meeting.' },
  MEETING_NOT_HELD: {
    zh: '坝坝会尚未开始，不能填写会议记录。',
    en: 'The meeting has not begun: there is nothing to minute yet.',
  },
} as const satisfies Record<string, Text>;
