import { everyone, type Grants } from './grants';

/** Whoever answers for services where somebody lives. */
const OFFICE = { COMMUNITY_STAFF: ['WITHIN'], STREET_STAFF: ['WITHIN'] } as const;

/** Whoever applied in somebody's name. */
const HELPERS = {
  GRID_WORKER: ['REPORTED'],
  COMMUNITY_STAFF: ['REPORTED'],
  STREET_STAFF: ['REPORTED'],
} as const;

/** One-stop services, and applications for them. */
export const SERVICES_PERMISSIONS = {
  'service:read': everyone('SAME_DISTRICT'),
  'service:publish': { DISTRICT_STAFF: ['AT'] },
  'application:open': { RESIDENT: ['SELF', 'FAMILY'], GRID_WORKER: ['WITHIN'], ...OFFICE },
  'application:list-own': { RESIDENT: ['SELF', 'FAMILY'] },
  // A grid worker holds it while its result is to be brought in their grid.
  'application:read': {
    RESIDENT: ['SELF', 'FAMILY'],
    GRID_WORKER: ['REPORTED', 'HOLDS'],
    COMMUNITY_STAFF: ['WITHIN', 'REPORTED'],
    STREET_STAFF: ['WITHIN', 'REPORTED'],
    // From the first of its steps on.
    DEPARTMENT_STAFF: ['INVOLVED'],
  },
  'application:apply': { RESIDENT: ['SELF', 'FAMILY'], ...HELPERS },
  'application:rate': { RESIDENT: ['SELF'] },
  'application:handle': OFFICE,
  // A step of the street's, or of the district's where no department of it is named.
  'application:handle-street': { STREET_STAFF: ['WITHIN'] },
  // A step of its own, and an appeal against what it decided.
  'application:handle-department': { DEPARTMENT_STAFF: ['HOLDS'] },
  'application:ask': { ...OFFICE, DEPARTMENT_STAFF: ['HOLDS'] },
  'application:replace-result': { ...OFFICE, DEPARTMENT_STAFF: ['HANDLED'] },
  'application:decide-appeal': { STREET_STAFF: ['WITHIN'] },
  'application:bring': { GRID_WORKER: ['HOLDS'] },
} as const satisfies Record<string, Grants>;
