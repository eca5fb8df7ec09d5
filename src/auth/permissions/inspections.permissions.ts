import { STAFF, type Grants } from './grants';

/** Inspections of premises. Their file is read by `place:read`: it has no residents. */
export const INSPECTIONS_PERMISSIONS = {
  'inspection:read-checklists': {
    SECONDARY_WORKER: ['ANY'],
    GRID_WORKER: ['ANY'],
    COMMUNITY_STAFF: ['ANY'],
    STREET_STAFF: ['ANY'],
    DISTRICT_STAFF: ['ANY'],
    DEPARTMENT_STAFF: ['ANY'],
  },
  'inspection:submit': {
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    DEPARTMENT_STAFF: ['WITHIN'],
  },
  // All that was found. A department sees what is routed to it, and what it has to do with.
  'inspection:read-all': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], ...STAFF },
  // What is found, as it is found: of that each what the file shows them.
  'inspection:watch': { ...STAFF, DEPARTMENT_STAFF: ['WITHIN'] },
  // Premises and no residents. Of what is due a department sees the checklists whose failed items come to it.
  'inspection:read-due': {
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    ...STAFF,
    DEPARTMENT_STAFF: ['WITHIN'],
  },
  'inspection:read-coverage': { GRID_WORKER: ['WITHIN'], ...STAFF, DEPARTMENT_STAFF: ['WITHIN'] },
  'inspection:read-policy': {
    SECONDARY_WORKER: ['SAME_DISTRICT'],
    GRID_WORKER: ['SAME_DISTRICT'],
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
    DEPARTMENT_STAFF: ['SAME_DISTRICT'],
  },
  'inspection:set-policy': { DISTRICT_STAFF: ['WITHIN'] },
} as const satisfies Record<string, Grants>;
