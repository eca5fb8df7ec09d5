import fc from 'fast-check';
import { type FieldItemInput } from '../../src/modules/field/field-item.input';

/** Who works: two devices of one worker, and the supervisor's. */
export const DEVICES = 3;
/** The one of the supervisor. */
export const SUPERVISOR = 2;

/** A thing that somebody does while there is no network, before it is known to what it is done. */
export interface Step {
  readonly device: number;
  readonly kind: (typeof KINDS)[number];
  readonly one: number;
  readonly other: number;
}

const OF_ALL = [
  'NEWCOMER',
  'NAME',
  'PHONE',
  'KIND',
  'MOVE',
  'LEAVE',
  'VISIT',
  'TIER',
  'CASE',
  'FACILITY',
  'INSPECT',
] as const;
/** What only workers do. */
export const OF_WORKERS = [
  ...(['NEW_HOME', 'SOLVE', 'NOTE', 'NOTE_CHANGE', 'PLAN', 'SETTLE'] as const),
  ...(['APPLY', 'AMEND', 'HAND_IN', 'MEDIATE', 'FOLLOW_UP'] as const),
] as const;
const KINDS = [...OF_ALL, ...OF_WORKERS] as const;

/** What two may want to do with the same record; half of all steps are of these. */
const OF_RIVALS = [
  ...(['NAME', 'PHONE', 'KIND', 'FACILITY', 'SOLVE', 'NOTE_CHANGE'] as const),
  ...(['AMEND', 'HAND_IN', 'MEDIATE', 'FOLLOW_UP'] as const),
] as const;

/** Any step. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(DEVICES - 1),
  kind: fc.oneof(fc.constantFrom(...KINDS), fc.constantFrom(...OF_RIVALS)),
  one: fc.nat(9),
  other: fc.nat(9),
});

/** What is on file of services and disputes before everybody goes out of reach. */
export interface ServiceGround {
  readonly premises: readonly string[];
  /** What can be applied for, and for whom. */
  readonly service: string;
  readonly applicant: string;
  /** Drafts of applications. */
  readonly applications: readonly string[];
  /** Disputes that nobody has mediated yet, and those in which something was agreed. */
  readonly disputes: readonly string[];
  readonly agreed: readonly string[];
}

/** All that is. */
export interface Ground extends ServiceGround {
  readonly homes: readonly string[];
  /** Who lives where; the number of the home. */
  readonly residents: readonly { readonly id: string; readonly home: number }[];
  readonly notes: readonly string[];
  readonly cases: readonly string[];
  readonly plans: readonly string[];
  readonly facilities: readonly string[];
}

/** What a device makes and only it knows. */
export type OwnKind = 'resident' | 'home' | 'note' | 'case' | 'plan' | 'application';

/** An item in a device's queue. */
export interface Queued {
  readonly item: FieldItemInput;
  /** Items that must be known before: never sent later than this one. */
  readonly needs: readonly string[];
  /** What it changes, where two may want to change the same. */
  readonly claim?: string | undefined;
  /** What that is to be. */
  readonly value?: unknown;
}

/** What everybody has in their queues, and what must come of it. */
export interface Work {
  readonly queues: readonly (readonly Queued[])[];
  /** By what is changed: who changes it, in the order in which each did. */
  readonly claims: ReadonlyMap<string, ReadonlyMap<number, readonly Queued[]>>;
  /** Ids of records that are made. */
  readonly made: readonly string[];
  /** How many more live in each home, and how many visits were made there. */
  readonly arrivals: ReadonlyMap<string, number>;
  readonly visits: ReadonlyMap<string, readonly string[]>;
}

/** Claims for which two rivals are no conflict but a question of who came last, or refuse each other. */
export const NEVER_SHARED = /:(home|tier|plan)$/;
