import { type Day, daysAfter } from '../../shared/business-date';
import { workingDayFrom } from '../../shared/calendar';
import { type Change } from '../../shared/change';
import { type VisitTier } from '../care/care.rules';

/** What a knock at a door came to. */
export const VISIT_OUTCOMES = ['MET', 'NOT_HOME', 'REFUSED', 'MOVED'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** How often is often, in days; of a district. */
export interface VisitPolicy {
  readonly days: Readonly<Record<VisitTier, number>>;
  /** Within how many days a household is visited first. */
  readonly firstDays: number;
  /** When to come again where nobody was home, and where one was refused. */
  readonly notHomeDays: number;
  readonly refusedDays: number;
  readonly version: number;
}

/**
 * A sensible policy where a district has set none. The intervals are those that published rules of Chinese districts have
 * in common: closely every week, key households every month, all others every quarter, trusted ones twice a year.
 */
export const USUAL_POLICY: VisitPolicy = {
  days: { CLOSE: 7, KEY: 30, GENERAL: 90, TRUSTED: 180, VACANT: 365 },
  ...{ firstDays: 30, notHomeDays: 3, refusedDays: 30, version: 0 },
};

/** A visit as a plan remembers it. */
export interface Knock {
  readonly id: string;
  readonly on: Day;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly outcome: VisitOutcome;
  /** The day that was agreed to come again. */
  readonly nextOn?: Day | undefined;
}

/** That somebody behind this door is looked after: how often, and until when. No kind, and no reason. */
export interface CareVisit {
  readonly tag: string;
  readonly resident: string;
  readonly tier: VisitTier;
  readonly from: Day;
  /** The first day on which it holds no more. */
  readonly until: Day;
  /** When this person was met last. */
  readonly metOn?: Day | undefined;
}

/** What is shown of a household in a due list. */
export interface Doorway {
  readonly household: string;
  readonly courtyard: string;
  readonly door: string;
  readonly address: string;
  readonly maskedHeadName?: string | undefined;
  /** How many live there. */
  readonly memberCount: number;
}

/** When a household is to be visited, and why then. */
export interface VisitPlan extends Doorway {
  readonly version: number;
  readonly grid: string;
  readonly dueOn: Day;
  /** Set by a person; else it follows from whether anybody lives there. */
  readonly setTier?: VisitTier | undefined;
  /** Since when the household is on the list. */
  readonly since: Day;
  /** When somebody was met there last, or it was found that they have moved. */
  readonly seenOn?: Day | undefined;
  /** The last visits, newest first. */
  readonly recent: readonly Knock[];
  /** The last months (YYYY-MM) in which a visit was made, newest first; nobody home is none. */
  readonly months: readonly string[];
  readonly care: readonly CareVisit[];
  /** When to look again without anything having happened: a care tag ends. */
  readonly recheckOn?: Day | undefined;
  /** Version of the policy by which it was made. */
  readonly policy: number;
  /** Changes made by people. */
  readonly changes: readonly Change[];
}

const KEPT = { recent: 5, months: 3 } as const;

/** The tier by which a household is visited. */
export function tierOf({ setTier, memberCount }: Pick<VisitPlan, 'setTier' | 'memberCount'>): VisitTier {
  return setTier ?? (memberCount === 0 ? 'VACANT' : 'GENERAL');
}

/** A household that has just come on the list. */
export function newPlan(
  doorway: Doorway & { readonly grid: string },
  today: Day,
  policy: VisitPolicy,
): VisitPlan {
  const empty = { version: 0, since: today, recent: [], months: [], care: [], changes: [] };
  return due({ ...doorway, ...empty, dueOn: today, policy: policy.version }, policy);
}

/** The plan after a visit; the same whichever visit is told first, and however often. */
export function withKnock(
  plan: VisitPlan,
  knock: Knock,
  met: readonly string[],
  policy: VisitPolicy,
): VisitPlan {
  const seen = knock.outcome === 'MET' || knock.outcome === 'MOVED';
  const others = plan.recent.filter(({ id }) => id !== knock.id);
  return due(
    {
      ...plan,
      seenOn: seen ? later(plan.seenOn, knock.on) : plan.seenOn,
      recent: [...others, knock].sort(newestFirst).slice(0, KEPT.recent),
      months: knock.outcome === 'NOT_HOME' ? plan.months : withMonth(plan.months, knock.on.slice(0, 7)),
      care: plan.care.map((each) =>
        met.includes(each.resident) ? { ...each, metOn: later(each.metOn, knock.on) } : each,
      ),
    },
    policy,
  );
}

/** The plan with the day on which it is due, which follows from all else. Weekends and holidays move it to a working day. */
export function due(plan: VisitPlan, policy: VisitPolicy): VisitPlan {
  const { days } = policy;
  const own =
    plan.seenOn === undefined
      ? daysAfter(plan.since, Math.min(policy.firstDays, days[tierOf(plan)]))
      : daysAfter(plan.seenOn, days[tierOf(plan)]);
  const care = plan.care
    .map(({ metOn, from, tier, until }) => ({ on: daysAfter(metOn ?? from, days[tier]), until }))
    .filter(({ on, until }) => on < until);
  const first = earliest([own, ...care.map(({ on }) => on)]);
  const ends = care.filter(({ on }) => on < own).map(({ until }) => until);
  return {
    ...plan,
    dueOn: workingDayFrom(afterLast(plan.recent[0], first, policy)),
    recheckOn: ends.length === 0 ? undefined : earliest(ends),
    policy: policy.version,
  };
}

/** The day when it would be due, moved by what the last visit came to. */
function afterLast(last: Knock | undefined, first: Day, policy: VisitPolicy): Day {
  if (last === undefined) return first;
  const { outcome, on, nextOn } = last;
  if (outcome === 'MET' || outcome === 'MOVED')
    return nextOn === undefined ? first : earliest([first, nextOn]);
  const again = nextOn ?? daysAfter(on, outcome === 'REFUSED' ? policy.refusedDays : policy.notHomeDays);
  return first > again ? first : again;
}

/** The last day that may be agreed to come again. */
export function latestNext(
  plan: Pick<VisitPlan, 'setTier' | 'memberCount'>,
  on: Day,
  policy: VisitPolicy,
): Day {
  return daysAfter(on, Math.max(policy.days[tierOf(plan)], policy.refusedDays));
}

function newestFirst(a: Knock, b: Knock): number {
  return a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;
}

function withMonth(months: readonly string[], month: string): readonly string[] {
  return [...new Set([...months, month])].sort().reverse().slice(0, KEPT.months);
}

function later(a: Day | undefined, b: Day): Day {
  return a !== undefined && a > b ? a : b;
}

function earliest(days: readonly Day[]): Day {
  return days.reduce((a, b) => (a < b ? a : b));
}

/** A plan as it is shown: without who is looked after there, and how often. */
export function shownPlan(plan: VisitPlan) {
  const { household, courtyard, door, address, maskedHeadName, memberCount, dueOn, seenOn } = plan;
  const [last] = plan.recent;
  return {
    ...{
      household,
      courtyard,
      door,
      address,
      maskedHeadName,
      memberCount,
      dueOn,
      seenOn,
      tier: tierOf(plan),
    },
    last: last && { on: last.on, outcome: last.outcome },
  };
}
