import { isWithin, levelOf } from '../../shared/area-code';
import { Refusal } from '../../shared/errors';
import { CATEGORIES, CATEGORY_GROUPS, categoryOf } from '../cases/category.rules';
import { TIME_NAMES } from './routing.words';
import { ROUTE_TIMES, type RouteTime, type RoutingRule, scopeKey } from './routing.rules';

/** Most rules of a set, departments beside the lead, and characters of a note. */
export const MOST = { rules: 150, coHandlers: 9, note: 100 } as const;

/** What rules name, as far as it is there. */
export interface KnownNames {
  readonly district: string;
  /** Codes of the areas that there will be. */
  readonly areas: ReadonlySet<string>;
  /** Departments by code, with the area that each serves. */
  readonly departments: ReadonlyMap<string, { readonly area: string }>;
}

/** A rule as far as it can be checked. */
type Checked = Pick<RoutingRule, 'category' | 'area' | 'time' | 'lead' | 'coHandlers' | 'note'>;

/**
 * Everything for which a set is refused: it names what is not there, says two things of the same cases, or leaves a case
 * without a holder. Nothing where each category has, in the whole district and at all times, exactly one rule that decides.
 */
export function flawsOf(rules: readonly Checked[], known: KnownNames): readonly Refusal[] {
  if (rules.length > MOST.rules || rules.some(({ coHandlers }) => coHandlers.length > MOST.coHandlers))
    return [new Refusal('ROUTING_TOO_LARGE', { rules: MOST.rules, coHandlers: MOST.coHandlers }, ['rules'])];
  const flaws = rules.flatMap((rule, index) => flawsOfRule(rule, known, ['rules', String(index)]));
  return [...flaws, ...doublesOf(rules), ...gapsOf(rules)];
}

function flawsOfRule(rule: Checked, known: KnownNames, path: readonly string[]): Refusal[] {
  const { category, area, lead, coHandlers, note = '' } = rule;
  const served = area?.code ?? known.district;
  const named = [lead, ...coHandlers];
  const twice = named.find(({ code }, index) => named.findIndex((each) => each.code === code) < index);
  return [
    ...(isCategory(category)
      ? []
      : [new Refusal('CATEGORY_UNKNOWN', { category: category ?? '' }, [...path, 'category'])]),
    ...(isArea(area?.code, known)
      ? []
      : [new Refusal('ROUTING_AREA_UNKNOWN', { area: area?.code ?? '' }, [...path, 'area'])]),
    ...flawsOfDepartment(lead.code, served, known, [...path, 'lead']),
    ...coHandlers.flatMap(({ code }) => flawsOfDepartment(code, served, known, [...path, 'coHandlers'])),
    ...(twice === undefined
      ? []
      : [new Refusal('NAMED_TWICE', { code: twice.code }, [...path, 'coHandlers'])]),
    ...(note.length > MOST.note ? [new Refusal('TEXT_TOO_LONG', { max: MOST.note }, [...path, 'note'])] : []),
  ];
}

function isCategory(code: string | undefined): boolean {
  return (
    code === undefined ||
    categoryOf(code) !== undefined ||
    CATEGORY_GROUPS.some((group) => group.code === code)
  );
}

/** Whether a rule may be for an area: the district is no area of its own, and a courtyard has its grid's. */
function isArea(code: string | undefined, { district, areas }: KnownNames): boolean {
  if (code === undefined) return true;
  return code !== district && isWithin(code, district) && levelOf(code) !== 'COURTYARD' && areas.has(code);
}

function flawsOfDepartment(
  department: string,
  served: string,
  { departments }: KnownNames,
  path: readonly string[],
): Refusal[] {
  const found = departments.get(department);
  if (found === undefined) return [new Refusal('DEPARTMENT_UNKNOWN', { department }, path)];
  return isWithin(served, found.area)
    ? []
    : [new Refusal('ROUTING_DEPARTMENT_OUT_OF_AREA', { department, area: served }, path)];
}

function doublesOf(rules: readonly Checked[]): Refusal[] {
  const keys = rules.map(scopeKey);
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key);
    if (first === index) return [];
    return [
      new Refusal('ROUTING_RULE_TWICE', { first: first + 1, second: index + 1 }, ['rules', String(index)]),
    ];
  });
}

/**
 * The categories that would be without a holder somewhere, at some time. Only rules for the whole district count: one that
 * covers it street by street leaves the street that is founded tomorrow without.
 */
function gapsOf(rules: readonly Checked[]): Refusal[] {
  const wide = rules.filter(({ area }) => area === undefined);
  return CATEGORIES.flatMap(({ code, group }) => {
    const covering = wide.filter(({ category }) => [undefined, code, group].includes(category));
    const missing = ROUTE_TIMES.filter((time) => !covering.some((rule) => isAt(rule, time)));
    return missing.map(
      (time) => new Refusal('ROUTING_GAP', { category: code, time: TIME_NAMES[time] }, ['rules']),
    );
  });
}

function isAt(rule: Checked, time: RouteTime): boolean {
  return rule.time === undefined || rule.time === time;
}
