import { type Day, daysAfter, momentOf } from '../../shared/business-date';
import { type OwnerType } from '../evidence/evidence-owner.rules';

/** Of what the clock reminds, beside the limits of cases and bookings; each is a kind of notification. */
export const REMINDER_KINDS = [
  'APPLICATION_NEAR',
  'APPLICATION_OVER',
  'APPLICATION_STEP_NEAR',
  'APPLICATION_STEP_OVER',
  'FOLLOW_UP_DUE',
  'FOLLOW_UP_OVER',
  'CASE_FILES',
  'VISIT_FILES',
  'NOTE_FILES',
  'APPLICATION_FILES',
  'NOTICE_FILES',
  'WORK_DUE',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** What the clock has to look at: what it reminds of, and urgent notices that are to come out. */
export const MOMENT_KINDS = [...REMINDER_KINDS, 'NOTICE_OUT'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** After how many hours whoever announced files that are not there is reminded. Ours. */
export const HOURS_FOR_FILES = 24;

/** When the day begins for those who are to act on it, in Asia/Shanghai. Ours: the usual opening of offices. */
export const MORNING = '09:00:00';

/** The kind of the reminder that files of a record are missing, by what record it is. */
export const FILES_OF = {
  CASE: 'CASE_FILES',
  VISIT: 'VISIT_FILES',
  LOG_ENTRY: 'NOTE_FILES',
  APPLICATION: 'APPLICATION_FILES',
  NOTICE: 'NOTICE_FILES',
} as const satisfies Record<OwnerType, ReminderKind>;

/** That the clock has to look at a record, or at a grid, at a moment. */
export interface MomentDue<Kind extends MomentKind = MomentKind> {
  readonly kind: Kind;
  /** Id of the record, or code of the grid. */
  readonly id: string;
  /** Which of its limits, visits, days or rounds of files it is: hexadecimal digits and hyphens. */
  readonly source: string;
  /** RFC 3339 UTC. */
  readonly at: string;
}

/** A moment at which somebody may have to be reminded. */
export type ReminderDue = MomentDue<ReminderKind>;

/** What tells one moment from all others. */
export function keyOf({ at, kind, id, source }: MomentDue): string {
  return `${at}#${kind}#${id}#${source}`;
}

/** When a follow-up of a day is due, and when it is overdue: the morning of that day, and of the next (RFC 3339 UTC). */
export function morningsOf(on: Day): { readonly due: string; readonly over: string } {
  const at = (day: Day) => momentOf(day, MORNING).toISOString();
  return { due: at(on), over: at(daysAfter(on, 1)) };
}
