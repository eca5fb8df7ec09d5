import { type Text } from './text';

/** Refusals about visits. */
export const VISIT_ERRORS = {
  VISIT_TIME_INVALID: {
    zh: '走访时间不能晚于现在，也不能早于 {days} 天前。',
    en: 'The visit lies in the future, or more than {days} days back.',
  },
  VISIT_MET_INVALID: {
    zh: '只有“见到人”的走访才能填写见到的居民，且不超过 50 人。',
    en: 'Only where somebody was met it can be said whom, 50 at most.',
  },
  VISIT_NEXT_INVALID: {
    zh: '再访日期应在走访之后，最迟 {max}。',
    en: 'The next visit lies after this one, on {max} at the latest.',
  },
  VISIT_PARTS_TOO_MANY: {
    zh: '一次走访最多附带 {max} 项。',
    en: 'A visit brings home at most {max} things.',
  },
  VISIT_PART_INVALID: {
    zh: '每一项应恰好填写一种内容。',
    en: 'Each part is exactly one thing.',
  },
  VISIT_POLICY_INVALID: {
    zh: '天数应在 1 到 {max} 之间，且频次越高间隔越短。',
    en: 'Days are 1 to {max}, and a closer tier has no more of them than the next.',
  },
} as const satisfies Record<string, Text>;
