import { afterWorking, endOf, type OfficeHours, shareOf, workingBetween } from '../../shared/working-time';
import { NEAR_SHARE, type Punctuality, punctualityOf } from '../cases/case-clock.rules';
import { applicationMove, type ApplicationMove } from './application.machine';
import { type ApplicationRecord, type ApplicationSummary, USUAL_DAYS } from './application.rules';

/** The limit of an application: when it ends and from when that is near, or what is left of both while it stands still. */
export type ApplicationLimit = Pick<ApplicationRecord, 'dueAt' | 'nearAt' | 'left' | 'nearLeft'>;

/** How an application stands in a limit that runs. */
export interface ApplicationLimitFound extends Pick<ApplicationSummary, 'area' | 'state'> {
  readonly limitState: Punctuality;
}

/** The limit after a move: when it ends, or what is left of it while it stands still. */
export function limitAfter(
  { terms, dueAt, nearAt, left, nearLeft }: Pick<ApplicationRecord, 'terms'> & ApplicationLimit,
  move: ApplicationMove,
  office: OfficeHours,
  now: Date,
): ApplicationLimit {
  const within = (count: number) => {
    const limit = { count, unit: 'WORKING_DAYS' } as const;
    const end = endOf(office, limit, now);
    return runningTo(end, shareOf(office, limit, [now, end], NEAR_SHARE));
  };
  switch (applicationMove(move).clock) {
    case 'NONE':
      return runningTo(undefined, undefined);
    case 'SAME':
      return { dueAt, nearAt, left, nearLeft };
    case 'ACCEPTANCE':
      return within(terms.days.acceptance);
    case 'HANDLING':
      return within(terms.days.handling);
    case 'APPEAL':
      return within(USUAL_DAYS.appeal);
    case 'STOP': {
      const rest = (end: Date | undefined) => end && workingBetween(office, now, end);
      return { dueAt: undefined, nearAt: undefined, left: rest(dueAt), nearLeft: rest(nearAt) };
    }
    case 'GO_ON': {
      const near = nearLeft === undefined ? undefined : afterWorking(office, now, nearLeft);
      return runningTo(afterWorking(office, now, left ?? 0), near);
    }
  }
}

/** Where an application stands in its limit at a moment; undefined while none runs. The moment it is due is within it. */
export function limitStateOf(
  { dueAt, nearAt }: Pick<ApplicationSummary, 'dueAt' | 'nearAt'>,
  now: Date,
): Punctuality | undefined {
  return dueAt && punctualityOf({ dueAt, nearAt: nearAt ?? new Date(dueAt.getTime() + 1) }, now);
}

function runningTo(dueAt: Date | undefined, nearAt: Date | undefined): ApplicationLimit {
  return { dueAt, nearAt, left: undefined, nearLeft: undefined };
}
