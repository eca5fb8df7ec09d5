import { type CaseService } from '../modules/cases/case.service';
import {
  type FindHearers,
  NotificationSendingService,
} from '../modules/notifications/notification-sending.service';
import { NotificationRepo } from '../modules/notifications/notification.repo';
import { NotificationService } from '../modules/notifications/notification.service';
import { DutyService } from '../modules/people/duty.service';
import { RosterRepo } from '../modules/people/roster.repo';
import { type Foundation } from './foundation';
import { createWebhookWatch } from './webhook-watch';

/** What everybody is to know. */
export function createNotifications({ table }: Pick<Foundation, 'table'>, cases: CaseService) {
  return { notifications: new NotificationService(new NotificationRepo(table), cases) };
}

/**
 * Only what notifies them, and notes what their districts' bridges are to be told. `hearersOf`: whose accounts speak for a resident,
 * for whoever tells of what is a resident's; the doors of the clock do not.
 */
export function createNotificationSending(
  { table, clock }: Pick<Foundation, 'table' | 'clock'>,
  hearersOf: FindHearers = async () => Promise.resolve([]),
) {
  const duties = new DutyService(new RosterRepo(table), clock);
  const webhooks = createWebhookWatch({ table, clock });
  const note = async (made: Parameters<typeof webhooks.note>[0]) => webhooks.note(made);
  return new NotificationSendingService(new NotificationRepo(table), duties, note, hearersOf);
}
