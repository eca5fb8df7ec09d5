import { everyone, type Grants } from './grants';

/** Staff of the community, street or district that runs a counter. */
const DESK = { COMMUNITY_STAFF: ['AT'], STREET_STAFF: ['AT'], DISTRICT_STAFF: ['AT'] } as const;

/** Who comes, the account that acts for them, who helped them to, and the counter. */
const CONCERNED = {
  RESIDENT: ['SELF', 'FAMILY'],
  GRID_WORKER: ['REPORTED'],
  COMMUNITY_STAFF: ['AT', 'REPORTED'],
  STREET_STAFF: ['AT', 'REPORTED'],
  DISTRICT_STAFF: ['AT'],
} as const;

/** Service counters, bookings and the queue. */
export const COUNTERS_PERMISSIONS = {
  'counter:read': everyone('SAME_DISTRICT'),
  'counter:manage': DESK,
  'counter:serve': DESK,
  'booking:make': {
    RESIDENT: ['SELF', 'FAMILY'],
    GRID_WORKER: ['WITHIN'],
    COMMUNITY_STAFF: ['WITHIN'],
    STREET_STAFF: ['WITHIN'],
  },
  'booking:list-own': { RESIDENT: ['SELF'] },
  'booking:read': CONCERNED,
  'booking:change': CONCERNED,
  'ticket:take': { RESIDENT: ['SELF', 'FAMILY'], ...DESK },
} as const satisfies Record<string, Grants>;
