import { createCollectionReader } from '../data/collection-reader';
import { ApplicationReminderService } from '../modules/applications/application-reminder.service';
import { ApplicationRepo } from '../modules/applications/application.repo';
import { CaseRepo } from '../modules/cases/case.repo';
import { EvidenceRepo } from '../modules/evidence/evidence.repo';
import { FileReminderService } from '../modules/evidence/file-reminder.service';
import { type FindCase, FollowUpReminderService } from '../modules/mediation/follow-up-reminder.service';
import { MediationRepo } from '../modules/mediation/mediation.repo';
import { InspectionCountRepo } from '../modules/inspections/inspection-count.repo';
import { NoticeOutingRepo } from '../modules/notices/notice-outing.repo';
import { NoticeOutingService } from '../modules/notices/notice-outing.service';
import { NoticeRepo } from '../modules/notices/notice.repo';
import { MorningInspectionsService } from '../modules/inspections/morning.service';
import {
  filesNoticeOf,
  followUpNoticeOf,
  limitNoticeOf,
  morningNoticesOf,
} from '../modules/reminders/reminder-notice.rules';
import { type FILES_OF, type ReminderKind } from '../modules/reminders/reminder.rules';
import { ReminderRepo } from '../modules/reminders/reminder.repo';
import { type Look, ReminderService } from '../modules/reminders/reminder.service';
import { MorningVisitsService } from '../modules/visits/morning.service';
import { VisitCountRepo } from '../modules/visits/visit-count.repo';
import { type Foundation } from './foundation';
import { createNotificationSending } from './notifications';

/** Only what reminds of what the clock finds, so that its doors load nothing of the API. */
export function createReminders({ table, clock }: Pick<Foundation, 'table' | 'clock'>): ReminderService {
  const newReads = () => createCollectionReader(table);
  const applications = new ApplicationReminderService(new ApplicationRepo(table), newReads);
  const cases = new CaseRepo(table);
  const findCase: FindCase = async (reads, id) => cases.find(reads, id, true);
  const followUps = new FollowUpReminderService(new MediationRepo(table), findCase, newReads);
  const files = new FileReminderService(new EvidenceRepo(table), newReads);
  const sending = createNotificationSending({ table, clock });
  const limit =
    (of: 'WHOLE' | 'STEP'): Look =>
    async (due, now) =>
      limitNoticeOf(due, await applications.inLimit({ id: due.id, of, dueAt: Number(due.source) }, now));
  const followUp: Look = async (due, now) =>
    followUpNoticeOf(due, await followUps.next(due.id, due.source), now);
  const filesOf =
    (type: keyof typeof FILES_OF): Look =>
    async (due) =>
      filesNoticeOf(due, await files.missing({ type, id: due.id }, Number(due.source)));
  const visits = new MorningVisitsService(new VisitCountRepo(table));
  const inspections = new MorningInspectionsService(new InspectionCountRepo(table));
  const morning: Look = async (due, now) => {
    const [workers, plans] = await Promise.all([visits.ofGrid(due.id), inspections.ofGrid(due.id)]);
    return morningNoticesOf(due, { workers, inspections: plans }, now);
  };
  const looks: Readonly<Record<ReminderKind, Look>> = {
    ...{ APPLICATION_NEAR: limit('WHOLE'), APPLICATION_OVER: limit('WHOLE') },
    ...{ APPLICATION_STEP_NEAR: limit('STEP'), APPLICATION_STEP_OVER: limit('STEP') },
    ...{ FOLLOW_UP_DUE: followUp, FOLLOW_UP_OVER: followUp },
    CASE_FILES: filesOf('CASE'),
    VISIT_FILES: filesOf('VISIT'),
    NOTE_FILES: filesOf('LOG_ENTRY'),
    APPLICATION_FILES: filesOf('APPLICATION'),
    NOTICE_FILES: filesOf('NOTICE'),
    WORK_DUE: morning,
  };
  const outings = new NoticeOutingService(new NoticeRepo(table), new NoticeOutingRepo(table), newReads);
  return new ReminderService(
    new ReminderRepo(table),
    looks,
    async (notices) => sending.tell(notices),
    async (id, from, now) => outings.bringOut(id, from, now),
    clock,
  );
}
