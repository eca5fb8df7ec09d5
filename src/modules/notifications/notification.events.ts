import { type Image, type TableChange } from '../../data/table-change';
import { caseIn, stepsIn } from '../cases/case.events';
import { type Case } from '../cases/case.type';
import { type CasePerson } from '../cases/case.rules';
import { type NotificationKind, type Notice, noticesOf } from './notification.rules';

/** A notice, of what in which case it is, and who did it and therefore need not be told. */
export interface CaseNotice extends Notice {
  readonly caseId: string;
  /** Code of the area the case is in; absent where that is not known. */
  readonly area: string | undefined;
  /** What it is of: the number of a step, the version with which a clock began, or the id of a comment. With the case and the kind it is known again. */
  readonly source: string;
  readonly at: Date;
  readonly by: CasePerson;
}

/** That somebody was notified of something: all of it that may leave the house. */
export interface MadeNotification {
  readonly person: string;
  /** What tells it from all other notifications of that person, however often it is told. */
  readonly turn: string;
  readonly kind: NotificationKind;
  readonly caseId: string;
  /** Code of the area the case is in. */
  readonly area: string;
  readonly at: Date;
}

/** What a notice is known by among all notices of a person, in the order of time. */
export function turnOf({ at, caseId, source, kind }: CaseNotice): string {
  return `${String(at.getTime()).padStart(13, '0')}#${caseId}#${source}#${kind}`;
}

/** The notification that a notice makes of somebody; none where its area is not known, as of old comments. */
export function madeOf(person: string, notice: CaseNotice): readonly MadeNotification[] {
  const { kind, caseId, area, at } = notice;
  return area === undefined ? [] : [{ person, turn: turnOf(notice), kind, caseId, area, at }];
}

/** By whom somebody is reminded. */
const CLOCK = { id: 'clock', name: '超时提醒', role: 'ADMINISTRATOR' } as const;

/** Who is to be reminded that the limit of a case is nearly over: whoever holds it; nobody where none runs. */
export function nearNoticesOf({ id, area, clock, holder }: Case): readonly CaseNotice[] {
  if (clock === undefined || holder === undefined) return [];
  const facts = { caseId: id, area, source: String(clock.began), at: clock.nearAt, by: CLOCK };
  return [{ kind: 'NEAR', duties: [holder.code], people: [], ...facts }];
}

/** Reads a change of the table: who is to be notified of what it did to a case. */
export function caseNoticesBy({ before, after }: TableChange): readonly CaseNotice[] {
  switch (after?.__edb_e__) {
    case 'case':
      return ofSteps(before, after);
    case 'case-comment':
      return before === undefined ? ofComment(after) : [];
    default:
      return [];
  }
}

function ofSteps(before: Image | undefined, after: Image): readonly CaseNotice[] {
  const steps = stepsIn(after);
  // The report of a part tells nobody: it is dispatched with it.
  const first = caseIn(after).partOf === undefined ? 0 : 1;
  const told = before === undefined ? first : stepsIn(before).length;
  const [reporter, { area }] = [String(after.reporter), caseIn(after)];
  return steps.slice(told).flatMap((step, index) => {
    const number = told + index + 1;
    const is = { caseId: String(after.id), area };
    const facts = { ...is, source: String(number), at: new Date(step.at), by: step.by };
    return noticesOf(steps.slice(0, number), reporter).map((notice) => ({
      ...{ ...notice, ...facts, caseId: notice.caseId ?? facts.caseId },
    }));
  });
}

function ofComment({ id, caseId, area, by, at, holder, reporter, internal }: Image): readonly CaseNotice[] {
  const facts = {
    caseId: String(caseId),
    area: typeof area === 'string' ? area : undefined,
    source: String(id),
    at: new Date(String(at)),
    by: by as CasePerson,
  };
  const duties = typeof holder === 'string' ? [holder] : [];
  const people = internal === true ? [] : [String(reporter)];
  return [{ kind: 'COMMENTED', duties, people, ...facts }];
}
