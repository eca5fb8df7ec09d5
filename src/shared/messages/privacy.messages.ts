import { type Text } from './text';

/** Refusals about who looks at residents' data, and about residents' rights. */
export const PRIVACY_ERRORS = {
  REASON_INVALID: {
    zh: '请写明具体事由（{min} 至 {max} 个字）。',
    en: 'Write the reason in {min} to {max} characters.',
  },
  NUMBER_IN_TEXT: {
    zh: '文字说明中不要填写身份号码或电话号码。',
    en: 'A text must not carry an identity number or a phone number.',
  },
  ONE_NUMBER_NEEDED: {
    zh: '请只填一项：公民身份号码或电话号码。',
    en: 'Give one number: the identity number or the phone number.',
  },
  TOO_MANY_REVEALS: {
    zh: '今天查看完整号码已达 {max} 次上限。',
    en: 'You have revealed numbers {max} times today; that is the most.',
  },
  TOO_MANY_LOOK_UPS: {
    zh: '今天按号码查询已达 {max} 次上限。',
    en: 'You have looked up {max} numbers today; that is the most.',
  },
  TOO_MANY_EXPORTS: {
    zh: '今天导出本人信息已达 {max} 次上限。',
    en: 'You have exported your file {max} times today; that is the most.',
  },
  REQUEST_WAITS: {
    zh: '您已有同类申请正在办理，最迟 {deadline} 答复。',
    en: 'A request of yours of this kind waits already; it is answered by {deadline}.',
  },
  REQUEST_OWN: {
    zh: '不能办理本人代为提出的更正。',
    en: 'Nobody decides a correction that they proposed themselves.',
  },
  RECORD_CHANGED_SINCE: {
    zh: '申请之后，登记内容已有变更（{fields}）。请对照前后内容，确认后再同意。',
    en: 'What is on file has changed since it was asked for ({fields}). Compare both, and accept it again.',
  },
  DECIDED_ALREADY: { zh: '该申请已由{name}办理。', en: 'This request was decided by {name}.' },
} as const satisfies Record<string, Text>;
