import { type Target } from '../../auth/relations';
import { targetOf } from '../cases/case-target.rules';
import { type Case } from '../cases/case.type';
import { type CaseStanding } from './finding.rules';

/** What the case of a finding tells of it. */
export interface FindingCase extends CaseStanding {
  readonly id: string;
  /** Id of the record it was made of. */
  readonly inspection: string | undefined;
  readonly category: Case['category'];
  /** What the permissions must know of it. */
  readonly target: Target;
}

/** The same of a case that was read itself. */
export function findingCaseOf(found: Case): FindingCase {
  const { id, category, state, steps, clock, holder, origin } = found;
  return {
    ...{ id, category, state, steps, clock, holder, inspection: origin?.id },
    target: targetOf(found),
  };
}
