import { STAFF, type Grants } from './grants';

/** What is on file about people and places, and who may ask for it. */
export const REGISTRY_PERMISSIONS = {
  'household:read': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'household:write': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'resident:read': {
    RESIDENT: ['SELF'],
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
  },
  'resident:write': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'resident:look-up': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'resident:reveal': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  // The district sees only pairs that no street can decide, because the two live in two of them.
  'resident:merge': { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['AT'] },
  'file:read-own': { RESIDENT: ['SELF', 'WARD'] },
  'care:read': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'care:write': { COMMUNITY_STAFF: ['WITHIN'] },
  'request:make': { RESIDENT: ['SELF'] },
  'request:decide': { COMMUNITY_STAFF: ['WITHIN'] },
  // Corrections alone: whoever may change the record itself.
  'request:correct': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'] },
  'place:read': {
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    ...STAFF,
    DEPARTMENT_STAFF: ['WITHIN'],
  },
  'place:write': { GRID_WORKER: ['WITHIN'], COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'sheet:read': {
    RESIDENT: ['SAME_DISTRICT'],
    SECONDARY_WORKER: ['SAME_DISTRICT'],
    GRID_WORKER: ['SAME_DISTRICT'],
    COMMUNITY_STAFF: ['SAME_DISTRICT'],
    STREET_STAFF: ['SAME_DISTRICT'],
    DISTRICT_STAFF: ['SAME_DISTRICT'],
  },
  // A sheet gathers many people's data: that is ordered from street upwards, as a rule for all communities alike.
  'sheet:publish': { STREET_STAFF: ['WITHIN'], DISTRICT_STAFF: ['WITHIN'] },
  'sheet:fill': {
    RESIDENT: ['SELF'],
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
  },
  // The answers are residents' data: who sees no residents, as a district, sees no answers.
  'sheet:read-fills': {
    RESIDENT: ['SELF'],
    SECONDARY_WORKER: ['WITHIN'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
  },
  // Never who knocked at the door.
  'sheet:review': { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] },
  'import:run': { ...STAFF, ADMINISTRATOR: ['SAME_DISTRICT'] },
  'export:run': STAFF,
} as const satisfies Record<string, Grants>;
