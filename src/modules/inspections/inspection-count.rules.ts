import { type Day, daysAfter, lastDateOf } from '../../shared/business-date';
import { type InspectionPlan } from './inspection-plan.rules';

/** How the inspections of some plans stand; figures that can be added up. A plan is of premises by a checklist. */
export interface InspectionCounts {
  readonly planned: number;
  /** Plans that were to be kept in the month: inspected in it, or due by its end. */
  readonly due: number;
  /** Of them, those inspected in it. */
  readonly inspected: number;
  /** Due before today. */
  readonly overdue: number;
  /** Due today or in the six days after. */
  readonly soon: number;
  /** Never inspected by that checklist. */
  readonly never: number;
}

/** No plan. */
export const NO_INSPECTIONS: InspectionCounts = {
  ...{ planned: 0, due: 0, inspected: 0, overdue: 0, soon: 0, never: 0 },
};

/** The figures, in the order in which they are stored: as a list they take a tenth of the room. */
const FIGURES = Object.keys(NO_INSPECTIONS) as (keyof InspectionCounts)[];

/** What counting looks at of a plan that is on the list. */
export type CountedPlan = Pick<InspectionPlan, 'checklist' | 'lastOn'> & { readonly dueOn: Day };

/** Counts plans as they stand on a day, for the month it lies in, by checklist. */
export function countInspections(
  plans: readonly CountedPlan[],
  today: Day,
): ReadonlyMap<string, InspectionCounts> {
  const counts = new Map<string, InspectionCounts>();
  for (const plan of plans)
    counts.set(plan.checklist, addInspections(counts.get(plan.checklist), countOne(plan, today)));
  return counts;
}

function countOne({ dueOn, lastOn }: CountedPlan, today: Day): InspectionCounts {
  const month = today.slice(0, 7);
  const inspected = lastOn?.startsWith(month) === true;
  return {
    planned: 1,
    due: one(inspected || dueOn <= lastDateOf(month)),
    inspected: one(inspected),
    overdue: one(dueOn < today),
    soon: one(dueOn >= today && dueOn < daysAfter(today, 7)),
    never: one(lastOn === undefined),
  };
}

/** The figures of two sets of plans together. */
export function addInspections(
  a: InspectionCounts = NO_INSPECTIONS,
  b: InspectionCounts = NO_INSPECTIONS,
): InspectionCounts {
  return countsFrom(FIGURES.map((figure) => a[figure] + b[figure]));
}

/** Inspected ÷ due, 0 to 1; undefined where nothing was due. */
export function inspectionCoverageOf({ due, inspected }: InspectionCounts): number | undefined {
  return due === 0 ? undefined : inspected / due;
}

/** Figures as they are stored. */
export function listOf(counts: InspectionCounts): readonly number[] {
  return FIGURES.map((figure) => counts[figure]);
}

/** Figures that were stored. */
export function countsFrom(list: readonly number[]): InspectionCounts {
  const [planned = 0, due = 0, inspected = 0, overdue = 0, soon = 0, never = 0] = list;
  return { planned, due, inspected, overdue, soon, never };
}

function one(is: boolean): number {
  return is ? 1 : 0;
}
