import { Refusal, Refusals } from '../../shared/errors';
import { type ApplicationNeed } from './application.machine';
import { assertMaterials } from './application-request.rules';
import {
  type ApplicationRecord,
  isResultThere,
  missingOf,
  MOST_OF_APPLICATION,
  type Standing,
} from './application.rules';

/**
 * What can be done again and again has an end; of a result that is to be put right it comes later, so that none is left lying.
 * @throws Refusal APPLICATION_TOO_LONG
 */
export function assertNotTooLong({ steps }: ApplicationRecord, move: string): void {
  const max = MOST_OF_APPLICATION[move === 'REPLACE_RESULT' ? 'stepsOfResult' : 'steps'];
  if (steps.length >= max && ['AMEND', 'ASK', 'RETURN', 'REPLACE_RESULT'].includes(move))
    throw new Refusal('APPLICATION_TOO_LONG', { max });
}

/**
 * Throws unless what a move needs of an application is there.
 * @throws Refusal APPLICATION_RESULT_MISSING, or all that is missing at once
 */
export function assertThere(
  needs: readonly ApplicationNeed[],
  application: ApplicationRecord,
  standing: Standing,
): void {
  if (needs.includes('RESULT') && !isResultThere(application, standing.files))
    throw new Refusal('APPLICATION_RESULT_MISSING', {}, ['move']);
  if (!needs.includes('COMPLETE') && !needs.includes('VERIFIED')) return;
  const missing = missingOf(application, standing, needs.includes('VERIFIED'));
  if (missing.length > 0) throw new Refusals(missing);
}

/**
 * The materials that are asked for, each once.
 * @throws Refusal APPLICATION_ASK_WHAT, APPLICATION_MATERIAL_UNKNOWN
 */
export function askedIn({ terms }: ApplicationRecord, codes: readonly string[]): readonly string[] {
  if (codes.length === 0) throw new Refusal('APPLICATION_ASK_WHAT', {}, ['materials']);
  assertMaterials(terms, codes);
  return [...new Set(codes)];
}
