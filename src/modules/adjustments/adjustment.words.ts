import { type Text } from '../../shared/messages/text';
import { type AdjustmentMove, type AdjustmentState } from './adjustment.machine';

/** What people call the states. */
export const STATE_NAMES: Readonly<Record<AdjustmentState, Text>> = {
  PROPOSED: { zh: '待审批', en: 'proposed' },
  APPROVED: { zh: '已批准', en: 'approved' },
  REJECTED: { zh: '已驳回', en: 'rejected' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
  APPLYING: { zh: '实施中', en: 'being applied' },
  IN_EFFECT: { zh: '已生效', en: 'in effect' },
};

/** What people call the moves. */
export const MOVE_NAMES: Readonly<Record<AdjustmentMove | 'PROPOSE', Text>> = {
  PROPOSE: { zh: '提出', en: 'propose' },
  APPROVE: { zh: '批准', en: 'approve' },
  REJECT: { zh: '驳回', en: 'reject' },
  WITHDRAW: { zh: '撤回', en: 'withdraw' },
  BEGIN: { zh: '开始实施', en: 'begin' },
  COMPLETE: { zh: '实施完成', en: 'complete' },
};
