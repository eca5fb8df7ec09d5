import { ancestorAt, isWithin } from '../../shared/area-code';
import { type RecordType } from '../../shared/record-link.type';

/** The kinds of records that are followed: what a worker's phone keeps of a grid. */
export const FOLLOWED = [
  'HOUSEHOLD',
  'RESIDENT',
  'CASE',
  'COURTYARD',
  'BUILDING',
  'DWELLING',
  'ORGANISATION',
  'PREMISES',
  'FACILITY',
] as const satisfies readonly RecordType[];
export type FollowedType = (typeof FOLLOWED)[number];

/** That a record is one of a grid's, and by what it is decided who sees it. */
export interface Stand {
  readonly grid: string;
  /**
   * Code of the courtyard or grid that one must answer for; with a resident who has two homes it may lie in another grid.
   * Behind an `@` the code of the one that holds a case, which nobody but its own workers do.
   */
  readonly guard: string;
}

/** How long a closed case is one of its grid's, in ms. */
export const CLOSED_KEPT_MS = 90 * 86_400_000;

/** What of a case says where it stands. */
export interface CasePlace {
  /** Where it happened. */
  readonly area: string;
  /** Today's grid of that place, where an adjustment of grids has made it another. */
  readonly grid?: string | undefined;
  readonly holder?: { readonly code: string } | undefined;
}

/** Where a household stands: in its courtyard. */
export function standsOfHousehold({ courtyard }: { readonly courtyard: string }): readonly Stand[] {
  return [{ grid: gridOf(courtyard), guard: courtyard }];
}

/**
 * Where a resident stands: in each grid where they live now, guarded by the first residence, as their page is. Nobody who
 * has moved out or died, whose record was merged or erased, lives anywhere.
 */
export function standsOfResident({
  residences,
}: {
  readonly residences: readonly { readonly courtyard: string; readonly until?: string | undefined }[];
}): readonly Stand[] {
  const guard = residences[0]?.courtyard;
  const open = residences.filter(({ until }) => until === undefined);
  if (guard === undefined) return [];
  return [...new Set(open.map(({ courtyard }) => gridOf(courtyard)))].map((grid) => ({ grid, guard }));
}

/**
 * Where a case stands: in today's grid, for those who answer for where it happened and for the place that holds it now; and
 * in the grid it happened in, for those who answer for that.
 */
export function standsOfCase({ area, grid: today, holder }: CasePlace): readonly Stand[] {
  const happened = gridOf(area);
  const grid = today ?? happened;
  const held = holder?.code;
  const isHeldElsewhere = held !== undefined && gridOf(held) === grid && !isWithin(area, held);
  return [
    { grid, guard: area },
    ...(isHeldElsewhere ? [{ grid, guard: `@${held}` }] : []),
    ...(grid === happened ? [] : [{ grid: happened, guard: area }]),
  ];
}

/** Where a place stands, by its code or that of its courtyard; what is closed is on other lists. */
export function standsOfPlace(area: string, isClosed: boolean): readonly Stand[] {
  return isClosed ? [] : [{ grid: gridOf(area), guard: area }];
}

/** Whether somebody with appointments in these areas sees what is guarded so. */
export function opens(areas: readonly string[], guard: string): boolean {
  return areas.some((area) => (guard.startsWith('@') ? guard === `@${area}` : isWithin(guard, area)));
}

/** Whether a case was closed so long ago that no phone need keep it; `closedAt` is undefined while it is open. */
export function isLongClosed(closedAt: Date | undefined, now: Date): boolean {
  return closedAt !== undefined && now.getTime() - closedAt.getTime() > CLOSED_KEPT_MS;
}

function gridOf(code: string): string {
  return ancestorAt(code, 'GRID') ?? code;
}
