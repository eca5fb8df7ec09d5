import { type ModuleAccess } from './module-access';

/** A district's webhooks: kept by whoever runs the system for it. */
export const WEBHOOKS_ACCESS: ModuleAccess = {
  Query: { webhooks: 'webhook:manage' },
  Mutation: {
    addWebhook: 'webhook:manage',
    changeWebhook: 'webhook:manage',
    removeWebhook: 'webhook:manage',
    rollWebhookSecret: 'webhook:manage',
  },
};
