import { DeliveryRepo } from '../modules/webhooks/delivery.repo';
import { WebhookWatchService } from '../modules/webhooks/webhook-watch.service';
import { HookRepo } from '../modules/webhooks/webhook.repo';
import { type Foundation } from './foundation';

/** Only what notes what is to be sent to webhooks. */
export function createWebhookWatch({ table, clock }: Pick<Foundation, 'table' | 'clock'>) {
  return new WebhookWatchService(new HookRepo(table), new DeliveryRepo(table), clock);
}
