import { type Day, daysAfter, lastDateOf } from '../../shared/business-date';
import { daysBetween } from '../../shared/calendar';
import { type VisitPlan } from './visit-plan.rules';

/** How the visits of some households stand; figures that can be added up. */
export interface VisitCounts {
  readonly households: number;
  /** Households that were to be visited in the month: visited in it, or due by its end. */
  readonly due: number;
  /** Of them, those visited in it; a visit that was refused is one. */
  readonly visited: number;
  /** Due before today. */
  readonly overdue: number;
  /** Due today or in the six days after. */
  readonly soon: number;
  /** Nobody was ever met there. */
  readonly neverSeen: number;
  /** Seen within so many days: 30, 31 to 90, 91 to 180; and longer ago. */
  readonly seen30: number;
  readonly seen90: number;
  readonly seen180: number;
  readonly seenBefore: number;
  /** Sum of the days since each was seen. */
  readonly ageDays: number;
}

/** No household. */
export const NO_VISITS: VisitCounts = {
  ...{ households: 0, due: 0, visited: 0, overdue: 0, soon: 0, neverSeen: 0 },
  ...{ seen30: 0, seen90: 0, seen180: 0, seenBefore: 0, ageDays: 0 },
};

/** What counting looks at of a plan. */
export type Counted = Pick<VisitPlan, 'dueOn' | 'seenOn' | 'months'>;

/** Counts plans as they stand on a day, for the month it lies in. */
export function countVisits(plans: readonly Counted[], today: Day): VisitCounts {
  return plans.map((plan) => countOne(plan, today)).reduce(addCounts, NO_VISITS);
}

function countOne({ dueOn, seenOn, months }: Counted, today: Day): VisitCounts {
  const month = today.slice(0, 7);
  const visited = months.includes(month);
  const age = seenOn === undefined ? undefined : Math.max(0, daysBetween(seenOn, today));
  const aged = (from: number, to: number) => one(age !== undefined && age >= from && age <= to);
  return {
    households: 1,
    due: one(visited || dueOn <= lastDateOf(month)),
    visited: one(visited),
    overdue: one(dueOn < today),
    soon: one(dueOn >= today && dueOn < daysAfter(today, 7)),
    neverSeen: one(age === undefined),
    seen30: aged(0, 30),
    seen90: aged(31, 90),
    seen180: aged(91, 180),
    seenBefore: aged(181, Infinity),
    ageDays: age ?? 0,
  };
}

/** The figures of two sets of households together. */
export function addCounts(a: VisitCounts, b: VisitCounts): VisitCounts {
  const keys = Object.keys(NO_VISITS) as (keyof VisitCounts)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as VisitCounts;
}

/** Visited ÷ due, 0 to 1; undefined where nothing was due. */
export function coverageOf({ due, visited }: VisitCounts): number | undefined {
  return due === 0 ? undefined : visited / due;
}

/** Mean age of what is known, in days; undefined where nobody was ever met. */
export function meanAgeOf({ households, neverSeen, ageDays }: VisitCounts): number | undefined {
  return households === neverSeen ? undefined : ageDays / (households - neverSeen);
}

/** Somebody who visits in a grid, and the doors that are theirs; none where no set was agreed. */
export interface Visitor {
  readonly id: string;
  readonly name: string;
  readonly households: readonly string[];
}

/** Whose a household is: the worker who has it in their set, else whoever has no set. */
export function householdsOf<Plan extends { readonly household: string }>(
  visitor: Visitor,
  all: readonly Visitor[],
  plans: readonly Plan[],
): readonly Plan[] {
  if (visitor.households.length > 0) {
    const own = new Set(visitor.households);
    return plans.filter(({ household }) => own.has(household));
  }
  const taken = new Set(all.flatMap(({ households }) => households));
  return plans.filter(({ household }) => !taken.has(household));
}

function one(is: boolean): number {
  return is ? 1 : 0;
}
