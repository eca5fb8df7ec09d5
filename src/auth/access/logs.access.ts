import { type ModuleAccess } from './module-access';

const NOTE = ['version', 'kind', 'text', 'topics', 'present'];
const ROUND = ['id', 'startedAt', 'endedAt', 'startPoint', 'endPoint'];

/** Work logs, plans and patrol rounds. */
export const LOGS_ACCESS: ModuleAccess = {
  Query: {
    // With a person: `log:supervise`, asked by the service.
    workDay: 'log:read-own',
    workWeek: 'log:read-own',
    workMonth: 'log:read-own',
    openPlans: 'log:read-own',
    logEntry: 'log:read-own',
    logsOfCommunity: 'log:supervise',
  },
  Mutation: {
    addLogEntry: 'log:keep',
    changeLogEntry: 'log:keep',
    turnIntoCase: 'log:keep',
    planWork: 'log:keep',
    settlePlan: 'log:keep',
    startRound: 'log:keep',
    endRound: 'log:keep',
    commentOnLog: 'log:supervise',
    exportWorkMonth: 'log:read-own',
  },
  types: {
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
  },
};
