import { DeliveryRepo } from '../modules/webhooks/delivery.repo';
import { WebhookDeliveryService } from '../modules/webhooks/webhook-delivery.service';
import { openPost, type Post } from '../modules/webhooks/webhook-post.service';
import { HookRepo } from '../modules/webhooks/webhook.repo';
import { type Foundation } from './foundation';

/** Only what sends what is due to webhooks. */
export function createWebhookDeliveries(
  { table, vault, clock, loopbackWebhooks = false }: Foundation,
  post: Post = openPost(loopbackWebhooks),
) {
  return new WebhookDeliveryService(new HookRepo(table), new DeliveryRepo(table), vault, clock, post);
}
