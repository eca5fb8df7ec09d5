import { isWithin } from '../../shared/area-code';
import { type OfficeHours, workingBetween } from '../../shared/working-time';
import { categoryOf } from '../cases/category.rules';

/** When a rule holds: while the office works, or outside its hours (nights, lunch, weekends, holidays). */
export const ROUTE_TIMES = ['WORKING_TIME', 'OUTSIDE'] as const;
export type RouteTime = (typeof ROUTE_TIMES)[number];

/** At which level of the ladder a case can be made to begin. */
export const ROUTE_LEVELS = ['GRID', 'COMMUNITY', 'STREET', 'DISTRICT'] as const;
export type RouteLevel = (typeof ROUTE_LEVELS)[number];

/** An area or a department, as it was called when the rule was written. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** For which cases a rule is: absent is all. */
export interface RuleScope {
  /** Code of a category or of a group. */
  readonly category?: string | undefined;
  readonly area?: Named | undefined;
  readonly time?: RouteTime | undefined;
}

/** A rule: category × area × time → level and department, lead and co-handlers (主办、协办). */
export interface RoutingRule extends RuleScope {
  /** Its place in its set, from 1; it only tells rules apart. */
  readonly number: number;
  readonly level: RouteLevel;
  readonly lead: Named;
  readonly coHandlers: readonly Named[];
  readonly note?: string | undefined;
}

/** What a case is routed by. */
export interface RouteFacts {
  /** Code of its category: a leaf of the tree. */
  readonly category: string;
  /** Code of the grid or courtyard it happened in. */
  readonly area: string;
  readonly time: RouteTime;
}

/** Why a rule does or does not decide about a case. */
export const RULE_OUTCOMES = [
  'DECIDES',
  'LESS_SPECIFIC',
  'OTHER_CATEGORY',
  'OTHER_AREA',
  'OTHER_TIME',
] as const;
export type RuleOutcome = (typeof RULE_OUTCOMES)[number];

/** A rule and what became of it. */
export interface TriedRule {
  readonly rule: RoutingRule;
  readonly outcome: RuleOutcome;
}

/** Whether an office works at a moment. */
export function timeOf(office: OfficeHours, at: Date): RouteTime {
  const next = new Date(at.getTime() + 1);
  return workingBetween(office, at, next) > 0 ? 'WORKING_TIME' : 'OUTSIDE';
}

/** The rule that decides: of those that match, the most specific; undefined where none matches. */
export function ruleFor(rules: readonly RoutingRule[], facts: RouteFacts): RoutingRule | undefined {
  return rules.filter((rule) => mismatchOf(rule, facts) === undefined).sort(bySpecificity)[0];
}

/** What becomes of each rule, the most specific first. */
export function triedFor(rules: readonly RoutingRule[], facts: RouteFacts): readonly TriedRule[] {
  const decides = ruleFor(rules, facts);
  return [...rules].sort(bySpecificity).map((rule) => {
    const outcome = rule === decides ? 'DECIDES' : (mismatchOf(rule, facts) ?? 'LESS_SPECIFIC');
    return { rule, outcome };
  });
}

/** To which departments cases may go, by their codes. */
export interface Leads {
  /** Those that lead a case of a category in an area, at one time of day or another. */
  readonly leads: (category: string, area: string) => ReadonlySet<string>;
  /** Those that any rule about the category names, in whichever area. */
  readonly everywhere: (category: string) => ReadonlySet<string>;
}

/** To which departments cases may go by these rules. */
export function leadsBy(rules: readonly RoutingRule[]): Leads {
  return {
    leads: (category, area) =>
      new Set(ROUTE_TIMES.flatMap((time) => ruleFor(rules, { category, area, time })?.lead.code ?? [])),
    everywhere: (category) =>
      new Set(rules.filter((rule) => isAbout(rule, category)).map(({ lead }) => lead.code)),
  };
}

/** For which cases a rule is, in one text: two rules of a set never have the same. */
export function scopeKey({ category, area, time }: RuleScope): string {
  return [category, area?.code, time].map((each) => each ?? '*').join(' ');
}

/**
 * The more specific first: a category before its group before all, then the smaller area, then a time before any time. Two
 * that match the same case and are equal in all three have one scope, which no set allows: so the order in which rules
 * are written means nothing. Those that never match the same case are told apart by their number.
 */
function bySpecificity(one: RoutingRule, other: RoutingRule): number {
  return (
    depthOf(other.category) - depthOf(one.category) ||
    (other.area?.code.length ?? 0) - (one.area?.code.length ?? 0) ||
    Number(other.time !== undefined) - Number(one.time !== undefined) ||
    one.number - other.number
  );
}

function depthOf(category: string | undefined): number {
  if (category === undefined) return 0;
  return categoryOf(category) === undefined ? 1 : 2;
}

function mismatchOf(rule: RuleScope, facts: RouteFacts): RuleOutcome | undefined {
  if (!isAbout(rule, facts.category)) return 'OTHER_CATEGORY';
  if (rule.area !== undefined && !isWithin(facts.area, rule.area.code)) return 'OTHER_AREA';
  return rule.time === undefined || rule.time === facts.time ? undefined : 'OTHER_TIME';
}

function isAbout({ category }: RuleScope, leaf: string): boolean {
  return category === undefined || category === leaf || category === categoryOf(leaf)?.group;
}
