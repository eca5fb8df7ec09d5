import { isWithin } from '../../shared/area-code';
import { type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type Text } from '../../shared/messages/text';
import { flawOfHours, type OfficeHours, USUAL_HOURS } from '../../shared/working-time';
import { type CaseTerms, type FoundTerms, type OwnCategory, type OwnLimits } from '../cases/case-terms.rules';
import { categoryOf } from '../cases/category.rules';
import { type HoldingRules } from '../rulesets/ruleset.rules';

/** A district's own rules (本区规定): its office hours and days, and what it says of categories. */
export interface OwnRules {
  /** The last day on which they hold; until the next set where none is named. */
  readonly to?: Day | undefined;
  /** Times of day in Asia/Shanghai (HH:MM), in order; the usual ones where there are none. */
  readonly hours: OfficeHours['hours'];
  /** Days that are free in this district, and days that are worked. */
  readonly free: readonly Day[];
  readonly worked: readonly Day[];
  readonly categories: readonly OwnCategory[];
}

/** Most days of each sort, spans of hours, categories, characters of a text, and units of a limit. */
export const MOST = { days: 30, hours: 4, categories: 100, text: 100, limit: 400 } as const;

/** Everything for which a set is refused: it names what is not there, or would say something meaningless. */
export function flawsOfRules(rules: OwnRules, from: Day): readonly Refusal[] {
  const { to, hours, free, worked, categories } = rules;
  const days = Math.max(free.length, worked.length);
  if (days > MOST.days || hours.length > MOST.hours || categories.length > MOST.categories)
    return [new Refusal('RULES_TOO_LARGE', { days: MOST.days, categories: MOST.categories }, ['days'])];
  const flaw = flawOfHours(officeOf(rules));
  return [
    ...(to !== undefined && to < from ? [new Refusal('RULES_PERIOD', {}, ['to'])] : []),
    ...(flaw === 'HOURS' ? [new Refusal('RULES_HOURS', {}, ['hours'])] : []),
    ...(flaw === 'DAYS' ? [new Refusal('RULES_DAY_TWICE', {}, ['worked'])] : []),
    ...categories.flatMap((each, index) => flawsOfCategory(each, ['categories', String(index)])),
    ...twiceOf(categories),
  ];
}

/** The office hours that rules make. */
export function officeOf({ hours, free, worked }: OwnRules): OfficeHours {
  return { hours: hours.length === 0 ? USUAL_HOURS.hours : hours, free, worked };
}

/** What rules that hold say of a category in an area at a day; undefined where they hold no more or not there. */
export function termsIn(
  holding: HoldingRules<OwnRules> | undefined,
  { district, category, area, day }: { district: string; category: string; area: string; day: Day },
): FoundTerms | undefined {
  if (holding === undefined || !isWithin(area, district)) return undefined;
  const { from, rules } = holding;
  if (rules.to !== undefined && rules.to < day) return undefined;
  const own = rules.categories.find(({ code }) => code === category);
  return { own, terms: termsOf({ district, from }, own?.limits, rules, day) };
}

/** A case never looks back: the days before it was filed are left out. Office hours that are the usual ones are not kept. */
function termsOf(
  of: Pick<CaseTerms, 'district' | 'from'>,
  limits: OwnLimits | undefined,
  rules: OwnRules,
  day: Day,
): CaseTerms {
  const { hours, free, worked } = officeOf(rules);
  const isToCome = (each: Day) => each >= day;
  const office = { hours, free: free.filter(isToCome), worked: worked.filter(isToCome) };
  const isUsual = rules.hours.length === 0 && office.free.length === 0 && office.worked.length === 0;
  return {
    ...of,
    ...(limits !== undefined && Object.keys(limits).length > 0 && { limits }),
    ...(!isUsual && { office }),
  };
}

function flawsOfCategory(own: OwnCategory, path: readonly string[]): Refusal[] {
  const { code, isOffered, limits, name, filing, closing } = own;
  const isLimit = (count: number) => Number.isInteger(count) && count >= 1 && count <= MOST.limit;
  return [
    ...(categoryOf(code) === undefined
      ? [new Refusal('CATEGORY_UNKNOWN', { category: code }, [...path, 'code'])]
      : []),
    ...(code === 'OTHER' && !isOffered
      ? [new Refusal('RULES_OTHER_NEEDED', {}, [...path, 'isOffered'])]
      : []),
    ...(Object.values(limits).every(({ count }) => isLimit(count))
      ? []
      : [new Refusal('RULES_LIMIT', { category: code, max: MOST.limit }, [...path, 'limits'])]),
    ...Object.entries({ name, filing, closing }).flatMap(([field, text]) =>
      flawsOfText(text, [...path, field]),
    ),
  ];
}

function flawsOfText(text: Text | undefined, path: readonly string[]): Refusal[] {
  if (text === undefined) return [];
  const texts = [text.zh, text.en];
  if (texts.some((each) => each === '')) return [new Refusal('TEXT_REQUIRED', {}, path)];
  return texts.some((each) => each.length > MOST.text)
    ? [new Refusal('TEXT_TOO_LONG', { max: MOST.text }, path)]
    : [];
}

function twiceOf(categories: readonly OwnCategory[]): Refusal[] {
  const codes = categories.map(({ code }) => code);
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [new Refusal('NAMED_TWICE', { code }, ['categories', String(index), 'code'])],
  );
}
