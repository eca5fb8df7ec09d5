import { type Day } from '../shared/business-date';

/** The roles that somebody can be appointed to, lowest first; the last is no person but a machine. */
export const ROLES = [
  'RESIDENT',
  'SECONDARY_WORKER',
  'GRID_WORKER',
  'COMMUNITY_STAFF',
  'STREET_STAFF',
  'DISTRICT_STAFF',
  'DEPARTMENT_STAFF',
  'ADMINISTRATOR',
  'SENSOR',
] as const;
export type Role = (typeof ROLES)[number];

/** A duty somebody holds: a role, in an area, for a department where the role is one of a department. */
export interface Appointment {
  readonly role: Role;
  /** Code of the area it holds for, with everything inside it. */
  readonly area: string;
  /** Code of the department; given exactly for `DEPARTMENT_STAFF`. */
  readonly department?: string | undefined;
  /** Last day it holds, in Asia/Shanghai; absent where no end is planned. */
  readonly to?: Day | undefined;
  /** Which appointment it is, so that the same duty held a second time is known to be another; absent for a home. */
  readonly id?: string | undefined;
}

/** Whether the token by which somebody acts is still good: a record says so, which is looked up once a request. */
export interface Standing {
  /** Resolves when it is; UNAUTHENTICATED when the appointments have changed since it was issued. */
  confirmed(): Promise<void>;
  /** Is told when something has been written in their name, for who must know whether anything was. */
  written?(): void;
  /** Whether these writes are another's to make: they went with what had to be there first, or go with others that follow. */
  takesOver?(writes: readonly object[]): Promise<boolean>;
}

/** Somebody for whom an account acts beside its own resident. */
export interface FamilyTie {
  readonly resident: string;
  /** All ids under which they are on file: a merged record keeps those of both. */
  readonly ids: readonly string[];
  readonly relation: 'GUARDIAN' | 'FAMILY';
}

/** The account by which a resident came: a login that knows no record, and whom it acts for today. */
export interface Account {
  readonly id: string;
  readonly family: readonly FamilyTie[];
}

/** Who acts: always the first argument of a service, so that every door meets the same rules. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly appointments: readonly Appointment[];
  /** Nothing is answered and nothing written before it is confirmed. Absent for who acts without a token, as the seed. */
  readonly standing?: Standing | undefined;
  /** Given for who came by an account; one that is bound to nobody has no appointments. */
  readonly account?: Account | undefined;
}

/** Whom a token speaks for, fit to be kept: whether the token still stands is to be asked each time. */
export interface Bearer {
  readonly id: string;
  readonly name: string;
  readonly appointments: readonly Appointment[];
  /** When the token was issued, in seconds since 1970: its claim `iat`. */
  readonly issuedAt: number;
  /** Given once the account that the token speaks for has been looked up. */
  readonly account?: Account | undefined;
}
