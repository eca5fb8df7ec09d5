import { type Language } from '../../shared/language';
import { type CaseMove, type CaseState } from './case.machine';
import { type SystemStep } from './case.rules';

type Words = Readonly<Record<Language, string>>;

/** What people call the states. */
export const STATE_NAMES: Readonly<Record<CaseState, Words>> = {
  REPORTED: { zh: '已上报', en: 'reported' },
  DISPATCHED: { zh: '已派遣', en: 'dispatched' },
  HANDLING: { zh: '处置中', en: 'being handled' },
  HANDLED: { zh: '待核查', en: 'handled and awaiting its check' },
  CLOSED: { zh: '已结案', en: 'closed' },
};

/** What people call the moves. */
export const MOVE_NAMES: Readonly<Record<CaseMove, Words>> = {
  SOLVE: { zh: '自办自结', en: 'solve on the spot' },
  ESCALATE: { zh: '上报', en: 'escalate' },
  DISPATCH: { zh: '派遣', en: 'dispatch' },
  ACCEPT: { zh: '接收', en: 'accept' },
  RETURN: { zh: '退回', en: 'return' },
  REPORT_BACK: { zh: '处置反馈', en: 'report back' },
  CLOSE: { zh: '核查结案', en: 'close' },
  SEND_BACK: { zh: '核查退回', en: 'send back' },
};

/** What people call the steps of a case's life. */
export const STEP_NAMES: Readonly<Record<CaseMove | SystemStep, Words>> = {
  ...MOVE_NAMES,
  REPORT: { zh: '上报', en: 'report' },
  ADJUST: { zh: '网格调整', en: 'adjustment of grids' },
};
