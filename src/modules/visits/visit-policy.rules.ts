import { Refusal } from '../../shared/errors';
import { type VisitPolicy } from './visit-plan.rules';
import { type SetVisitPolicyInput, type VisitPolicyType } from './visit-policy.type';

/** Most days of each figure; the least is one. */
const MOST = {
  ...{ closeDays: 31, keyDays: 92, generalDays: 366, trustedDays: 731, vacantDays: 731 },
  ...{ firstDays: 92, notHomeDays: 31, refusedDays: 92 },
} as const;

/**
 * The policy that somebody sets.
 * @throws Refusal VISIT_POLICY_INVALID when a figure is out of range, or a closer tier has more days than the next
 */
export function policyFrom(input: Omit<SetVisitPolicyInput, 'id' | 'district'>): VisitPolicy {
  for (const [field, most] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
    if (input[field] < 1 || input[field] > most)
      throw new Refusal('VISIT_POLICY_INVALID', { max: most }, [field]);
  }
  const { closeDays, keyDays, generalDays, trustedDays, vacantDays } = input;
  if (closeDays > keyDays || keyDays > generalDays || generalDays > trustedDays)
    throw new Refusal('VISIT_POLICY_INVALID', { max: MOST.trustedDays }, ['closeDays']);
  return {
    days: { CLOSE: closeDays, KEY: keyDays, GENERAL: generalDays, TRUSTED: trustedDays, VACANT: vacantDays },
    firstDays: input.firstDays,
    notHomeDays: input.notHomeDays,
    refusedDays: input.refusedDays,
    version: input.expectedVersion + 1,
  };
}

/** The policy as the API shows it. */
export function shownPolicy(policy: VisitPolicy & Pick<VisitPolicyType, 'district'>): VisitPolicyType {
  const { days, ...rest } = policy;
  return {
    ...{ ...rest, closeDays: days.CLOSE, keyDays: days.KEY, generalDays: days.GENERAL },
    ...{ trustedDays: days.TRUSTED, vacantDays: days.VACANT },
  };
}
