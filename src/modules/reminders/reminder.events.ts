import { type TableChange } from '../../data/table-change';
import { limitBegunBy } from '../applications/application.events';
import { type ReminderDue } from './reminder.rules';

/** Reads a change of the table: the moments at which the clock has to look because of it; none for any other change. */
export function remindersBy(change: TableChange): readonly ReminderDue[] {
  switch (change.after?.__edb_e__) {
    case 'application':
      return ofLimit(change);
    default:
      return [];
  }
}

function ofLimit(change: TableChange): readonly ReminderDue[] {
  const begun = limitBegunBy(change);
  if (begun === undefined) return [];
  const { id, nearAt, dueAt } = begun;
  const about = { id, source: String(dueAt.getTime()) };
  const over = { ...about, kind: 'APPLICATION_OVER', at: dueAt.toISOString() } as const;
  return nearAt ? [{ ...about, kind: 'APPLICATION_NEAR', at: nearAt.toISOString() }, over] : [over];
}
