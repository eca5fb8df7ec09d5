import { type ModuleAccess } from './module-access';

/** Inspections of premises. How much of what was found somebody sees, the service decides. */
export const INSPECTIONS_ACCESS: ModuleAccess = {
  Query: {
    checklists: 'inspection:read-checklists',
    inspection: 'place:read',
    premisesFile: 'place:read',
  },
  Mutation: { submitInspection: 'inspection:submit' },
  recordless: ['checklists'],
};
