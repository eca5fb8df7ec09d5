import { afterWorking, endOf, type OfficeHours, shareOf, workingBetween } from '../../shared/working-time';
import { NEAR_SHARE, PUNCTUALITIES, type Punctuality, punctualityOf } from '../cases/case-clock.rules';
import { applicationMove, type ApplicationMove } from './application.machine';
import { type CurrentStep, nextStepOf, type RunningLimit } from './application-step.rules';
import { type ApplicationRecord, type ApplicationSummary, USUAL_DAYS } from './application.rules';

/** How an application stands in a limit that runs, its own or that of its step. */
export interface ApplicationLimitFound extends Pick<ApplicationSummary, 'area' | 'state' | 'step'> {
  readonly limitState: Punctuality;
  /** Code of the department that has it. */
  readonly department?: string | undefined;
}

/** The limit of an application after a move: when it ends, or what is left of it while it stands still. */
export function limitAfter(
  { terms, dueAt, nearAt, left, nearLeft }: Pick<ApplicationRecord, 'terms'> & RunningLimit,
  move: ApplicationMove,
  office: OfficeHours,
  now: Date,
): RunningLimit {
  const limit = { dueAt, nearAt, left, nearLeft };
  switch (applicationMove(move).clock) {
    case 'NONE':
      return NO_LIMIT;
    case 'SAME':
    case 'NEXT_STEP':
      return limit;
    case 'ACCEPTANCE':
      return within(terms.days.acceptance, office, now);
    case 'HANDLING':
      return within(terms.days.handling, office, now);
    case 'APPEAL':
      return within(USUAL_DAYS.appeal, office, now);
    case 'STOP':
      return stopped(limit, office, now);
    case 'GO_ON':
      return goingOn(limit, office, now);
  }
}

/** The step that it stands at after a move, with its own limit, which stands still when that of the whole does. */
export function stepAfter(
  record: Pick<ApplicationRecord, 'terms' | 'steps' | 'step'>,
  move: ApplicationMove,
  office: OfficeHours,
  now: Date,
): CurrentStep | undefined {
  const { step } = record;
  switch (applicationMove(move).clock) {
    case 'HANDLING':
    case 'NEXT_STEP': {
      const next = nextStepOf(record);
      if (next === undefined) return undefined;
      const { name, by, department, workingDays } = next;
      const whose = { name, by, department: department ?? undefined };
      return { ...whose, ...(workingDays == null ? NO_LIMIT : within(workingDays, office, now)) };
    }
    case 'STOP':
      return step && { ...step, ...stopped(step, office, now) };
    case 'GO_ON':
      return step && { ...step, ...(step.left === undefined ? NO_LIMIT : goingOn(step, office, now)) };
    case 'SAME':
      return step;
    default:
      return undefined;
  }
}

/** Where an application stands in its limit at a moment; undefined while none runs. The moment it is due is within it. */
export function limitStateOf(
  { dueAt, nearAt }: Pick<ApplicationSummary, 'dueAt' | 'nearAt'>,
  now: Date,
): Punctuality | undefined {
  return dueAt && punctualityOf({ dueAt, nearAt: nearAt ?? new Date(dueAt.getTime() + 1) }, now);
}

/** Where it stands in its limit or in that of its step, whichever is the worse. */
export function urgencyOf(summary: ApplicationSummary, now: Date): Punctuality | undefined {
  const states = [limitStateOf(summary, now), summary.step && limitStateOf(summary.step, now)];
  return PUNCTUALITIES.findLast((each) => states.includes(each));
}

/** By when something has to be done first: it as a whole, or its step; undefined where no limit runs. */
export function firstDueOf({ dueAt, step }: Pick<ApplicationSummary, 'dueAt' | 'step'>): Date | undefined {
  return step?.dueAt && dueAt && step.dueAt < dueAt ? step.dueAt : dueAt;
}

const NO_LIMIT: RunningLimit = { dueAt: undefined, nearAt: undefined, left: undefined, nearLeft: undefined };

function within(count: number, office: OfficeHours, now: Date): RunningLimit {
  const limit = { count, unit: 'WORKING_DAYS' } as const;
  const end = endOf(office, limit, now);
  return { ...NO_LIMIT, dueAt: end, nearAt: shareOf(office, limit, [now, end], NEAR_SHARE) };
}

function stopped({ dueAt, nearAt }: RunningLimit, office: OfficeHours, now: Date): RunningLimit {
  const rest = (end: Date | undefined) => end && workingBetween(office, now, end);
  return { ...NO_LIMIT, left: rest(dueAt), nearLeft: rest(nearAt) };
}

function goingOn({ left = 0, nearLeft }: RunningLimit, office: OfficeHours, now: Date): RunningLimit {
  const near = nearLeft === undefined ? undefined : afterWorking(office, now, nearLeft);
  return { ...NO_LIMIT, dueAt: afterWorking(office, now, left), nearAt: near };
}
