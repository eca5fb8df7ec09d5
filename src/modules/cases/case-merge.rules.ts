import { ancestorAt } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { withStep } from './case-chain.rules';
import { type CaseMove, isEnded } from './case.machine';
import { type CaseStep } from './case.rules';
import { type Case } from './case.type';

/** Most cases merged into one. */
export const MOST_DUPLICATES = 100;

type Merged = Pick<Case, 'state' | 'steps'>;

/** Id of the case that goes on for this one; undefined for one that is not merged. */
export function mergedInto({ state, steps }: Merged): string | undefined {
  return state === 'MERGED' ? steps.findLast(({ move }) => move === 'MERGE')?.other : undefined;
}

/** The steps by which the cases were merged into it for which it goes on, oldest first. */
export function absorbedBy(steps: readonly CaseStep[]): readonly CaseStep[] {
  const absorbed = new Map<string, CaseStep>();
  for (const step of steps) {
    if (step.move === 'ABSORB' && step.other !== undefined) absorbed.set(step.other, step);
    if (step.move === 'RELEASE' && step.other !== undefined) absorbed.delete(step.other);
  }
  return [...absorbed.values()];
}

/**
 * Throws unless a case may be merged into another: one of its street that is not ended. What is merged is ended, so whatever is
 * merged into what, no case is ever merged into itself by way of others.
 * @throws Refusal MERGE_NOT_POSSIBLE, TOO_MANY_DUPLICATES
 */
export function assertMergeable(found: Case, other: Case): void {
  const [own, theirs] = [found, other].map(({ area }) => ancestorAt(area, 'STREET'));
  if (found.id === other.id || own === undefined || own !== theirs || isEnded(other.state))
    throw new Refusal('MERGE_NOT_POSSIBLE', {}, ['into']);
  if (absorbedBy(other.steps).length >= MOST_DUPLICATES)
    throw new Refusal('TOO_MANY_DUPLICATES', { max: MOST_DUPLICATES }, ['into']);
}

/** The other case after one was merged into it, or is so no longer: it says so, and nothing else of it moves. */
export function besideMerge(
  other: Case,
  move: CaseMove,
  merged: Case,
  { id, at, by, text, fingerprint }: CaseStep,
): Case {
  const step: CaseStep = {
    ...{ id, at, by, text, fingerprint, move: move === 'MERGE' ? 'ABSORB' : 'RELEASE' },
    ...{ holder: other.holder, other: merged.id, otherReporter: merged.reporter.id },
  };
  return { ...other, version: other.version + 1, updatedAt: new Date(at), ...withStep(other, step) };
}
