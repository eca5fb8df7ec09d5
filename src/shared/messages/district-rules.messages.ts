import { type Text } from './text';

/** Refusals about a district's own rules. */
export const DISTRICT_RULES_ERRORS = {
  RULES_TOO_LARGE: {
    zh: '一个规定最多放假、上班各 {days} 天，办公时段 4 个，类别 {categories} 个。',
    en: 'A set has at most {days} days of each sort, 4 spans of hours and {categories} categories.',
  },
  RULES_PERIOD: { zh: '截止日期早于生效日期。', en: 'Its last day is before its first.' },
  RULES_HOURS: {
    zh: '办公时段应为时:分，先后有序，互不重叠。',
    en: 'Office hours are HH:MM, in order, and none overlaps another.',
  },
  RULES_DAY_TWICE: { zh: '同一天不能既放假又上班。', en: 'A day cannot be both free and worked.' },
  RULES_LIMIT: {
    zh: '类别 {category} 的时限应为 1 到 {max} 的整数。',
    en: 'A limit of category {category} is a whole number from 1 to {max}.',
  },
  RULES_OTHER_NEEDED: {
    zh: '“其他”类别必须受理，否则有事无处可报。',
    en: 'The category for any other matter must stay: else there is something that nobody can report.',
  },
} as const satisfies Record<string, Text>;
