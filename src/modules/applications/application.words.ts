import { type Text } from '../../shared/messages/text';
import { type ApplicationMove, type ApplicationState } from './application.machine';

/** What the states are called. */
export const APPLICATION_STATE_NAMES: Readonly<Record<ApplicationState, Text>> = {
  DRAFT: { zh: '草稿', en: 'a draft' },
  SUBMITTED: { zh: '待受理', en: 'submitted' },
  SUPPLEMENT: { zh: '待补正', en: 'waiting for more' },
  RETURNED: { zh: '已退回', en: 'returned' },
  ACCEPTED: { zh: '办理中', en: 'being handled' },
  READY: { zh: '待领取', en: 'ready' },
  REFUSED: { zh: '不予批准', en: 'refused' },
  APPEALED: { zh: '申诉中', en: 'under appeal' },
  COLLECTED: { zh: '已办结', en: 'done' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};

/** What the moves are called. */
export const APPLICATION_MOVE_TEXTS: Readonly<Record<ApplicationMove, Text>> = {
  SUBMIT: { zh: '提交', en: 'submit' },
  WITHDRAW: { zh: '撤回', en: 'withdraw' },
  RETURN: { zh: '退回', en: 'return' },
  ACCEPT: { zh: '受理', en: 'accept' },
  ASK: { zh: '要求补正', en: 'ask for more' },
  SUPPLY: { zh: '补正提交', en: 'supply what was asked' },
  FINISH_STEP: { zh: '办结本环节', en: 'finish the step' },
  APPROVE: { zh: '准予', en: 'approve' },
  REFUSE: { zh: '不予批准', en: 'refuse' },
  APPEAL: { zh: '申诉', en: 'appeal' },
  OVERTURN: { zh: '撤销原决定', en: 'overturn' },
  UPHOLD: { zh: '维持原决定', en: 'uphold' },
  REPLACE_RESULT: { zh: '更换结果文书', en: 'replace the result' },
  HAND_OVER: { zh: '窗口领取', en: 'hand over' },
  BRING: { zh: '送证上门', en: 'bring' },
  RATE: { zh: '评价', en: 'rate' },
};
