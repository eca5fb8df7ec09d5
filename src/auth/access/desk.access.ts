import { type ModuleAccess } from './module-access';

/** What one holds: who may list it, may see it on a map and plan it. */
export const DESK_ACCESS: ModuleAccess = {
  Query: {
    deskMap: 'case:list-held',
    dayPlan: 'case:list-held',
    deskApplications: 'application:handle-department',
  },
};
