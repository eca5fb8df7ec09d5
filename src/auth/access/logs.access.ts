import { type ModuleAccess } from './module-access';

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
    turnIntoApplication: 'log:keep',
    planWork: 'log:keep',
    settlePlan: 'log:keep',
    startRound: 'log:keep',
    endRound: 'log:keep',
    commentOnLog: 'log:supervise',
    exportWorkMonth: 'log:read-own',
  },
};
