import { type ModuleFields } from './module-fields';

const FACTS = [
  ...['id', 'kind', 'title', 'urgent', 'from', 'until', 'state', 'read'],
  // Its publisher, whoever it is for: so nobody can tell from what is missing.
  ...['audience', 'careKind'],
];

/** Who sees what of its types. */
export const NOTICES_FIELDS: ModuleFields = {
  NoticeSummary: { guard: 'notice:read', fields: [...FACTS, 'isNew', 'meetsAt'] },
  NoticeConnection: { guard: 'notice:read', fields: ['edges', 'pageInfo'] },
  NoticeEdge: { guard: 'notice:read', fields: ['node', 'cursor'] },
  Notice: {
    guard: 'notice:read',
    fields: [
      ...FACTS,
      ...['version', 'text', 'areas', 'by', 'publishedAt', 'changedAt', 'commentsOpen'],
      ...['meeting', 'minutes', 'withdrawal'],
      // Hidden comments: who said them, and staff who may hide them.
      'comments',
      // Checked files only, whoever asks.
      'pictures',
      // Who may change it; the counts of nobody with a care tag.
      ...['history', 'receipts', 'workerReads', 'files'],
    ],
  },
  // What was made anew; nothing of the original, nor of who took it where and when.
  NoticePicture: {
    guard: 'notice:read',
    fields: ['id', 'role', 'width', 'height', 'thumbnailUrl', 'pictureUrl'],
  },
  // Whom it is for, as everything that is pushed.
  UrgentNotice: { guard: 'notice:read', fields: ['id', 'version', 'kind', 'title', 'from', 'until'] },
  NoticeMeeting: { guard: 'notice:read', fields: ['place', 'at'] },
  NoticeMinutes: {
    guard: 'notice:read',
    fields: ['topics', 'present', 'decisions', 'text', 'by', 'at'],
  },
  // Who sees a notice that was withdrawn: its publisher, and staff of its areas.
  NoticeWithdrawal: { guard: 'notice:read', fields: ['at', 'by', 'reason'] },
  NoticeVersion: {
    guard: 'notice:publish',
    fields: [
      ...['version', 'title', 'text', 'urgent', 'from', 'until', 'commentsOpen'],
      ...['meeting', 'minutes', 'pictures', 'changedAt', 'changedBy'],
    ],
  },
  NoticeComment: { guard: 'notice:read', fields: ['id', 'text', 'by', 'at', 'hiding'] },
  NoticeCommentHiding: { guard: 'notice:read', fields: ['at', 'reason'] },
  NoticeReceipts: { guard: 'notice:publish', fields: ['residents', 'areas'] },
  NoticeAreaCount: { guard: 'notice:publish', fields: ['area', 'count'] },
  // Workers only: of residents no name is kept.
  NoticeWorkerRead: { guard: 'notice:publish', fields: ['person', 'name', 'role', 'area', 'at'] },
  NoticeWorkerReadConnection: { guard: 'notice:publish', fields: ['edges', 'pageInfo'] },
  NoticeWorkerReadEdge: { guard: 'notice:publish', fields: ['node', 'cursor'] },
  NoticePayload: { guard: 'notice:read', fields: ['notice', 'userErrors'] },
  NoticesSeenPayload: { guard: 'notice:read', fields: ['seenAt', 'userErrors'] },
};
