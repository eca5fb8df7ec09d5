import { type NotificationSendingService } from '../modules/notifications/notification-sending.service';
import { type Foundation } from './foundation';
import { createNotificationSending } from './notifications';
import { createAccountSpeakers } from './standings';

/** Only what notifies of the table's changes: among them is what those hear who speak for a resident. */
export function createNotificationWatch(
  foundation: Pick<Foundation, 'table' | 'vault' | 'clock'>,
): NotificationSendingService {
  const speakers = createAccountSpeakers(foundation);
  return createNotificationSending(foundation, async (asked) => speakers.hearersOf(asked));
}
