import { isWithin } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { withStep } from './case-chain.rules';
import { holderAfter } from './case-ladder.rules';
import { isEnded } from './case.machine';
import { type CaseStep } from './case.rules';
import { type Case } from './case.type';
import { STATE_NAMES, STEP_NAMES } from './case.words';
import { filedUnder } from './category.rules';

/**
 * Whether a case is a dispute (矛盾纠纷), by the version of the category that it was filed under. A part of one is not: what a
 * department helps with is no quarrel of its own.
 */
export function isDispute({
  category: { code, version },
  partOf,
}: Pick<Case, 'category' | 'partOf'>): boolean {
  return partOf === undefined && filedUnder(code, version).kind === 'DISPUTE';
}

/**
 * Throws unless a session of mediation can be recorded on a case: a dispute that is not ended.
 * @throws Refusal NOT_A_DISPUTE, MOVE_NOT_ALLOWED
 */
export function assertMediable(found: Pick<Case, 'category' | 'partOf' | 'state'>): void {
  if (!isDispute(found)) throw new Refusal('NOT_A_DISPUTE');
  const { state } = found;
  if (isEnded(state))
    throw new Refusal('MOVE_NOT_ALLOWED', { state: STATE_NAMES[state], move: STEP_NAMES.MEDIATE });
}

/** Whether a mediation has come to an outcome, an agreement or none, since the case was last reopened. */
export function isMediated({ steps }: Pick<Case, 'steps'>): boolean {
  const reopened = steps.findLastIndex(({ move }) => move === 'REOPEN');
  return steps.slice(reopened + 1).some(({ move }) => move === 'MEDIATE');
}

/** Code of who answers for what was agreed: whoever holds the case, and once it is ended the area that had it last. */
export function answersForAgreement({ holder, steps, areaNames: names }: Case): string | undefined {
  return (holder ?? holderAfter('REOPEN', { steps, names }))?.code;
}

/** Where a case lies today: where it happened, or what an adjustment of grids has made of that. */
export function areaToday({ area, grid, holder }: Pick<Case, 'area' | 'grid' | 'holder'>): string {
  if (grid === undefined || isWithin(area, grid)) return area;
  return holder?.level === 'COURTYARD' && isWithin(holder.code, grid) ? holder.code : grid;
}

/** The case after a mediation that came to an outcome: it says so, and nothing else of it moves. */
export function mediatedBy(
  found: Case,
  step: Pick<CaseStep, 'id' | 'at' | 'by' | 'text' | 'fingerprint'>,
): Case {
  const taken: CaseStep = { ...step, move: 'MEDIATE', holder: found.holder };
  return { ...found, version: found.version + 1, updatedAt: new Date(step.at), ...withStep(found, taken) };
}
