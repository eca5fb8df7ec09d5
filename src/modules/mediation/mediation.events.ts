import { type Image, type TableChange } from '../../data/table-change';
import { type Day } from '../../shared/business-date';
import { dueOn, type Made, type MediationOutcome, type Session } from './mediation.rules';

/** Reads a change of the table: the follow-up of a mediation that is the next from then on; undefined for any other change. */
export function followUpSetBy({ before, after }: TableChange): { id: string; on: Day } | undefined {
  if (after?.__edb_e__ !== 'mediation') return undefined;
  const on = dueOn({ sessions: after.sessions as readonly Session[] });
  const was = before && dueOn({ sessions: before.sessions as readonly Session[] });
  return on === undefined || on === was ? undefined : { id: String(after.id), on };
}

/** All that was recorded in an image of the table: sessions with what they came to, and the visits that were made. */
export function recordedIn({ sessions }: Image): readonly { made: Made; outcome?: MediationOutcome }[] {
  const all = sessions as readonly Session[];
  const visits = all.flatMap(({ agreement }) => agreement?.followUps ?? []);
  return [
    ...all.map((session) => ({ made: session, outcome: session.outcome })),
    ...visits.flatMap(({ result }) => (result === undefined ? [] : [{ made: result }])),
  ];
}
