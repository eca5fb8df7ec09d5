import { type ModuleAccess } from './module-access';

/** What somebody is to know: each their own. */
export const NOTIFICATIONS_ACCESS: ModuleAccess = {
  Query: {
    notifications: 'notification:read-own',
    unreadNotificationCount: 'notification:read-own',
  },
  Mutation: { markNotificationsRead: 'notification:read-own' },
};
