import { STAFF, type Grants } from './grants';

/** What is done in the field, and what it says of whoever did it. */
export const FIELD_PERMISSIONS = {
  'visit:read': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'visit:submit': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'visit:set-tier': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'visit:read-coverage': { GRID_WORKER: ['WITHIN'], ...STAFF },
  'visit:read-policy': {
    SECONDARY_WORKER: ['SAME_DISTRICT'],
    GRID_WORKER: ['SAME_DISTRICT'],
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
  },
  'visit:set-policy': { DISTRICT_STAFF: ['WITHIN'] },
  // Whether each item of a batch is theirs to do is asked of each by itself.
  'field:submit': {
    SECONDARY_WORKER: ['ANY'],
    GRID_WORKER: ['ANY'],
    COMMUNITY_STAFF: ['ANY'],
    STREET_STAFF: ['ANY'],
    DISTRICT_STAFF: ['ANY'],
    DEPARTMENT_STAFF: ['ANY'],
  },
  'conflict:decide': { COMMUNITY_STAFF: ['WITHIN'] },
  'changes:read': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'log:read-own': {
    SECONDARY_WORKER: ['ANY'],
    GRID_WORKER: ['ANY'],
    COMMUNITY_STAFF: ['ANY'],
    STREET_STAFF: ['ANY'],
    DISTRICT_STAFF: ['ANY'],
    DEPARTMENT_STAFF: ['ANY'],
  },
  'log:keep': {
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
  },
  'log:supervise': { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'statistics:read': { GRID_WORKER: ['WITHIN'], ...STAFF },
} as const satisfies Record<string, Grants>;
