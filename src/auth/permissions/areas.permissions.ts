import { everyone, STAFF, type Grants } from './grants';

/** Areas, and who serves them. */
export const AREAS_PERMISSIONS = {
  'self:read': { ...everyone('ANY'), SENSOR: ['ANY'] },
  'area:read': everyone('SAME_DISTRICT'),
  'department:read': {
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
    DEPARTMENT_STAFF: ['SAME_DISTRICT'],
    ADMINISTRATOR: ['SAME_DISTRICT'],
  },
  'area:check-coverage': STAFF,
  'area:read-load': { GRID_WORKER: ['WITHIN'], ...STAFF },
  'adjustment:read': { GRID_WORKER: ['WITHIN'], ...STAFF },
  'adjustment:propose': { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'adjustment:decide': { STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['WITHIN'] },
  'grid-worker:read': { ...everyone('SAME_DISTRICT'), RESIDENT: ['SAME_GRID'] },
  'staff:read': { GRID_WORKER: ['WITHIN'], ...STAFF, ADMINISTRATOR: ['SAME_DISTRICT'] },
  'staff:appoint': { ...STAFF, ADMINISTRATOR: ['SAME_DISTRICT'] },
} as const satisfies Record<string, Grants>;
