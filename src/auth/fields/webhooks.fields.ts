import { type ModuleFields } from './module-fields';

/** Who sees what of its types. Of which case and person a delivery is, nobody is shown here: an administrator sees no cases. */
export const WEBHOOKS_FIELDS: ModuleFields = {
  Webhook: {
    guard: 'webhook:manage',
    fields: [
      ...['id', 'url', 'kinds', 'isOn', 'offReason', 'offAt', 'failingSince', 'rollingUntil'],
      ...['createdAt', 'deliveries'],
    ],
  },
  WebhookDelivery: {
    guard: 'webhook:manage',
    fields: ['event', 'kind', 'at', 'state', 'attempts', 'status', 'failure', 'nextAttemptAt'],
  },
  WebhookPayload: { guard: 'webhook:manage', fields: ['webhook', 'secret', 'userErrors'] },
};
