import { ancestorAt } from '../../shared/area-code';
import { businessDate, businessTime, daysAfter } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type RecordType } from '../../shared/record-link.type';

/** What a line of a log can be: it is derived from a record that somebody made anyway. */
export const LINE_KINDS = [
  'VISIT_MET',
  'VISIT_NOT_HOME',
  'VISIT_REFUSED',
  'VISIT_MOVED',
  'CASE_REPORTED',
  'CASE_SOLVED',
  'CASE_ESCALATED',
  'CASE_DISPATCHED',
  'CASE_ACCEPTED',
  'CASE_RETURNED',
  'CASE_REPORTED_BACK',
  'CASE_CLOSED',
  'CASE_SENT_BACK',
  'CASE_FILED',
  'CASE_DECLINED',
  'CASE_CANCELLED',
  'CASE_WITHDRAWN',
  'CASE_TAKEN_OVER',
  'CASE_EXTENSION_ASKED',
  'CASE_EXTENSION_DECIDED',
  'CASE_SUSPENDED',
  'CASE_RESUMED',
  'CASE_SUPERVISED',
  'CASE_MERGED',
  'CASE_UNMERGED',
  'CASE_INSPECTED',
  'CASE_FOLLOWED_UP',
  'CASE_REOPENED',
  'HOUSEHOLD_REGISTERED',
  'RESIDENT_REGISTERED',
  'RESIDENT_MOVED',
  'RESIDENT_MOVED_OUT',
  'RESIDENT_DECEASED',
  'RESIDENT_CHANGED',
  'PLACE_REGISTERED',
  'PLACE_CHANGED',
  'FACILITY_REGISTERED',
  'FACILITY_CHANGED',
  'MEETING_MINUTED',
  'INSPECTION_SUBMITTED',
  'MEDIATION_AGREED',
  'MEDIATION_NOT_AGREED',
  'MEDIATION_ADJOURNED',
  'MEDIATION_FOLLOWED_UP',
  'APPLICATION_OPENED',
  'APPLICATION_AMENDED',
  'APPLICATION_SUBMITTED',
  'APPLICATION_SUPPLIED',
  'APPLICATION_WITHDRAWN',
  'APPLICATION_RETURNED',
  'APPLICATION_ACCEPTED',
  'APPLICATION_STEP_FINISHED',
  'APPLICATION_MORE_ASKED',
  'APPLICATION_DECIDED',
  'APPLICATION_APPEALED',
  'APPLICATION_APPEAL_DECIDED',
  'APPLICATION_RESULT_REPLACED',
  'APPLICATION_HANDED_OVER',
  'APPLICATION_BROUGHT',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What a worker can note beside (民情日志). */
export const NOTE_KINDS = [
  'NEW_SITUATION',
  'DISPUTE_SETTLED',
  'NEED',
  'WISH',
  'PROBLEM',
  'POLICY_PUBLICITY',
  'COURTYARD_MEETING',
  'ERRAND',
  'HAZARD_CHECK',
  'OTHER',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** All that a day is counted by: lines, notes, and plans that were settled on it. */
export const LOG_KINDS = [...LINE_KINDS, ...NOTE_KINDS, 'PLAN_DONE', 'PLAN_DROPPED'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** That somebody did something, as a record tells of it. It names no resident. */
export interface LogLine {
  /** Id of the move or change by which it was done. */
  readonly id: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
  readonly kind: LineKind;
  /** Code of the grid at that time. */
  readonly area: string;
  readonly record: { readonly type: RecordType; readonly id: string };
}

/** So many of a kind. */
export interface KindCount {
  readonly kind: LogKind;
  readonly count: number;
}

/** How many there are of each kind, in the order of the kinds; never typed by anybody. */
export function countsOf(items: readonly { readonly kind: LogKind }[]): KindCount[] {
  const counts = new Map<LogKind, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return LOG_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}

/** Where something stands in its author's log: business day and time of day, which sort as text. */
export function turnOf(at: Date): string {
  return `${businessDate(at)}#${businessTime(at)}`;
}

/** Where something stands in the log of a community: by day, grid, person, time. */
export function placeOf({ at, area, person }: { at: Date; area: string; person: string }): string {
  return `${businessDate(at)}#${gridOf(area)}#${person}#${businessTime(at)}`;
}

/** Code of the grid that a grid or courtyard is or lies in. */
export function gridOf(area: string): string {
  return ancestorAt(area, 'GRID') ?? area;
}

/** Code of the community that an area lies in. */
export function communityOf(area: string): string {
  return ancestorAt(area, 'COMMUNITY') ?? area;
}

/** How many days after it happened something may still be noted: a phone may have been without a signal. */
export const MOST_DAYS_LATE = 7;

/** How far a phone's clock may be ahead. */
const AHEAD_MS = 5 * 60_000;

/** Whether it is too late to note something that happened then. */
export function isTooLate(told: Date | null | undefined, now: Date): boolean {
  return told != null && businessDate(told) < daysAfter(businessDate(now), -MOST_DAYS_LATE);
}

/**
 * When something happened: now, or the time that is told.
 * @throws Refusal LOG_TIME_INVALID when that lies in the future or more than a week back
 */
export function checkedTime(told: Date | null | undefined, now: Date): Date {
  if (told == null) return now;
  if (told.getTime() > now.getTime() + AHEAD_MS || isTooLate(told, now))
    throw new Refusal('LOG_TIME_INVALID', { days: MOST_DAYS_LATE }, ['at']);
  return told;
}
