import { type Limit, type LimitUnit } from '../../shared/limit';
import { type Urgency } from './case.rules';

/** What sort of thing a case is about: the kind decides which steps its life has beside the usual ones. */
export const CATEGORY_KINDS = ['EVENT', 'HAZARD', 'REQUEST', 'SUGGESTION', 'DISPUTE'] as const;
export type CategoryKind = (typeof CATEGORY_KINDS)[number];

/** A leaf of the tree as its group lists it; its texts are in the `.words` file beside. */
export interface CategoryLeaf {
  readonly code: string;
  /** 1, and one more each time that a row of the code is added with other rules; the rows before it stay. */
  readonly version: number;
  readonly kind: CategoryKind;
  /** How soon a case must be looked at whose reporter does not say. */
  readonly urgency: Urgency;
  /** How long handling it may take (处置时限). */
  readonly handle: Limit;
}

/** A group of the tree (大类) with its leaves (小类), in the order in which people choose. */
export interface CategoryGroup {
  readonly code: string;
  readonly leaves: readonly CategoryLeaf[];
}

/** A leaf; of the first version unless another is said. */
export function leaf(
  code: string,
  kind: CategoryKind,
  urgency: Urgency,
  handle: Limit,
  version = 1,
): CategoryLeaf {
  return { code, version, kind, urgency, handle };
}

const limitIn = (unit: LimitUnit) => (count: number) => ({ count, unit });

/** A limit in hours of office time (工作时). */
export const workingHours = limitIn('WORKING_HOURS');

/** A limit in days on which people work (工作日). */
export const workingDays = limitIn('WORKING_DAYS');

/** A limit in hours by the clock, for what cannot wait until the morning. */
export const hours = limitIn('CALENDAR_HOURS');
