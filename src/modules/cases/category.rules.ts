import { type Urgency } from './case.rules';
import { COMMUNITY_GROUPS } from './category-community.rules';
import { EVENT_GROUPS } from './category-events.rules';
import { FACILITY_GROUPS } from './category-facilities.rules';
import { type CategoryGroup, type CategoryLeaf } from './category-leaf.rules';

/** What a case is about: a leaf of the tree, and its group. */
export interface Category extends CategoryLeaf {
  /** Code of its group. */
  readonly group: string;
}

/**
 * The tree of categories: groups in the order in which people choose, events first. The codes are our own: official ones
 * (GB/T 30428) are not confirmed, and none are claimed.
 */
export const CATEGORY_GROUPS: readonly CategoryGroup[] = sound([
  ...EVENT_GROUPS,
  ...FACILITY_GROUPS,
  ...COMMUNITY_GROUPS,
]);

/** Every version of every category; of one code the oldest first. */
const VERSIONS = byCode(withGroups(CATEGORY_GROUPS));

/** The categories that a case can be reported under today: of each code the newest version, in the order of the tree. */
export const CATEGORIES: readonly Category[] = [...VERSIONS.values()].flatMap((versions) =>
  versions.slice(-1),
);

/** The category with this code: the version named, or the newest. A group is no category. */
export function categoryOf(code: string, version?: number): Category | undefined {
  const versions = VERSIONS.get(code);
  return version === undefined ? versions?.at(-1) : versions?.find((each) => each.version === version);
}

/**
 * What a case was filed under, however old it is: the version it names, else the newest of the code, else, for a code that
 * is not in the tree, any other matter (其他).
 */
export function filedUnder(code: string, version?: number): Category {
  const found = categoryOf(code, version) ?? categoryOf(code) ?? categoryOf('OTHER');
  if (found === undefined) throw new Error('There is no category for any other matter.');
  return found;
}

/** How soon a case must be looked at: as its reporter says, else as is usual in its category. */
export function urgencyOf(code: string, said: Urgency | null | undefined): Urgency {
  return said ?? categoryOf(code)?.urgency ?? 'NORMAL';
}

/** Under which key the texts of a category stand: those of the first version under the code alone. */
export function wordsKey({ code, version }: Pick<Category, 'code' | 'version'>): string {
  return version === 1 ? code : `${code}@${String(version)}`;
}

/** What is wrong with a tree; nothing in ours. */
export function flawsOfTree(groups: readonly CategoryGroup[]): string[] {
  const versions = byCode(withGroups(groups));
  const groupCodes = groups.map(({ code }) => code);
  const codes = [...groupCodes, ...versions.keys()];
  return [
    ...groups.filter(({ leaves }) => leaves.length === 0).map(({ code }) => `${code} is empty`),
    ...groupCodes
      .filter((code, index) => groupCodes.indexOf(code) < index)
      .map((code) => `${code} is two groups`),
    ...groupCodes.filter((code) => versions.has(code)).map((code) => `${code} is a group and a category`),
    ...codes.filter((code) => !/^[A-Z]+(_[A-Z]+)*$/.test(code)).map((code) => `${code} is no code`),
    ...[...versions].flatMap(([code, each]) => flawsOfVersions(each).map((flaw) => `${code} ${flaw}`)),
  ];
}

/** What is wrong with the versions of one code, as they stand in the tree. */
function flawsOfVersions(versions: readonly Category[]): string[] {
  const flaws: string[] = [];
  if (new Set(versions.map(({ group }) => group)).size > 1) flaws.push('is in two groups');
  if (versions.some(({ version }, index) => version !== index + 1))
    flaws.push('has versions that do not count up');
  if (versions.some(({ handle: { count } }) => !Number.isInteger(count) || count < 1))
    flaws.push('has no limit');
  return flaws;
}

function sound(groups: readonly CategoryGroup[]): readonly CategoryGroup[] {
  const flaws = flawsOfTree(groups);
  if (flaws.length > 0) throw new Error(`The categories are flawed: ${flaws.join('; ')}.`);
  return groups;
}

function withGroups(groups: readonly CategoryGroup[]): readonly Category[] {
  return groups.flatMap(({ code: group, leaves }) => leaves.map((each) => ({ ...each, group })));
}

function byCode(categories: readonly Category[]): ReadonlyMap<string, readonly Category[]> {
  const codes = new Set(categories.map(({ code }) => code));
  return new Map([...codes].map((code) => [code, categories.filter((each) => each.code === code)]));
}
