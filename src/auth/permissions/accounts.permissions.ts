import { type Grants } from './grants';

/** Whoever sees a resident at the door or at the counter. */
const HANDS = {
  SECONDARY_WORKER: ['WITHIN'],
  GRID_WORKER: ['WITHIN'],
  COMMUNITY_STAFF: ['WITHIN'],
} as const;

/** Accounts of residents. What an account does not name as its own is not found. */
export const ACCOUNTS_PERMISSIONS = {
  'account:use': { RESIDENT: ['ANY'] },
  'account:manage': HANDS,
  'account:end': { RESIDENT: ['SELF'], ...HANDS },
} as const satisfies Record<string, Grants>;
