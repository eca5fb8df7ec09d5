import { type ModuleFields } from './module-fields';

/** Who sees what of its types. */
export const NOTIFICATIONS_FIELDS: ModuleFields = {
  // Of the case only what its reader may see now.
  Notification: {
    guard: 'notification:read-own',
    fields: ['id', 'kind', 'at', 'by', 'read', 'text', 'case', 'about'],
  },
  NotificationConnection: { guard: 'notification:read-own', fields: ['edges', 'pageInfo'] },
  NotificationEdge: { guard: 'notification:read-own', fields: ['node', 'cursor'] },
  NotificationsReadPayload: { guard: 'notification:read-own', fields: ['unread', 'userErrors'] },
};
