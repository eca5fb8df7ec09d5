import { type Image, type TableChange } from '../../data/table-change';
import { type AskedFor } from '../accounts/account-speaker.service';
import { appliedIn } from '../applications/application.events';
import { remindedBy } from '../counters/booking.events';
import { caseIdIn, caseIn, stepsIn } from '../cases/case.events';
import { type Case } from '../cases/case.type';
import { type CasePerson } from '../cases/case.rules';
import { applicationNoticesOf } from './application-notice.rules';
import { type NotificationKind, type Notice, noticesOf } from './notification.rules';

/** A notice, of what in which record it is, and who did it and therefore need not be told. */
export interface RecordNotice extends Notice {
  readonly recordId: string;
  /** Code of the area it is in; absent where that is not known. */
  readonly area: string | undefined;
  /** What it is of: the number of a step, the version with which a clock began, or the id of a comment. With the record and the kind it is known again. */
  readonly source: string;
  readonly at: Date;
  readonly by: CasePerson;
  /** What it was asked for: those are told too whose accounts speak for that resident. */
  readonly askedFor?: AskedFor | undefined;
  /** What is counted in it: visits that are overdue, and due within the week; inspections that are. */
  readonly numbers?: readonly number[] | undefined;
}

/** That somebody was notified of something: all of it that may leave the house. */
export interface MadeNotification {
  readonly person: string;
  /** What tells it from all other notifications of that person, however often it is told. */
  readonly turn: string;
  readonly kind: NotificationKind;
  /** Id of what it is about. */
  readonly recordId: string;
  /** Code of the area it is in. */
  readonly area: string;
  readonly at: Date;
}

/** What a notice is known by among all notices of a person, in the order of time. */
export function turnOf({ at, recordId, source, kind }: RecordNotice): string {
  return `${String(at.getTime()).padStart(13, '0')}#${recordId}#${source}#${kind}`;
}

/** The notification that a notice makes of somebody; none where its area is not known, as of old comments. */
export function madeOf(person: string, notice: RecordNotice): readonly MadeNotification[] {
  const { kind, recordId, area, at } = notice;
  return area === undefined ? [] : [{ person, turn: turnOf(notice), kind, recordId, area, at }];
}

/** By whom somebody is reminded. */
const CLOCK = { id: 'clock', name: '超时提醒', role: 'ADMINISTRATOR' } as const;

/** Who is to be reminded that the limit of a case is nearly over: whoever holds it; nobody where none runs. */
export function nearNoticesOf({ id, area, clock, holder }: Case): readonly RecordNotice[] {
  if (clock === undefined || holder === undefined) return [];
  const facts = { recordId: id, area, source: String(clock.began), at: clock.nearAt, by: CLOCK };
  return [{ kind: 'NEAR', duties: [holder.code], people: [], ...facts }];
}

/** Reads a change of the table: who is to be notified of what it did to a case, an application or a booking. */
export function noticesBy({ before, after }: TableChange): readonly RecordNotice[] {
  switch (after?.__edb_e__) {
    case 'case':
      return ofSteps(before, after);
    case 'case-comment':
      return before === undefined ? ofComment(after) : [];
    case 'application':
      return ofApplication(before, after);
    case 'booking':
      return ofBooking({ before, after });
    default:
      return [];
  }
}

function ofSteps(before: Image | undefined, after: Image): readonly RecordNotice[] {
  const steps = stepsIn(after);
  // The report of a part tells nobody: it is dispatched with it.
  const first = caseIn(after).partOf === undefined ? 0 : 1;
  const told = before === undefined ? first : stepsIn(before).length;
  const { reporter, area } = caseIn(after);
  return steps.slice(told).flatMap((step, index) => {
    const number = told + index + 1;
    const is = { recordId: caseIdIn(after), area };
    const facts = { ...is, source: String(number), at: new Date(step.at), by: step.by };
    return noticesOf(steps.slice(0, number), reporter.id).map((notice) => ({
      ...{ ...notice, ...facts, recordId: notice.recordId ?? facts.recordId },
    }));
  });
}

function ofApplication(before: Image | undefined, after: Image): readonly RecordNotice[] {
  const applied = appliedIn(after);
  const { id, area, steps } = applied;
  const told = before === undefined ? 0 : appliedIn(before).steps.length;
  return steps.slice(told).flatMap((step, index) => {
    const facts = {
      recordId: id,
      area,
      source: String(told + index + 1),
      at: new Date(step.at),
      by: step.by,
    };
    return applicationNoticesOf(applied, step).map((notice) => ({ ...notice, ...facts }));
  });
}

function ofBooking(change: TableChange): readonly RecordNotice[] {
  const reminded = remindedBy(change);
  if (reminded === undefined) return [];
  const { id, resident, bookedBy, area, at } = reminded;
  const facts = { recordId: id, area, source: String(at.getTime()), at, by: CLOCK };
  const askedFor = { resident, askedBy: bookedBy };
  return [{ kind: 'BOOKING_SOON', duties: [], people: [resident], askedFor, ...facts }];
}

function ofComment({ id, caseId, area, by, at, holder, reporter, internal }: Image): readonly RecordNotice[] {
  const facts = {
    recordId: String(caseId),
    area: typeof area === 'string' ? area : undefined,
    source: String(id),
    at: new Date(String(at)),
    by: by as CasePerson,
  };
  const duties = typeof holder === 'string' ? [holder] : [];
  const people = internal === true ? [] : [String(reporter)];
  return [{ kind: 'COMMENTED', duties, people, ...facts }];
}
