import { type Text } from '../../shared/messages/text';
import { type RulesetMove } from './ruleset.machine';

/** What people call what is done to a set of rules. */
export const MOVE_NAMES: Readonly<Record<RulesetMove | 'PROPOSE', Text>> = {
  PROPOSE: { zh: '提出', en: 'propose' },
  APPROVE: { zh: '批准', en: 'approve' },
  REJECT: { zh: '驳回', en: 'reject' },
  WITHDRAW: { zh: '撤回', en: 'withdraw' },
};
