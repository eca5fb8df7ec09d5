import { type Text } from './text';

/** Refusals about care tags. */
export const CARE_ERRORS = {
  CARE_DATES_INVALID: {
    zh: '复核日期应在今天之后、到期日期之前；到期日期最迟 {max}。',
    en: 'The review lies after today and by the expiry; the expiry is {max} at the latest.',
  },
  CARE_TAG_STANDS: { zh: '该居民已有同类有效标签。', en: 'There is a valid tag of this kind already.' },
  CARE_TAG_OVER: { zh: '该标签已到期或已解除。', en: 'This tag has expired or was ended.' },
  TOO_MANY_CARE_READS: {
    zh: '今天查看关爱标签已达 {max} 次上限。',
    en: 'You have read care tags {max} times today; that is the most.',
  },
} as const satisfies Record<string, Text>;
