import { type Day, daysAfter } from '../../shared/business-date';
import { workingDayFrom } from '../../shared/calendar';
import { type ControlLevel, type PremisesKind, type PremisesStatus } from '../places/premises.rules';
import { CHECKLIST_CODES, isFor, newestOf } from './checklist.rules';

/** For which premises a checklist is to be filled in how often. */
export interface PlanRule {
  readonly checklist: string;
  /** The kinds of premises it is about; none named is all that the checklist is for. */
  readonly kinds: readonly PremisesKind[];
  /** The control levels it is about; none named is all. */
  readonly controls: readonly ControlLevel[];
  /** Days between two inspections. */
  readonly days: number;
}

/** How often premises are inspected in a district. */
export interface InspectionPolicy {
  readonly rules: readonly PlanRule[];
  /** Within how many days premises are inspected first. */
  readonly firstDays: number;
  readonly version: number;
}

const CONTROLLED: readonly ControlLevel[] = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT'];

/**
 * A sensible policy where a district has set none; a decision of ours. What may pollute and is under control is looked at every
 * month, other sources every quarter, building sites every other week; where people sleep or gather, fire passages every month.
 */
export const USUAL_INSPECTION_POLICY: InspectionPolicy = {
  rules: [
    { checklist: 'RIVERSIDE_RESTAURANT', kinds: ['RIVERSIDE_RESTAURANT'], controls: [], days: 30 },
    { checklist: 'RIVERSIDE_RESTAURANT', kinds: ['RESTAURANT'], controls: [], days: 90 },
    { checklist: 'RIVERSIDE_RESTAURANT', kinds: [], controls: CONTROLLED, days: 30 },
    { checklist: 'RIVERSIDE_RESTAURANT', kinds: [], controls: ['NATIONAL', 'PROVINCIAL'], days: 14 },
    { checklist: 'SMALL_WORKSHOP', kinds: [], controls: [], days: 90 },
    { checklist: 'SMALL_WORKSHOP', kinds: [], controls: CONTROLLED, days: 30 },
    { checklist: 'CONSTRUCTION_DUST', kinds: [], controls: [], days: 14 },
    { checklist: 'CONSTRUCTION_DUST', kinds: [], controls: CONTROLLED, days: 7 },
    {
      ...{ checklist: 'FIRE_PASSAGES', controls: [], days: 30 },
      kinds: ['SMALL_HOTEL', 'RENTAL_DORMITORY', 'ENTERTAINMENT'],
    },
    { checklist: 'FIRE_PASSAGES', kinds: ['RIVERSIDE_RESTAURANT', 'RESTAURANT'], controls: [], days: 90 },
    { checklist: 'FIRE_PASSAGES', kinds: ['WORKSHOP', 'SHOP'], controls: [], days: 180 },
  ],
  ...{ firstDays: 30, version: 0 },
};

/** What a plan follows from, and what its list shows of premises. */
export interface PlannedPremises {
  readonly id: string;
  /** Code of the grid or courtyard they lie in. */
  readonly area: string;
  readonly name: string;
  readonly kind: PremisesKind;
  readonly control: ControlLevel;
  readonly status: PremisesStatus;
}

/** When premises are to be inspected next by a checklist. */
export interface InspectionPlan {
  readonly premises: string;
  readonly checklist: string;
  /** 0 until it is kept. */
  readonly version: number;
  readonly area: string;
  readonly name: string;
  readonly kind: PremisesKind;
  readonly control: ControlLevel;
  /** Always a working day; absent while they are not to be inspected by it. */
  readonly dueOn?: Day | undefined;
  /** Since when they are on the list, this time. */
  readonly since?: Day | undefined;
  /** When they were inspected by it last. */
  readonly lastOn?: Day | undefined;
  /** Version of the policy by which it was made. */
  readonly policy: number;
}

/** Days between inspections by a checklist: the shortest that a rule says; undefined where none is for such premises. */
export function daysFor(
  { rules }: InspectionPolicy,
  { kind, control, status }: Pick<PlannedPremises, 'kind' | 'control' | 'status'>,
  checklist: string,
): number | undefined {
  const newest = newestOf(checklist);
  if (status !== 'OPERATING' || newest === undefined || !isFor(newest, kind)) return undefined;
  const days = rules
    .filter((rule) => rule.checklist === checklist)
    .filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind))
    .filter(({ controls }) => controls.length === 0 || controls.includes(control))
    .map((rule) => rule.days);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** The checklists by which premises are to be inspected. */
export function plannedBy(
  policy: InspectionPolicy,
  premises: Pick<PlannedPremises, 'kind' | 'control' | 'status'>,
): readonly string[] {
  return CHECKLIST_CODES.filter((checklist) => daysFor(policy, premises, checklist) !== undefined);
}

/**
 * The plan of premises by a checklist as it follows from what they are, when they were inspected last, and the policy. Premises
 * that are closed or suspended leave the list and keep the day of their last inspection; when they come back, they are due no
 * sooner than on that day.
 */
export function planFor(
  kept: InspectionPlan | undefined,
  premises: PlannedPremises,
  checklist: string,
  facts: { readonly policy: InspectionPolicy; readonly today: Day; readonly inspectedOn?: Day | undefined },
): InspectionPlan {
  const { policy, today } = facts;
  const { id, area, name, kind, control } = premises;
  const lastOn = latest(kept?.lastOn, facts.inspectedOn);
  const days = daysFor(policy, premises, checklist);
  const since = days === undefined ? undefined : (kept?.since ?? today);
  return {
    ...{ premises: id, checklist, version: kept?.version ?? 0, area, name, kind, control },
    dueOn: days === undefined || since === undefined ? undefined : dueOn({ since, lastOn, days }, policy),
    ...{ since, lastOn, policy: policy.version },
  };
}

/** The day on which it is due: a working day. */
function dueOn(
  { since, lastOn, days }: { readonly since: Day; readonly lastOn: Day | undefined; readonly days: number },
  { firstDays }: InspectionPolicy,
): Day {
  if (lastOn === undefined) return workingDayFrom(daysAfter(since, Math.min(firstDays, days)));
  return workingDayFrom(latest(since, daysAfter(lastOn, days)) ?? since);
}

/** The later of two days. */
export function latest(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
