import { type Day, daysAfter, weekOf } from '../../shared/business-date';

/** Which part of what is due. */
export const DUE_WINDOWS = ['OVERDUE', 'TODAY', 'UNTIL_TODAY', 'THIS_WEEK', 'ALL'] as const;
export type DueWindow = (typeof DUE_WINDOWS)[number];

/** The days of a due list: from the first on, and before the second. */
export interface DueDays {
  readonly from?: Day | undefined;
  readonly before?: Day | undefined;
}

/** The days of a part of a due list. */
export function daysOf(window: DueWindow, today: Day): DueDays {
  const tomorrow = daysAfter(today, 1);
  switch (window) {
    case 'OVERDUE':
      return { before: today };
    case 'TODAY':
      return { from: today, before: tomorrow };
    case 'UNTIL_TODAY':
      return { before: tomorrow };
    case 'THIS_WEEK':
      return { before: daysAfter(weekOf(today).to, 1) };
    case 'ALL':
      return {};
  }
}
