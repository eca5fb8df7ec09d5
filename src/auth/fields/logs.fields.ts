import { type ModuleFields } from './module-fields';

const NOTE = ['version', 'kind', 'text', 'topics', 'present'];
const ROUND = ['id', 'startedAt', 'endedAt', 'startPoint', 'endPoint'];

/** Who sees what of its types. */
export const LOGS_FIELDS: ModuleFields = {
  LogPerson: { guard: 'log:read-own', fields: ['id', 'name'] },
  // `text`, `topics`: whoever wrote it, and supervisors of its area.
  LogItem: {
    guard: 'log:read-own',
    fields: [
      ...['id', 'kind', 'at', 'area', 'by', 'text', 'record', 'linked', 'household', 'topics', 'present'],
    ],
  },
  LogItemConnection: { guard: 'log:supervise', fields: ['edges', 'pageInfo'] },
  LogItemEdge: { guard: 'log:supervise', fields: ['node', 'cursor'] },
  LogCount: { guard: 'log:read-own', fields: ['kind', 'count'] },
  LogComment: {
    guard: 'log:read-own',
    fields: ['id', 'at', 'by', 'text', 'date', 'entry', 'entryVersion'],
  },
  // Whoever went, and nobody else.
  PatrolRound: { guard: 'log:keep', fields: ROUND },
  RoundOfDay: { guard: 'log:read-own', fields: [...ROUND, 'work'] },
  WorkDay: {
    guard: 'log:read-own',
    fields: ['date', 'person', 'items', 'counts', 'rounds', 'comments'],
  },
  DayCounts: { guard: 'log:read-own', fields: ['date', 'counts'] },
  WorkPeriod: { guard: 'log:read-own', fields: ['person', 'from', 'to', 'days', 'counts'] },
  LogEntryVersion: { guard: 'log:read-own', fields: [...NOTE, 'until'] },
  LogEntry: {
    guard: 'log:read-own',
    fields: [
      ...NOTE,
      ...['id', 'at', 'recordedAt', 'area', 'areaNames', 'by', 'point', 'household', 'visit', 'linked'],
      ...['history', 'comments', 'mayChange', 'evidence'],
    ],
  },
  LogEntryPayload: { guard: 'log:keep', fields: ['entry', 'userErrors'] },
  LogCommentPayload: { guard: 'log:supervise', fields: ['comment', 'userErrors'] },
  TurnIntoApplicationPayload: { guard: 'log:keep', fields: ['entry', 'application', 'userErrors'] },
  TurnIntoCasePayload: { guard: 'log:keep', fields: ['entry', 'case', 'userErrors'] },
  WorkPlan: {
    guard: 'log:read-own',
    fields: [
      ...['id', 'version', 'kind', 'day', 'text', 'area', 'by', 'household', 'promisedTo', 'state'],
      ...['movedFrom', 'settledAt', 'word', 'overdue'],
    ],
  },
  WorkPlanConnection: { guard: 'log:read-own', fields: ['edges', 'pageInfo'] },
  WorkPlanEdge: { guard: 'log:read-own', fields: ['node', 'cursor'] },
  WorkPlanPayload: { guard: 'log:keep', fields: ['plan', 'userErrors'] },
  PatrolRoundPayload: { guard: 'log:keep', fields: ['round', 'userErrors'] },
  WorkMonthFiles: { guard: 'log:read-own', fields: ['sheetUrl', 'pageUrl'] },
  WorkMonthFilesPayload: { guard: 'log:read-own', fields: ['files', 'userErrors'] },
};
