import { type Text } from './text';

/** Refusals about the mediation of disputes. */
export const MEDIATION_ERRORS = {
  NOT_MEDIATED: {
    zh: '矛盾纠纷须先记录有结果的调解（达成协议，或未达成协议的原因），才能办结。',
    en: 'A dispute is ended once a mediation with an outcome is recorded: what was agreed, or why nothing was.',
  },
  NOT_A_DISPUTE: { zh: '该事件不是矛盾纠纷。', en: 'This case is no dispute.' },
  PARTIES_INVALID: {
    zh: '当事人为 {min} 至 {max} 方，各填一次：居民编号或姓名二者选一，并填写身份（不超过 {role} 个字）。',
    en: 'There are {min} to {max} parties, each once: the id of a resident or a name, and who they are in at most {role} characters.',
  },
  PARTY_UNKNOWN: {
    zh: '该居民不在本街道，或您无权查看，不能登记为当事人。',
    en: 'There is no such resident in the street of the case whom you may see.',
  },
  AGREEMENT_INVALID: {
    zh: '达成协议时须填写协议，其他结果不能填写。',
    en: 'An agreement goes with the outcome AGREED, and with no other.',
  },
  AGREEMENT_DATES_INVALID: {
    zh: '履行期限不能早于调解之日；回访须在调解之后 {years} 年以内，共 1 至 {max} 次，日期各不相同。',
    en: 'It is kept no earlier than the day of the session; 1 to {max} follow-ups lie after that day, within {years} years, each on another day.',
  },
  FOLLOW_UP_UNKNOWN: {
    zh: '现行协议没有该日待记录的回访。',
    en: 'No follow-up of the agreement that stands is open for that day.',
  },
  TOO_MANY_SESSIONS: { zh: '一个事件最多记录 {max} 次调解。', en: 'A case has {max} sessions at most.' },
} as const satisfies Record<string, Text>;
