import { ancestorAt } from '../../shared/area-code';
import { type ApplicationLimitFound } from '../applications/application-limit.rules';
import { type MissingFound } from '../evidence/file-reminder.service';
import { type FollowUpFound } from '../mediation/follow-up-reminder.service';
import { type RecordNotice } from '../notifications/notification.events';
import { morningsOf, type ReminderDue } from './reminder.rules';

/** By whom somebody is reminded. */
const CLOCK = { id: 'clock', name: '系统提醒', role: 'ADMINISTRATOR' } as const;

/** Who is to be told of a moment: what it says of itself, and whom. */
function noticeOf(
  { kind, id, source, at }: ReminderDue,
  area: string,
  to: Partial<Pick<RecordNotice, 'duties' | 'people'>>,
): RecordNotice {
  const facts = { recordId: id, area, source, at: new Date(at), by: CLOCK };
  return { duties: [], people: [], ...to, kind, ...facts };
}

/**
 * Who is to be reminded of an application's limit: the office that has it while it is near its end; that office and the level
 * above it once it is over. Nobody where it stands otherwise by now. An appeal is with the street, all else with the community.
 */
export function limitNoticeOf(
  due: ReminderDue,
  found: ApplicationLimitFound | undefined,
): RecordNotice | undefined {
  const wanted = due.kind === 'APPLICATION_NEAR' ? 'NEAR' : 'OVER';
  if (found?.limitState !== wanted) return undefined;
  const { area, state } = found;
  const levels =
    state === 'APPEALED' ? (['STREET', 'DISTRICT'] as const) : (['COMMUNITY', 'STREET'] as const);
  const told = wanted === 'NEAR' ? levels.slice(0, 1) : levels;
  return noticeOf(due, area, { duties: told.map((level) => ancestorAt(area, level) ?? area) });
}

/**
 * Who is to be reminded of a follow-up that is due or overdue: whoever mediated, and those who hold the case, or its community
 * where nobody does. Nobody of one that is due once it is overdue, which is said for itself.
 */
export function followUpNoticeOf(
  due: ReminderDue,
  found: FollowUpFound | undefined,
  now: Date,
): RecordNotice | undefined {
  const isTooLate = due.kind === 'FOLLOW_UP_DUE' && now.toISOString() > morningsOf(due.source).over;
  if (found === undefined || isTooLate) return undefined;
  return noticeOf(due, found.area, { duties: [found.holder], people: [found.mediator] });
}

/** Who is to be reminded of files that are not there: whoever announced them. */
export function filesNoticeOf(due: ReminderDue, found: MissingFound | undefined): RecordNotice | undefined {
  return found && noticeOf(due, found.area, { people: found.people });
}
