import { Refusal } from '../../shared/errors';

/** Categories of facilities (部件大类), in the words of the digital city management standards (GB/T 30428). */
export const FACILITY_CATEGORIES = [
  'PUBLIC_UTILITY',
  'ROAD_TRAFFIC',
  'CITY_APPEARANCE',
  'GREENING',
  'OTHER',
] as const;
export type FacilityCategory = (typeof FACILITY_CATEGORIES)[number];

/** How a facility stands. */
export const FACILITY_STATES = ['INTACT', 'DAMAGED', 'MISSING', 'REMOVED'] as const;
export type FacilityState = (typeof FACILITY_STATES)[number];

/** Throws when a unit is said to be a department and an organisation. @throws Refusal RESPONSIBLE_UNIT_TWICE */
export function assertUnit(
  unit: { readonly department?: string | null; readonly organisation?: string | null },
  path: readonly string[],
): void {
  if (unit.department != null && unit.organisation != null) {
    throw new Refusal('RESPONSIBLE_UNIT_TWICE', {}, path);
  }
}
