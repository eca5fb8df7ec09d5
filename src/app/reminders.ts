import { createCollectionReader } from '../data/collection-reader';
import { ApplicationReminderService } from '../modules/applications/application-reminder.service';
import { ApplicationRepo } from '../modules/applications/application.repo';
import { limitNoticeOf } from '../modules/reminders/reminder-notice.rules';
import { ReminderRepo } from '../modules/reminders/reminder.repo';
import { type Look, ReminderService } from '../modules/reminders/reminder.service';
import { type Foundation } from './foundation';
import { createNotificationSending } from './notifications';

/** Only what reminds of what the clock finds, so that its doors load nothing of the API. */
export function createReminders({ table, clock }: Pick<Foundation, 'table' | 'clock'>): ReminderService {
  const newReads = () => createCollectionReader(table);
  const applications = new ApplicationReminderService(new ApplicationRepo(table), newReads);
  const sending = createNotificationSending({ table, clock });
  const limit: Look = async (due, now) =>
    limitNoticeOf(due, await applications.inLimit(due.id, Number(due.source), now));
  const looks = { APPLICATION_NEAR: limit, APPLICATION_OVER: limit };
  return new ReminderService(new ReminderRepo(table), looks, async (notices) => sending.tell(notices), clock);
}
