import { type ModuleAccess } from './module-access';

/** Inspections of premises. How much of what was found somebody sees, the service decides. */
export const INSPECTIONS_ACCESS: ModuleAccess = {
  Query: {
    checklists: 'inspection:read-checklists',
    inspection: 'place:read',
    premisesFile: 'place:read',
    dueInspections: 'inspection:read-due',
    inspectionCoverage: 'inspection:read-coverage',
    inspectionPolicy: 'inspection:read-policy',
    findingEvents: 'inspection:watch',
  },
  Subscription: { findingAlerts: 'inspection:watch' },
  Mutation: {
    submitInspection: 'inspection:submit',
    setInspectionPolicy: 'inspection:set-policy',
  },
  recordless: ['checklists'],
};
