/** Of what the clock reminds, beside the limits of cases and bookings; each is a kind of notification. */
export const REMINDER_KINDS = ['APPLICATION_NEAR', 'APPLICATION_OVER'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** That the clock has to look at a record at a moment. */
export interface ReminderDue {
  readonly kind: ReminderKind;
  /** Id of the record. */
  readonly id: string;
  /** Which of its limits, visits or rounds of files it is: hexadecimal digits and hyphens. */
  readonly source: string;
  /** RFC 3339 UTC. */
  readonly at: string;
}

/** What tells one moment from all others. */
export function keyOf({ at, kind, id, source }: ReminderDue): string {
  return `${at}#${kind}#${id}#${source}`;
}
