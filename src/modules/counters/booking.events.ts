import { type Image, type TableChange } from '../../data/table-change';
import { type BookingStep } from './booking.rules';
import { summaryFrom } from './booking.row';

/** That the clock reminded of a booking. */
export interface BookingReminded {
  readonly id: string;
  readonly resident: string;
  /** Id of whoever booked. */
  readonly bookedBy: string;
  /** Code of the area that runs the counter. */
  readonly area: string;
  readonly at: Date;
}

/** Reads a change of the table: that the clock reminded of the booking by it; undefined for any other change. */
export function remindedBy({ before, after }: TableChange): BookingReminded | undefined {
  if (after?.__edb_e__ !== 'booking') return undefined;
  const [was, at] = [before && remindedIn(before), remindedIn(after)];
  if (at === undefined || was?.getTime() === at.getTime()) return undefined;
  const { area } = after.facts as { readonly area: string };
  const [booked] = after.steps as readonly BookingStep[];
  const resident = String(after.resident);
  return { id: String(after.id), resident, bookedBy: booked?.by.id ?? resident, area, at };
}

function remindedIn({ id, start, row }: Image): Date | undefined {
  return summaryFrom(String(id), String(start), row).remindedAt;
}
