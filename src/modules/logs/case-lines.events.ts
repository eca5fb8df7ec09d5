import { type Image, type TableChange } from '../../data/table-change';
import { type Author } from '../../shared/change';
import { gridOf, type LineKind, type LogLine } from './log.rules';

/** What a move of a case is in the log of whoever made it; a handover by the system is in none. */
const KINDS: Readonly<Record<string, LineKind>> = {
  REPORT: 'CASE_REPORTED',
  SOLVE: 'CASE_SOLVED',
  ESCALATE: 'CASE_ESCALATED',
  DISPATCH: 'CASE_DISPATCHED',
  ACCEPT: 'CASE_ACCEPTED',
  RETURN: 'CASE_RETURNED',
  REPORT_BACK: 'CASE_REPORTED_BACK',
  CLOSE: 'CASE_CLOSED',
  SEND_BACK: 'CASE_SENT_BACK',
};

interface Step {
  readonly id: string;
  readonly move: string;
  readonly at: string;
  readonly by: Author;
}

/** The report and the moves that a change brought to a case; residents keep no log. */
export function caseLines({ before, after }: TableChange): readonly LogLine[] {
  if (after?.__edb_e__ !== 'case') return [];
  const known = new Set(stepsOf(before).map(({ id }) => id));
  const { area } = after.row as { area: string };
  return stepsOf(after)
    .filter(({ id, by }) => !known.has(id) && by.role !== 'RESIDENT')
    .flatMap(({ id, move, at, by }) => {
      const kind = KINDS[move];
      if (kind === undefined) return [];
      const record = { type: 'CASE' as const, id: String(after.id) };
      return [{ id, kind, at: new Date(at), by: { id: by.id, name: by.name }, area: gridOf(area), record }];
    });
}

function stepsOf(image: Image | undefined): readonly Step[] {
  if (image === undefined) return [];
  const { reporter, reportedAt } = image.row as { reporter: Author; reportedAt: string };
  const report = { id: String(image.id), move: 'REPORT', at: reportedAt, by: reporter };
  return [report, ...(image.steps as readonly Step[])];
}
