import { type Image, type TableChange } from '../../data/table-change';
import { summaryFrom } from './application.row';
import { type ApplicationStep } from './application.rules';

/** The application in an image of the table, as far as it says whom its steps concern. */
export function appliedIn({ id, row, resident, steps }: Image) {
  const all = steps as readonly ApplicationStep[];
  const { area, delivery } = summaryFrom(String(id), row);
  return {
    ...{ id: String(id), area, delivery, resident: String(resident), steps: all },
    openedBy: all[0]?.by.id ?? String(resident),
  };
}

/** Reads a change of the table: the limit of an application that began to run, or goes on, by it; undefined for any other. */
export function limitBegunBy({ before, after }: TableChange) {
  if (after?.__edb_e__ !== 'application') return undefined;
  const was = before && summaryFrom(String(before.id), before.row).dueAt;
  const { id, dueAt, nearAt } = summaryFrom(String(after.id), after.row);
  return dueAt === undefined || was?.getTime() === dueAt.getTime() ? undefined : { id, dueAt, nearAt };
}
