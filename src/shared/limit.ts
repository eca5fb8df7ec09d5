/** In what a limit counts: hours and days on which people work (工作时、工作日), or hours by the clock. */
export const LIMIT_UNITS = ['WORKING_HOURS', 'WORKING_DAYS', 'CALENDAR_HOURS'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** How long something may take. */
export interface Limit {
  readonly count: number;
  readonly unit: LimitUnit;
}
