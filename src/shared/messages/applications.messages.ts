import { type Text } from './text';

/** Refusals about applications for services. */
export const APPLICATION_ERRORS = {
  SERVICE_UNKNOWN: {
    zh: '申请人所在的区没有该事项，或该事项现已停办。',
    en: 'The district of the applicant has no such service today.',
  },
  SERVICE_CHANNEL: {
    zh: '该事项不能通过此渠道办理，请查看办事指南。',
    en: 'This service cannot be applied for in this way; see how it is got.',
  },
  CONSENT_INVALID: {
    zh: '代办须记录申请人的同意（{days} 天以内）；本人办理无须填写。',
    en: 'For another the resident’s consent is recorded, of the last {days} days; for yourself it is left out.',
  },
  CORRECTION_NOT_FILLED_IN: {
    zh: '请填写要更正的内容；只能更正该事项自动填写的信息。',
    en: 'Say what is wrong; only what the register fills in for this service is corrected here.',
  },
  APPLICATION_MATERIAL_MISSING: { zh: '缺少材料：{name}。', en: 'This material is missing: {name}.' },
  APPLICATION_FORM_MISSING: { zh: '请先填写表格“{name}”。', en: 'The form “{name}” is not filled in yet.' },
  APPLICATION_ANSWER_MISSING: { zh: '请填写：{label}。', en: 'This is not answered: {label}.' },
  APPLICATION_MATERIAL_UNKNOWN: { zh: '该事项没有材料 {code}。', en: 'This service has no material {code}.' },
  APPLICATION_QUESTION_UNKNOWN: {
    zh: '该事项没有填写项 {code}；已登记的信息无须填写。',
    en: 'This service asks no {code}; what the register knows is not asked.',
  },
  APPLICATION_MOVE: {
    zh: '办件处于“{state}”，不能“{move}”。',
    en: 'An application that is {state} cannot take the move {move}.',
  },
  APPLICATION_NOT_YOURS: { zh: '此操作不由您办理。', en: 'This is not yours to do.' },
  APPLICATION_NOT_OF_HOUSEHOLD: {
    zh: '申请人不住在所走访的户。',
    en: 'Whoever is applied for does not live in the household that was visited.',
  },
  APPLICATION_NOT_OPEN: {
    zh: '现在不能补充材料；如需更改，请先撤回或等待补正通知。',
    en: 'Nothing can be added now; withdraw it, or wait until more is asked for.',
  },
  APPLICATION_ASK_WHAT: { zh: '请选择需要补正的材料。', en: 'Name the materials that are asked for.' },
  APPLICATION_OWN: {
    zh: '代办人不能审批自己代办的办件。',
    en: 'Whoever applied in somebody’s name does not decide about it.',
  },
  APPLICATION_REFUSED_BY_YOU: {
    zh: '申诉须由作出原决定以外的人员办理。',
    en: 'Another person than refused it decides on the appeal.',
  },
  APPLICATION_STEPS_AHEAD: {
    zh: '当前环节为“{step}”，最后一个环节才能作出决定；请先办结本环节。',
    en: 'It stands at the step {step}, and is decided at the last one: finish this one first.',
  },
  APPLICATION_LAST_STEP: {
    zh: '已是最后一个环节，请作出决定。',
    en: 'No step comes after this one: it is to be decided.',
  },
  APPLICATION_AT_COUNTER: { zh: '该办件由申请人到窗口领取。', en: 'The result is collected at the counter.' },
  APPLICATION_RESULT_MISSING: {
    zh: '结果文书的文件尚未上传或未通过检查，请先上传或更换。',
    en: 'A file of the result has not come, or was not good: upload or replace it first.',
  },
  APPLICATION_RATED: { zh: '该办件已评价。', en: 'The application has been rated already.' },
  APPLICATION_APPEALED: { zh: '该办件已申诉过一次。', en: 'There has been an appeal already.' },
  APPLICATION_TOO_LONG: {
    zh: '该办件已有 {max} 步记录，请尽快办结。',
    en: 'This application has {max} steps: it is to be brought to its end.',
  },
} as const satisfies Record<string, Text>;
