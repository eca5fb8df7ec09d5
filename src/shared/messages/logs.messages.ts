import { type Text } from './text';

/** Refusals about work logs, plans and rounds. */
export const LOG_ERRORS = {
  LOG_TIME_INVALID: {
    zh: '时间不能晚于现在，也不能早于 {days} 天前。',
    en: 'The time must not lie in the future, nor more than {days} days back.',
  },
  MEETING_FACTS_NEEDED: {
    zh: '请填写坝坝会的议题和到会人数。',
    en: 'Say what the meeting was about and how many came.',
  },
  MEETING_FACTS_MISPLACED: {
    zh: '只有坝坝会才填写议题和到会人数。',
    en: 'Topics and the number present belong to a courtyard meeting only.',
  },
  LOG_ENTRY_CLOSED: {
    zh: '该日志已有批注，且不是当天记录，不能再修改。',
    en: 'This note was commented on and is not of today: it can be changed no more.',
  },
  LOG_ENTRY_LINKED: { zh: '该日志已经转办。', en: 'Something was made of this note already.' },
  LOG_SUBJECT_NEEDED: {
    zh: '请指明批注的日志条目，或者人员和日期。',
    en: 'Name the note, or the person and the day.',
  },
  PLAN_DAY_INVALID: {
    zh: '计划日期须为今天起一年之内；只有改期才填写新日期。',
    en: 'The day must be today or within a year; another day is said only to postpone.',
  },
  PLAN_SETTLED: { zh: '该计划已经办结。', en: 'This plan is settled already.' },
  ROUND_TIMES_INVALID: {
    zh: '结束时间须在开始之后 24 小时之内。',
    en: 'A round ends after it began, within 24 hours.',
  },
  ROUND_ENDED: { zh: '该次巡查已经结束。', en: 'This round has ended already.' },
} as const satisfies Record<string, Text>;
