/** The levels of the hierarchy, outermost first. */
export const AREA_LEVELS = ['DISTRICT', 'STREET', 'COMMUNITY', 'GRID', 'COURTYARD'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/**
 * Digits of a code at each level. The first three are the national division codes (GB/T 2260 and its 9- and 12-digit
 * continuations); grid and courtyard add three digits each.
 */
const DIGITS: Readonly<Record<AreaLevel, number>> = {
  DISTRICT: 6,
  STREET: 9,
  COMMUNITY: 12,
  GRID: 15,
  COURTYARD: 18,
};

/** The codes that areas have from now on, by those they had. */
export type NewCodes = ReadonlyMap<string, string>;

/** The level a code belongs to, by its length; undefined when it is no area code. */
export function levelOf(code: string): AreaLevel | undefined {
  if (!/^\d+$/.test(code)) return undefined;
  return AREA_LEVELS.find((level) => DIGITS[level] === code.length);
}

/** The code of the area at `level` that `code` lies in (or is); undefined when `code` is above that level. */
export function ancestorAt(code: string, level: AreaLevel): string | undefined {
  return code.length >= DIGITS[level] && levelOf(code) !== undefined
    ? code.slice(0, DIGITS[level])
    : undefined;
}

/** Codes from the district down to the area itself; empty when it is no area code. */
export function pathOf(code: string): readonly string[] {
  if (levelOf(code) === undefined) return [];
  return AREA_LEVELS.map((level) => ancestorAt(code, level)).filter((c) => c !== undefined);
}

/** The code one level up; undefined for a district. */
export function parentOf(code: string): string | undefined {
  return pathOf(code).at(-2);
}

/** The level one below; undefined for a courtyard. */
export function levelBelow(level: AreaLevel): AreaLevel | undefined {
  return AREA_LEVELS[AREA_LEVELS.indexOf(level) + 1];
}

/** Whether `inner` is `outer` or lies in it: a prefix of whole levels, so 9 of 15 digits and never 10. */
export function isWithin(inner: string, outer: string): boolean {
  return levelOf(inner) !== undefined && levelOf(outer) !== undefined && inner.startsWith(outer);
}
