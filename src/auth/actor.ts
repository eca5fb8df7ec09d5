/** The roles a person can be appointed to, lowest first. */
export const ROLES = [
  'RESIDENT',
  'SECONDARY_WORKER',
  'GRID_WORKER',
  'COMMUNITY_STAFF',
  'STREET_STAFF',
  'DISTRICT_STAFF',
  'DEPARTMENT_STAFF',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** A duty somebody holds: a role, in an area, for a department where the role is one of a department. */
export interface Appointment {
  readonly role: Role;
  /** Code of the area it holds for, with everything inside it. */
  readonly area: string;
  /** Code of the department; given exactly for `DEPARTMENT_STAFF`. */
  readonly department?: string | undefined;
}

/** Who acts: always the first argument of a service, so that every door meets the same rules. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly appointments: readonly Appointment[];
}
