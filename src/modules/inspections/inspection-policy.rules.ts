import { Refusal } from '../../shared/errors';
import { isFor, newestOf } from './checklist.rules';
import { type InspectionPolicy, type PlanRule } from './inspection-plan.rules';

/** Most days between two inspections, most within which the first is due, and most rules of a policy. */
const MOST = { days: 731, firstDays: 92, rules: 60 } as const;

/**
 * The policy that somebody sets.
 * @throws Refusal INSPECTION_POLICY_INVALID when a figure is out of range or there are too many rules,
 *   INSPECTION_RULE_INVALID for one of no checklist, of premises the checklist is not for, or of what another rule is about
 */
export function inspectionPolicyFrom(input: {
  readonly firstDays: number;
  readonly rules: readonly PlanRule[];
  readonly expectedVersion: number;
}): InspectionPolicy {
  const { firstDays, expectedVersion } = input;
  if (firstDays < 1 || firstDays > MOST.firstDays) throw outOfRange(MOST.firstDays, ['firstDays']);
  if (input.rules.length > MOST.rules) throw outOfRange(MOST.rules, ['rules']);
  const rules = input.rules.map(({ checklist, kinds, controls, days }) => ({
    ...{ checklist, days },
    kinds: [...new Set(kinds)].sort(),
    controls: [...new Set(controls)].sort(),
  }));
  for (const [index, rule] of rules.entries()) {
    const path = ['rules', String(index)];
    if (rule.days < 1 || rule.days > MOST.days) throw outOfRange(MOST.days, [...path, 'days']);
    const newest = newestOf(rule.checklist);
    const isSound = newest !== undefined && rule.kinds.every((kind) => isFor(newest, kind));
    const isTwice = rules.findIndex((each) => scopeOf(each) === scopeOf(rule)) < index;
    if (!isSound || isTwice) throw new Refusal('INSPECTION_RULE_INVALID', {}, path);
  }
  return { rules, firstDays, version: expectedVersion + 1 };
}

function scopeOf({ checklist, kinds, controls }: PlanRule): string {
  return [checklist, kinds.join(), controls.join()].join(' ');
}

function outOfRange(max: number, path: readonly string[]): Refusal {
  return new Refusal('INSPECTION_POLICY_INVALID', { max }, path);
}
