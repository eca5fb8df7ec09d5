import { type Role } from '../../auth/actor';
import { type Day } from '../../shared/business-date';
import { type RulesetMove, type RulesetState } from './ruleset.machine';

/** Who proposed or decided, as they were then. */
export interface RulesetPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** One step in the life of a set, as it is stored: its proposal, then what became of it. */
export interface RulesetStep {
  /** Id of the request, and its fingerprint. */
  readonly id: string;
  readonly mark: string;
  readonly move: RulesetMove | 'PROPOSE';
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly by: RulesetPerson;
  readonly reason?: string | undefined;
}

/** A set of a district's rules as a list shows it. */
export interface RulesetSummary {
  id: string;
  district: string;
  /** From which day on it holds, in Shanghai. */
  from: Day;
  state: RulesetState;
  reason: string;
  proposedBy: RulesetPerson;
  proposedAt: Date;
}

/** A set of a district's rules: proposed, decided by somebody else, and holding from its day until that of the next. */
export interface Ruleset<Rules> extends RulesetSummary {
  rules: Rules;
  decidedBy?: RulesetPerson | undefined;
  decidedAt?: Date | undefined;
  decisionReason?: string | undefined;
  steps: readonly RulesetStep[];
}

/** The rules that hold on a day, and the set that they are. */
export interface HoldingRules<Rules> {
  readonly set: string;
  /** Since which day; what holds from a day that has come never changes. */
  readonly from: Day;
  readonly rules: Rules;
}

/** What the steps of a set say of its decision. */
export function decisionOf([, decision]: readonly RulesetStep[]): Pick<
  Ruleset<unknown>,
  'decidedBy' | 'decidedAt' | 'decisionReason'
> {
  if (decision === undefined) return {};
  return { decidedBy: decision.by, decidedAt: new Date(decision.at), decisionReason: decision.reason };
}
