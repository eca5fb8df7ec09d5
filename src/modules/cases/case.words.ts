import { type Language } from '../../shared/language';
import { type CaseMove, type CaseState, type MoveNeed } from './case.machine';
import { type SystemStep } from './case.rules';

type Words = Readonly<Record<Language, string>>;

/** What people call the states. */
export const STATE_NAMES: Readonly<Record<CaseState, Words>> = {
  REPORTED: { zh: '已上报', en: 'reported' },
  FILED: { zh: '已立案', en: 'filed' },
  DISPATCHED: { zh: '已派遣', en: 'dispatched' },
  HANDLING: { zh: '处置中', en: 'being handled' },
  HANDLED: { zh: '待核查', en: 'handled and awaiting its check' },
  SUSPENDED: { zh: '已挂账', en: 'suspended' },
  CLOSED: { zh: '已结案', en: 'closed' },
  DECLINED: { zh: '不予立案', en: 'declined' },
  CANCELLED: { zh: '已撤销', en: 'cancelled' },
  MERGED: { zh: '已并案', en: 'merged into another case' },
};

/** What people call the moves. */
export const MOVE_NAMES: Readonly<Record<CaseMove, Words>> = {
  FILE: { zh: '立案', en: 'file' },
  DECLINE: { zh: '不予立案', en: 'decline' },
  CANCEL: { zh: '撤销', en: 'cancel' },
  SOLVE: { zh: '自办自结', en: 'solve on the spot' },
  ESCALATE: { zh: '上报', en: 'escalate' },
  DISPATCH: { zh: '派遣', en: 'dispatch' },
  SPLIT: { zh: '分办', en: 'dispatch to several departments' },
  WITHDRAW: { zh: '撤回', en: 'withdraw' },
  RETURN: { zh: '退回', en: 'return' },
  TAKE_OVER: { zh: '接管', en: 'take over' },
  ACCEPT: { zh: '接收', en: 'accept' },
  TAKE_ON: { zh: '认领', en: 'take on' },
  ASK_EXTENSION: { zh: '申请延时', en: 'ask for an extension' },
  GRANT_EXTENSION: { zh: '同意延时', en: 'grant the extension' },
  REFUSE_EXTENSION: { zh: '不同意延时', en: 'refuse the extension' },
  MERGE: { zh: '并案', en: 'merge into another case' },
  UNMERGE: { zh: '撤销并案', en: 'undo the merge' },
  SUSPEND: { zh: '挂账', en: 'suspend' },
  RESUME: { zh: '恢复办理', en: 'resume' },
  SUPERVISE: { zh: '督办', en: 'supervise' },
  REPORT_BACK: { zh: '处置反馈', en: 'report back' },
  INSPECT: { zh: '现场核查', en: 'inspect on the spot' },
  CLOSE: { zh: '核查结案', en: 'close' },
  STRIKE_OFF: { zh: '销号', en: 'strike off' },
  SEND_BACK: { zh: '核查退回', en: 'send back' },
  FOLLOW_UP: { zh: '回访', en: 'follow up' },
  RATE: { zh: '评价', en: 'rate' },
  REOPEN: { zh: '重新受理', en: 'reopen' },
};

/** What people call the steps of a case's life. */
export const STEP_NAMES: Readonly<Record<CaseMove | SystemStep, Words>> = {
  ...MOVE_NAMES,
  REPORT: { zh: '上报', en: 'report' },
  ADJUST: { zh: '网格调整', en: 'adjustment of grids' },
  OVERDUE: { zh: '超时自动上报', en: 'limit over' },
  ABSORB: { zh: '并入重复事件', en: 'another case was merged into it' },
  RELEASE: { zh: '撤销并入', en: 'the merge of another case was undone' },
  PART_ENDED: { zh: '协办完成', en: 'a part of it has come to its end' },
  MEDIATE: { zh: '调解', en: 'mediation' },
};

/** What people call what a move needs. */
export const NEED_NAMES: Readonly<Record<MoveNeed, Words>> = {
  CASE: { zh: '并入的事件', en: 'the other case' },
  DEPARTMENT: { zh: '责任部门（未指定时按派遣规则）', en: 'a department, or none where its route names one' },
  PARTS: { zh: '协办部门及事项', en: 'the departments that help, and what is asked of each' },
  TEXT: { zh: '说明', en: 'a text' },
  UNTIL: { zh: '延长至', en: 'until when' },
  RESULT_EVIDENCE: {
    zh: '结果照片（可稍后上传）',
    en: 'a picture of the result (role AFTER), uploaded or to come',
  },
  VERIFIED_RESULT: { zh: '已核验的结果照片', en: 'a verified picture of the result' },
  CLOSING_CONDITION: { zh: '确认符合结案条件', en: 'that the closing condition of its category is met' },
  SCORE: { zh: '评分（1–5）', en: 'a score from 1 to 5' },
};
