import { type Limit } from '../../shared/limit';
import {
  afterWorking,
  endOf,
  type OfficeHours,
  shareOf,
  USUAL_HOURS,
  workingBetween,
} from '../../shared/working-time';
import { type CaseState } from './case.machine';
import { type ClockRest, type Urgency } from './case.rules';
import { type CaseTerms } from './case-terms.rules';
import { filedUnder } from './category.rules';

/** What a case waits for, in the order of its life; each has a limit of its own. */
export const CLOCK_STEPS = ['TRIAGE', 'ACCEPT', 'HANDLE', 'CHECK'] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

/** Where a case stands in its limit. */
export const PUNCTUALITIES = ['WITHIN', 'NEAR', 'OVER'] as const;
export type Punctuality = (typeof PUNCTUALITIES)[number];

/** What is waited for in each state; in the pool of problems and after its end, nothing. */
export const STEP_OF: Readonly<Record<CaseState, ClockStep | undefined>> = {
  REPORTED: 'TRIAGE',
  FILED: 'HANDLE',
  DISPATCHED: 'ACCEPT',
  HANDLING: 'HANDLE',
  HANDLED: 'CHECK',
  SUSPENDED: undefined,
  CLOSED: undefined,
  DECLINED: undefined,
  CANCELLED: undefined,
  MERGED: undefined,
};

/**
 * How long each step may take, but for handling, of which the category says it. What is urgent runs by the clock, day and
 * night; all else in working time. The figures are ours: cities publish limits by category, which differ.
 */
export const STEP_LIMITS: Readonly<Record<Urgency, Readonly<Record<Exclude<ClockStep, 'HANDLE'>, Limit>>>> = {
  EMERGENCY: {
    TRIAGE: { count: 1, unit: 'CALENDAR_HOURS' },
    ACCEPT: { count: 1, unit: 'CALENDAR_HOURS' },
    CHECK: { count: 8, unit: 'CALENDAR_HOURS' },
  },
  URGENT: {
    TRIAGE: { count: 4, unit: 'CALENDAR_HOURS' },
    ACCEPT: { count: 4, unit: 'CALENDAR_HOURS' },
    CHECK: { count: 24, unit: 'CALENDAR_HOURS' },
  },
  NORMAL: {
    TRIAGE: { count: 7, unit: 'WORKING_HOURS' },
    ACCEPT: { count: 4, unit: 'WORKING_HOURS' },
    CHECK: { count: 2, unit: 'WORKING_DAYS' },
  },
};

/** How long what is urgent may be handled, where its category gives it longer. */
export const URGENT_HANDLING: Readonly<Partial<Record<Urgency, Limit>>> = {
  EMERGENCY: { count: 8, unit: 'CALENDAR_HOURS' },
  URGENT: { count: 24, unit: 'CALENDAR_HOURS' },
};

/** From what share of its limit on something is near its end. */
export const NEAR_SHARE = 0.8;

/** The clock of whoever holds a case now: it begins when they get it, or when it gets into another state with them. */
export interface CaseClock {
  readonly step: ClockStep;
  /** The version of the case with which it began; no two clocks of a case have the same. */
  readonly began: number;
  readonly since: Date;
  readonly nearAt: Date;
  readonly dueAt: Date;
  /** Whether that it is over has been told to the level above, which happens once. */
  readonly told?: true | undefined;
}

/** What a clock is set by. */
export interface ClockFacts {
  readonly state: CaseState;
  readonly version: number;
  readonly urgency: Urgency;
  /** What it was filed under, and the terms of its district then. */
  readonly category: {
    readonly code: string;
    readonly version?: number | undefined;
    readonly terms?: CaseTerms | undefined;
  };
}

