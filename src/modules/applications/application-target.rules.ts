import { type Target } from '../../auth/relations';
import { ancestorAt } from '../../shared/area-code';
import { deciderOf, departmentsReached, departmentWith } from './application-step.rules';
import { type ApplicationRecord } from './application.rules';

/**
 * What the permissions must know: an office has nothing to do with it before it is submitted, and a department before one of its
 * steps has begun; a grid worker holds it while its result is to be brought.
 */
export function targetOf(record: ApplicationRecord, residentId: string): Target {
  const { area, state, delivery, steps, terms } = record;
  const wasSubmitted = steps.some(({ move }) => move === 'SUBMIT');
  const wasDecided = steps.some(({ move }) => move === 'APPROVE' || move === 'REFUSE');
  const grid = state === 'READY' && delivery === 'BROUGHT' ? ancestorAt(area, 'GRID') : undefined;
  return {
    area: wasSubmitted ? area : undefined,
    holder: grid ?? departmentWith(record)?.code,
    departments: departmentsReached(record),
    handler: wasDecided ? deciderOf(terms)?.code : undefined,
    residentId,
    ...(steps[0] && { reporterId: steps[0].by.id }),
  };
}
