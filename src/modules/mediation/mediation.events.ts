import { type TableChange } from '../../data/table-change';
import { type Day } from '../../shared/business-date';
import { dueOn, type Session } from './mediation.rules';

/** Reads a change of the table: the follow-up of a mediation that is the next from then on; undefined for any other change. */
export function followUpSetBy({ before, after }: TableChange): { id: string; on: Day } | undefined {
  if (after?.__edb_e__ !== 'mediation') return undefined;
  const on = dueOn({ sessions: after.sessions as readonly Session[] });
  const was = before && dueOn({ sessions: before.sessions as readonly Session[] });
  return on === undefined || on === was ? undefined : { id: String(after.id), on };
}
