import { type Target } from '../../auth/relations';
import { handlerOf, senderOf } from './case-ladder.rules';
import { routedTo } from './case-route.rules';
import { type Case } from './case.type';

type Targeted = Pick<Case, 'area' | 'holder' | 'reporter' | 'steps' | 'origin' | 'partOf' | 'storedRoute'>;

/** What the permissions must know of a case. */
export function targetOf(found: Targeted): Target {
  return {
    area: found.area,
    holder: found.holder?.code,
    sender: senderOf(found.steps)?.code,
    handler: handlerOf(found.steps)?.code,
    routed: routedTo(found),
    reporterId: found.reporter.id,
    departments: found.steps
      .flatMap(({ holder, parts = [] }) => [holder, ...parts.map((part) => part.holder)])
      .flatMap((holder) => (holder?.level === 'DEPARTMENT' ? [holder.code] : [])),
  };
}