/** The clock that begins now; undefined where nothing is waited for any more. */
export function clockFrom(
  facts: ClockFacts,
  at: Date,
  office: OfficeHours = officeOf(facts),
): CaseClock | undefined {
  const step = STEP_OF[facts.state];
  if (step === undefined) return undefined;
  const ends = limitsOf(step, facts).map((limit) => ({ limit, dueAt: endOf(office, limit, at) }));
  const { limit, dueAt } = ends.reduce((first, other) => (other.dueAt < first.dueAt ? other : first));
  const nearAt = shareOf(office, limit, [at, dueAt], NEAR_SHARE);
  return { step, began: facts.version, since: at, nearAt, dueAt };
}

/** The office whose hours a case goes by: that of its district when it was filed. */
function officeOf({ category }: ClockFacts): OfficeHours {
  return category.terms?.office ?? USUAL_HOURS;
}

/** The limits of a step, of which that holds which ends first. */
function limitsOf(step: ClockStep, { urgency, category }: ClockFacts): [Limit, ...Limit[]] {
  const own = category.terms?.limits?.[step];
  if (step !== 'HANDLE') return [own ?? STEP_LIMITS[urgency][step]];
  const handle = own ?? filedUnder(category.code, category.version).handle;
  const urgent = URGENT_HANDLING[urgency];
  return urgent === undefined ? [handle] : [handle, urgent];
}

/** Who holds a case in which state, and its clock. */
interface Standing extends ClockFacts {
  readonly holder?: { readonly code: string } | undefined;
  readonly clock?: CaseClock | undefined;
}

/** The clock after a step: another one where the case has another holder or state, else the same; nothing else moves it. */
export function clockAfter(before: Standing, after: Standing, at: Date): CaseClock | undefined {
  const isSame = before.state === after.state && before.holder?.code === after.holder?.code;
  return isSame ? before.clock : clockFrom(after, at);
}

/** What is left of a clock at a moment; nothing of one that has run out. */
export function restOf(
  { nearAt, dueAt }: CaseClock,
  facts: ClockFacts,
  now: Date,
  office: OfficeHours = officeOf(facts),
): ClockRest {
  const until = (end: Date) =>
    runsDayAndNight(facts) ? Math.max(0, end.getTime() - now.getTime()) : workingBetween(office, now, end);
  return { near: until(nearAt), due: until(dueAt) };
}

/** The clock that goes on at a moment with what was left of it; a clock of its own, as the case has another version. */
export function clockWith(
  { near, due }: ClockRest,
  facts: ClockFacts,
  at: Date,
  office: OfficeHours = officeOf(facts),
): CaseClock | undefined {
  const step = STEP_OF[facts.state];
  if (step === undefined) return undefined;
  const after = (rest: number) =>
    runsDayAndNight(facts) ? new Date(at.getTime() + rest) : afterWorking(office, at, rest);
  return { step, began: facts.version, since: at, nearAt: after(near), dueAt: after(due) };
}

/** The clock with another end; near it again after the same share of the time that is left. */
export function clockUntil(
  clock: CaseClock,
  facts: ClockFacts,
  [at, until]: [Date, Date],
  office: OfficeHours = officeOf(facts),
): CaseClock {
  const unit = runsDayAndNight(facts) ? 'CALENDAR_HOURS' : 'WORKING_HOURS';
  const nearAt = shareOf(office, { count: 1, unit }, [at, until], NEAR_SHARE);
  return { ...clock, began: facts.version, nearAt, dueAt: until, told: undefined };
}

/** Whether the limit of a state is one by the clock: of several, that which does not wait for the office ends first as a rule. */
function runsDayAndNight(facts: ClockFacts): boolean {
  const step = STEP_OF[facts.state];
  return step !== undefined && limitsOf(step, facts).some(({ unit }) => unit === 'CALENDAR_HOURS');
}

/** Where a clock stands at a moment. The moment at which it is due is still within the limit. */
export function punctualityOf(
  { nearAt, dueAt }: Pick<CaseClock, 'nearAt' | 'dueAt'>,
  now: Date,
): Punctuality {
  if (now > dueAt) return 'OVER';
  return now >= nearAt ? 'NEAR' : 'WITHIN';
}
