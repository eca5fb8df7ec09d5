import { type ModuleAccess } from './module-access';

/** Visits and due lists. That somebody is looked after shows in no field: only in the day on which a visit is due. */
export const VISITS_ACCESS: ModuleAccess = {
  Query: {
    visit: 'visit:read',
    dueVisits: 'visit:read',
    visitCoverage: 'visit:read-coverage',
    visitPolicy: 'visit:read-policy',
  },
  Mutation: {
    submitVisit: 'visit:submit',
    setVisitTier: 'visit:set-tier',
    setVisitPolicy: 'visit:set-policy',
  },
};
