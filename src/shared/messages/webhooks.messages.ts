import { type Text } from './text';

/** Refusals about webhooks. */
export const WEBHOOK_ERRORS = {
  WEBHOOKS_FULL: { zh: '一个区最多 {max} 个推送地址。', en: 'A district has at most {max} webhooks.' },
  WEBHOOK_URL_UNFIT: {
    zh: '推送地址须为公网域名的 https 地址，不含账号、密码和 IP。',
    en: 'A webhook is an https address of a public name: no IP address, no user, no password.',
  },
  WEBHOOK_KINDS_NEEDED: { zh: '请至少选择一种推送类型。', en: 'Name at least one kind of notification.' },
} as const satisfies Record<string, Text>;
