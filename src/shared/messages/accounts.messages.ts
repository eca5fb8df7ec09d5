import { type Text } from './text';

/** Refusals about accounts of residents. */
export const ACCOUNT_ERRORS = {
  BINDING_CODE_INVALID: {
    zh: '绑定码无效、已使用或已过期，请核对或重新索取。',
    en: 'The code is wrong, used or over: look again, or ask for another.',
  },
  TOO_MANY_WRONG_CODES: {
    zh: '输错次数过多，请稍后再试（每小时 {hour} 次，每天 {day} 次）。',
    en: 'Too many wrong codes ({hour} an hour, {day} a day): try again later.',
  },
  ACCOUNT_NEEDED: {
    zh: '当前登录方式不是居民账户，无须绑定。',
    en: 'This token does not speak for an account: there is nothing to bind.',
  },
  ACCOUNT_BOUND: {
    zh: '该账户已绑定本人，请先解除绑定。',
    en: 'This account is bound to somebody already: end that first.',
  },
  BIND_SELF_FIRST: {
    zh: '请先绑定本人，再绑定家庭成员。',
    en: 'Bind yourself first, then your family.',
  },
  BINDINGS_TOO_MANY: {
    zh: '一个账户最多绑定 {max} 人。',
    en: 'An account is bound to at most {max} people.',
  },
  BINDING_AGE: {
    zh: '年龄不符：不满 14 周岁由监护人绑定，监护人绑定限不满 18 周岁，家庭成员须成年。',
    en: 'Not at this age: under 14 a guardian binds, guardians are for minors under 18, family are adults.',
  },
  BINDING_CODE_OVER: {
    zh: '该绑定码已使用、过期或被新码取代，请重新发放。',
    en: 'This code was used, is over, or a newer one was issued: issue another.',
  },
  BINDING_ENDED: { zh: '该绑定已解除。', en: 'This binding has ended already.' },
} as const satisfies Record<string, Text>;
