import { type Text } from './text';

/** Refusals about what was made in the field and is handed in. */
export const FIELD_ERRORS = {
  FIELD_BATCH_TOO_LARGE: {
    zh: '每批最多提交 {max} 项。',
    en: 'At most {max} items at a time.',
  },
  FIELD_ITEM_INVALID: {
    zh: '每一项应有自己的编号，并恰好填写一种内容。',
    en: 'Each item has an id of its own, and is exactly one thing.',
  },
  FIELD_ITEM_NOT_YOURS: {
    zh: '您的岗位不能办理此类事项。',
    en: 'This kind of work is not yours to do.',
  },
  ITEM_NOT_FOUND: {
    zh: '找不到该项所涉及的记录，或您无权处理。',
    en: 'What this is about cannot be found, or is not for you to change.',
  },
  CONFLICT_SETTLED: {
    zh: '此冲突已由{who}处理。',
    en: 'This conflict has been decided by {who} already.',
  },
} as const satisfies Record<string, Text>;
