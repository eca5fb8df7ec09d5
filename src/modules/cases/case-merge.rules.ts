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

/** The moves by which a case comes to its end, but for a merge. */
const ENDINGS: readonly CaseStep['move'][] = ['SOLVE', 'CLOSE', 'STRIKE_OFF', 'DECLINE', 'CANCEL'];

/** Whether a step ends a case. */
export function isEnding(move: CaseStep['move']): boolean {
  return ENDINGS.includes(move);
}

/** The step by which a case came to its end last. */
export function endingOf(steps: readonly CaseStep[]): CaseStep | undefined {
  return steps.findLast(({ move }) => isEnding(move));
}

/**
 * Throws unless a case may be merged into another: one of its street that is not ended, nor a part of one. What others were merged into is not
 * merged itself, so a merge leads to a case that goes on, and never in a circle.
 * @throws Refusal MERGE_NOT_POSSIBLE, TOO_MANY_DUPLICATES
 */
export function assertMergeable(found: Case, other: Case): void {
  const [own, theirs] = [found, other].map(({ area }) => ancestorAt(area, 'STREET'));
  const isPossible = found.id !== other.id && own !== undefined && own === theirs;
  if (!isPossible || isEnded(other.state) || other.partOf !== undefined)
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
