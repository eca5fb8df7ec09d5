import { type Role, ROLES } from '../actor';
import { type Relation } from '../relations';

/** A row of the table of permissions: what each role's relation to the target must be, any of these. */
export type Grants = Readonly<Partial<Record<Role, readonly Relation[]>>>;

/** All persons at one relation: a machine may only what is said of it. */
export function everyone(relation: Relation): Grants {
  return Object.fromEntries(ROLES.filter((role) => role !== 'SENSOR').map((role) => [role, [relation]]));
}

/** Whoever holds it, on the levels from the grid to the street. */
export const LADDER = {
  GRID_WORKER: ['HOLDS'],
  COMMUNITY_STAFF: ['HOLDS'],
  STREET_STAFF: ['HOLDS'],
} as const;

/** Staff of the area it lies in. */
export const STAFF = {
  COMMUNITY_STAFF: ['WITHIN'],
  STREET_STAFF: ['WITHIN'],
  DISTRICT_STAFF: ['WITHIN'],
} as const;

/** The levels that dispatch, where they hold it. */
export const CENTRE = { STREET_STAFF: ['HOLDS'], DISTRICT_STAFF: ['HOLDS'] } as const;
