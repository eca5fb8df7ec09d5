import { type Image } from '../../data/table-change';
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
