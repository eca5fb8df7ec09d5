import { type TableChange } from '../../data/table-change';
import { businessDate, type Day } from '../../shared/business-date';

/** Reads a change of the table: the grid whose visits were counted by it for the first time on a day; undefined for any other. */
export function firstCountBy({ before, after }: TableChange): { grid: string; on: Day } | undefined {
  if (after?.__edb_e__ !== 'visit-count' || after.period !== 'NOW') return undefined;
  const on = dayOf(after.at);
  return before !== undefined && dayOf(before.at) === on ? undefined : { grid: String(after.grid), on };
}

function dayOf(at: unknown): Day {
  return businessDate(new Date(String(at)));
}
