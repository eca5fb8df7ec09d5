import { type Image, type TableChange } from '../../data/table-change';
import { businessDate, type Day } from '../../shared/business-date';

/** What a change of the table means for the plans of premises. */
export interface PlanChange {
  readonly premises: string;
  /** The inspection that was made, by its checklist and its day. */
  readonly inspected?: { readonly checklist: string; readonly on: Day } | undefined;
}

/** Reads a change of the table; undefined for most. */
export function planChangeBy({ before, after }: TableChange): PlanChange | undefined {
  switch (after?.__edb_e__) {
    case 'premises':
      return shownOf(before) === shownOf(after) ? undefined : { premises: String(after.id) };
    case 'inspection': {
      const [checklist] = after.row as readonly [string];
      const on = businessDate(new Date(String(after.at)));
      return { premises: String(after.premises), inspected: { checklist, on } };
    }
    default:
      return undefined;
  }
}

/** All of premises that a plan follows from, and what its list shows. */
function shownOf(image: Image | undefined): string | undefined {
  if (image === undefined) return undefined;
  const { name, kind, control, status } = image.row as Image;
  return JSON.stringify([image.area, name, kind, control, status]);
}
