import { businessDate } from '../../shared/business-date';
import { ancestorAt } from '../../shared/area-code';
import { type ApplicationLimitFound } from '../applications/application-limit.rules';
import { officeOfStep } from '../applications/application-step.rules';
import { type MissingFound } from '../evidence/file-reminder.service';
import { type FollowUpFound } from '../mediation/follow-up-reminder.service';
import { type RecordNotice } from '../notifications/notification.events';
import { type WorkerVisits } from '../visits/morning.service';
import { type SwitchedOff } from '../webhooks/webhook.events';
import { morningsOf, type ReminderDue } from './reminder.rules';

/** By whom somebody is reminded. */
const CLOCK = { id: 'clock', name: '系统提醒', role: 'ADMINISTRATOR' } as const;

/** Who is to be told of a moment: what it says of itself, and whom. */
function noticeOf(
  { kind, id, source, at }: ReminderDue,
  area: string,
  to: Partial<Pick<RecordNotice, 'duties' | 'people' | 'numbers'>>,
): RecordNotice {
  const facts = { recordId: id, area, source, at: new Date(at), by: CLOCK };
  return { duties: [], people: [], ...to, kind, ...facts };
}

/**
 * Who is to be reminded of an application's limit, or of that of its step: the office that has it while it is near its end; that
 * office and the level above it once it is over. Nobody where it stands otherwise by now. What a department has is with it; else an
 * appeal is with the street, and so is a step that is not the community's; all else is with the community.
 */
export function limitNoticeOf(
  due: ReminderDue,
  found: ApplicationLimitFound | undefined,
): readonly RecordNotice[] {
  const isNear = due.kind === 'APPLICATION_NEAR' || due.kind === 'APPLICATION_STEP_NEAR';
  const wanted = isNear ? 'NEAR' : 'OVER';
  if (found?.limitState !== wanted) return [];
  const duties = dutiesOf(found);
  return [noticeOf(due, found.area, { duties: wanted === 'NEAR' ? duties.slice(0, 1) : duties })];
}

/** Who has an application, then the level above. */
function dutiesOf({ area, state, step, department }: ApplicationLimitFound): readonly string[] {
  const at = (level: 'COMMUNITY' | 'STREET' | 'DISTRICT') => ancestorAt(area, level) ?? area;
  if (department !== undefined) return [department, at('DISTRICT')];
  const isWithStreet = state === 'APPEALED' || officeOfStep(step) === 'STREET';
  return isWithStreet ? [at('STREET'), at('DISTRICT')] : [at('COMMUNITY'), at('STREET')];
}

/**
 * Who is to be reminded of a follow-up that is due or overdue: whoever mediated, and those who hold the case, or its community
 * where nobody does. Nobody of one that is due once it is overdue, which is said for itself.
 */
export function followUpNoticeOf(
  due: ReminderDue,
  found: FollowUpFound | undefined,
  now: Date,
): readonly RecordNotice[] {
  const isTooLate = due.kind === 'FOLLOW_UP_DUE' && now.toISOString() > morningsOf(due.source).over;
  if (found === undefined || isTooLate) return [];
  return [noticeOf(due, found.area, { duties: [found.holder], people: [found.mediator] })];
}

/** Who is to be reminded of files that are not there: whoever announced them. */
export function filesNoticeOf(due: ReminderDue, found: MissingFound | undefined): readonly RecordNotice[] {
  return found === undefined ? [] : [noticeOf(due, found.area, { people: found.people })];
}

/**
 * Who is told in the morning of what lies before them, with the numbers: each worker of a grid who has a visit, or whose grid has
 * an inspection, that is overdue or due within the week; nobody on a later day.
 */
export function morningNoticesOf(
  due: ReminderDue,
  { workers, inspections }: { workers: readonly WorkerVisits[]; inspections: Omit<WorkerVisits, 'person'> },
  now: Date,
): readonly RecordNotice[] {
  if (businessDate(now) !== due.source) return [];
  return workers.flatMap(({ person, overdue, soon }) => {
    const numbers = [overdue, soon, inspections.overdue, inspections.soon];
    return numbers.some((number) => number > 0) ? [noticeOf(due, due.id, { people: [person], numbers })] : [];
  });
}

/** Who is told that a webhook was switched off by itself: the staff of its district. */
export function switchedOffNoticeOf({ id, district, at }: SwitchedOff): RecordNotice {
  const facts = { recordId: id, area: district, source: String(at.getTime()), at, by: CLOCK };
  return { kind: 'WEBHOOK_OFF', duties: [district], people: [], ...facts };
}
