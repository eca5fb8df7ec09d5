import { type Image, type TableChange } from '../../data/table-change';
import { summaryFrom } from './application.row';
import { departmentWith, type RunningLimit } from './application-step.rules';
import { type ApplicationRecord, type ApplicationStep, type ApplicationSummary } from './application.rules';

/** The application in an image of the table, as far as it says whom its steps concern. */
export function appliedIn({ id, row, resident, steps, facts }: Image) {
  const all = steps as readonly ApplicationStep[];
  const { area, delivery } = summaryFrom(String(id), row);
  return {
    ...{ id: String(id), area, delivery, resident: String(resident), steps: all },
    terms: (facts as Pick<ApplicationRecord, 'terms'>).terms,
    openedBy: all[0]?.by.id ?? String(resident),
  };
}

/** Code of the department that has the application in an image; undefined where none has. */
export function departmentIn({ id, row, facts }: Image): string | undefined {
  const { terms } = facts as Pick<ApplicationRecord, 'terms'>;
  return departmentWith({ ...summaryFrom(String(id), row), terms })?.code;
}

/** An application as a list shows it, from the row that a list keeps of it. */
export function applicationSummaryIn(id: string, row: unknown): ApplicationSummary {
  return summaryFrom(id, row);
}

/** A limit as a change left it: when it ends, when that is near where it was kept, and whether it began to run, or goes on, by it. */
export interface LimitSeen extends Pick<RunningLimit, 'dueAt' | 'nearAt'> {
  readonly isBegun: boolean;
}

/** Reads a change of the table: the limit of an application and that of its step; undefined for any other. */
export function limitsSeenIn({ before, after }: TableChange) {
  if (after?.__edb_e__ !== 'application') return undefined;
  const was = before && summaryFrom(String(before.id), before.row);
  const now = summaryFrom(String(after.id), after.row);
  return { id: now.id, whole: seenSince(was, now), step: seenSince(was?.step, now.step) };
}

function seenSince(was: RunningLimit = {}, { dueAt, nearAt }: RunningLimit = {}): LimitSeen {
  const isSame = was.dueAt?.getTime() === dueAt?.getTime() && was.nearAt?.getTime() === nearAt?.getTime();
  return { dueAt, nearAt, isBegun: dueAt !== undefined && !isSame };
}
