import { type ModuleAccess } from './module-access';

/** What happens to cases, live and afterwards. */
export const FEED_ACCESS: ModuleAccess = {
  Query: { caseEvents: 'case:watch' },
  Subscription: {
    caseChanged: 'case:read',
    areaFeed: 'case:watch',
    caseMoved: 'case:watch',
    departmentFeed: 'case:watch-department',
    myWork: 'case:watch-own',
  },
};
