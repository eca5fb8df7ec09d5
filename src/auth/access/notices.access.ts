import { type ModuleAccess } from './module-access';

/** What is made known. Whether a notice is for somebody, and who may change it, the services decide. */
export const NOTICES_ACCESS: ModuleAccess = {
  Query: {
    notices: 'notice:read',
    newNoticeCount: 'notice:read',
    notice: 'notice:read',
    noticesOfArea: 'notice:list-area',
  },
  Subscription: { urgentNotices: 'notice:read' },
  Mutation: {
    publishNotice: 'notice:publish',
    changeNotice: 'notice:publish',
    withdrawNotice: 'notice:publish',
    minuteMeeting: 'notice:publish',
    confirmNoticeRead: 'notice:read',
    markNoticesSeen: 'notice:read',
    commentOnNotice: 'notice:read',
    hideNoticeComment: 'notice:moderate',
  },
};
