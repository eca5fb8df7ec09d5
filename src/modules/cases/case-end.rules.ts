import { isEnded } from './case.machine';
import { type CaseSummary } from './case.type';

/** Since when a case has been finished, with all that was said of it afterwards; undefined while somebody holds it. */
export function endedAtOf({ state, updatedAt }: Pick<CaseSummary, 'state' | 'updatedAt'>): Date | undefined {
  return isEnded(state) ? updatedAt : undefined;
}
