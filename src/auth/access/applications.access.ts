import { type ModuleAccess } from './module-access';

/** Applications for services. What a move needs, its row in the machine says; the service asks. */
export const APPLICATIONS_ACCESS: ModuleAccess = {
  Query: {
    application: 'application:read',
    myApplications: 'application:list-own',
    applicationsToHandle: 'application:handle',
    errands: 'application:bring',
  },
  Mutation: {
    openApplication: 'application:open',
    amendApplication: 'application:read',
    moveApplication: 'application:read',
  },
};
