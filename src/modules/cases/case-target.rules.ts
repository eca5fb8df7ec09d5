import { type Target } from '../../auth/relations';
import { senderOf } from './case-ladder.rules';
import { type Case } from './case.type';

/** What the permissions must know of a case. */
export function targetOf(found: Pick<Case, 'area' | 'holder' | 'reporter' | 'steps'>): Target {
  return {
    area: found.area,
    holder: found.holder?.code,
    sender: senderOf(found.steps)?.code,
    reporterId: found.reporter.id,
    departments: found.steps
      .flatMap(({ holder, parts = [] }) => [holder, ...parts.map((part) => part.holder)])
      .flatMap((holder) => (holder?.level === 'DEPARTMENT' ? [holder.code] : [])),
  };
}
