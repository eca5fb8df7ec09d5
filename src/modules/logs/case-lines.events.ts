import { type TableChange } from '../../data/table-change';
import { caseIdIn, caseIn, stepsIn } from '../cases/case.events';
import { type CaseMove } from '../cases/case.machine';
import { type SystemStep } from '../cases/case.rules';
import { gridOf, type LineKind, type LogLine } from './log.rules';

/** What a step of a case is in the log of whoever made it; what the system does is in none, nor is a rating. */
const KINDS: Readonly<Record<CaseMove | SystemStep, LineKind | undefined>> = {
  REPORT: 'CASE_REPORTED',
  FILE: 'CASE_FILED',
  DECLINE: 'CASE_DECLINED',
  CANCEL: 'CASE_CANCELLED',
  SOLVE: 'CASE_SOLVED',
  ESCALATE: 'CASE_ESCALATED',
  DISPATCH: 'CASE_DISPATCHED',
  SPLIT: 'CASE_DISPATCHED',
  WITHDRAW: 'CASE_WITHDRAWN',
  RETURN: 'CASE_RETURNED',
  TAKE_OVER: 'CASE_TAKEN_OVER',
  ACCEPT: 'CASE_ACCEPTED',
  TAKE_ON: 'CASE_ACCEPTED',
  ASK_EXTENSION: 'CASE_EXTENSION_ASKED',
  GRANT_EXTENSION: 'CASE_EXTENSION_DECIDED',
  REFUSE_EXTENSION: 'CASE_EXTENSION_DECIDED',
  MERGE: 'CASE_MERGED',
  UNMERGE: 'CASE_UNMERGED',
  SUSPEND: 'CASE_SUSPENDED',
  RESUME: 'CASE_RESUMED',
  SUPERVISE: 'CASE_SUPERVISED',
  REPORT_BACK: 'CASE_REPORTED_BACK',
  INSPECT: 'CASE_INSPECTED',
  CLOSE: 'CASE_CLOSED',
  STRIKE_OFF: 'CASE_CLOSED',
  SEND_BACK: 'CASE_SENT_BACK',
  FOLLOW_UP: 'CASE_FOLLOWED_UP',
  RATE: undefined,
  REOPEN: 'CASE_REOPENED',
  ADJUST: undefined,
  OVERDUE: undefined,
  ABSORB: undefined,
  RELEASE: undefined,
  PART_ENDED: undefined,
  MEDIATE: undefined,
};

/** The report and the moves that a change brought to a case; residents keep no log. */
export function caseLines({ before, after }: TableChange): readonly LogLine[] {
  if (after?.__edb_e__ !== 'case') return [];
  const known = new Set(before && stepsIn(before).map(({ id }) => id));
  const { area } = caseIn(after);
  return stepsIn(after)
    .filter(({ id, by }) => !known.has(id) && by.role !== 'RESIDENT')
    .flatMap(({ id, move, at, by }) => {
      const kind = KINDS[move];
      if (kind === undefined) return [];
      const record = { type: 'CASE' as const, id: caseIdIn(after) };
      return [{ id, kind, at: new Date(at), by: { id: by.id, name: by.name }, area: gridOf(area), record }];
    });
}
