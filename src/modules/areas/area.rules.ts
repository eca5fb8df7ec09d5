import { ancestorAt, levelOf, pathOf } from '../../shared/area-code';
import { type Validity } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';

/** Kinds of grid (网格类型). */
export const GRID_KINDS = ['GENERAL', 'MICRO', 'SPECIAL'] as const;
export type GridKind = (typeof GRID_KINDS)[number];

/** What is known of an area beside its place in the tree. */
export interface AreaFacts extends Validity {
  readonly kind?: GridKind | undefined;
  /** Code of the second managing department: of a special grid, and only of one. */
  readonly department?: string | undefined;
  readonly replaces?: readonly string[] | undefined;
  readonly replacedBy?: readonly string[] | undefined;
}

/** An area by its code, with the names from the district down to it. */
export interface NamedArea {
  readonly code: string;
  readonly names: readonly string[];
  readonly facts: AreaFacts;
}

/** The district an area lies in. */
export function districtOf(code: string): string {
  return ancestorAt(code, 'DISTRICT') ?? code;
}

/**
 * Checks that an area fits its code and its facts fit each other.
 * @throws Refusal AREA_NAMES_UNFIT, GRID_KIND_UNFIT, VALIDITY_INVALID
 */
export function assertArea({ code, names, facts }: NamedArea): void {
  const level = levelOf(code);
  if (level === undefined || names.length !== pathOf(code).length || names.some((name) => name.trim() === ''))
    throw new Refusal('AREA_NAMES_UNFIT', { code }, ['names']);
  const isGrid = level === 'GRID' || level === 'COURTYARD';
  if (
    (!isGrid && facts.kind !== undefined) ||
    (facts.kind === 'SPECIAL') !== (facts.department !== undefined)
  )
    throw new Refusal('GRID_KIND_UNFIT', { code }, ['kind']);
  assertValidity(facts);
}

function assertValidity({ validFrom, validTo }: Validity): void {
  for (const [path, date] of Object.entries({ validFrom, validTo })) {
    if (date !== undefined && !isDate(date)) throw new Refusal('VALIDITY_INVALID', { date }, [path]);
  }
  if (validFrom !== undefined && validTo !== undefined && validTo <= validFrom)
    throw new Refusal('VALIDITY_INVALID', { date: validTo }, ['validTo']);
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text.length === 10;
}
