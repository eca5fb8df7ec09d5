import { type Text } from './text';

/** Refusals about one-stop services. */
export const SERVICE_ERRORS = {
  SERVICE_PERIOD: {
    zh: '新版本的生效日期须晚于上一版本，且不早于今天（{today}）；失效日期不能早于生效日期。',
    en: 'A version begins after the one before and no earlier than today ({today}), and does not end before it begins.',
  },
  SERVICE_TOO_LARGE: { zh: '最多 {max} 项。', en: 'There are {max} at most.' },
  SERVICE_CHANNEL_NEEDED: { zh: '请至少选择一种办理渠道。', en: 'Name at least one way to apply.' },
  SERVICE_CODE: {
    zh: '代码由大写字母、数字和下划线组成，2 至 30 个字符，以字母开头。',
    en: 'A code is made of 2 to 30 capital letters, digits and underscores and begins with a letter.',
  },
  SERVICE_CODE_TWICE: { zh: '代码 {code} 重复。', en: 'The code {code} is named twice.' },
  SERVICE_URL: {
    zh: '地址须以 https:// 开头，不超过 {max} 个字符。',
    en: 'An address begins with https:// and has at most {max} characters.',
  },
  SERVICE_DEPARTMENT: {
    zh: '办理部门须为本区部门，且只能用于首个环节之后由区级办理的环节。',
    en: 'A department is one of the district’s, and does a step of the district’s after the first.',
  },
  SERVICE_SHEET: {
    zh: '表格须为本区已发布的采集表。',
    en: 'A form that is filled in here is a sheet published in the district.',
  },
  SERVICE_LIMIT: { zh: '时限为 1 至 {max} 个工作日。', en: 'A limit is 1 to {max} working days.' },
} as const satisfies Record<string, Text>;
