import { everyone, STAFF, type Grants } from './grants';

/** What is made known, by whom and to whom. */
export const NOTICES_PERMISSIONS = {
  // Whether a notice is for them is asked of each by itself. Who runs the system has no part in it.
  'notice:read': { ...everyone('ANY'), ADMINISTRATOR: undefined },
  'notice:list-area': { SECONDARY_WORKER: ['WITHIN'], GRID_WORKER: ['WITHIN'], ...STAFF },
  // They explain what is made known where they work, also what is for others than them.
  'notice:explain': {
    SECONDARY_WORKER: ['ABOVE'],
    GRID_WORKER: ['ABOVE'],
    COMMUNITY_STAFF: ['ABOVE'],
    STREET_STAFF: ['ABOVE'],
  },
  // A grid worker announces courtyard meetings, which the service asks.
  'notice:publish': { GRID_WORKER: ['WITHIN'], ...STAFF },
  'notice:moderate': STAFF,
} as const satisfies Record<string, Grants>;
