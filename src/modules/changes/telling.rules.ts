import { type FollowedType, opens, type Stand } from './presence.rules';

/** A grid that is told, and the areas of the appointments by which it is seen. */
export interface SeenGrid {
  readonly grid: string;
  readonly areas: readonly string[];
}

/** A pointer that was read, and how its grid is told. */
export interface ReadPointer {
  readonly grid: SeenGrid;
  /** Since when the grid is told to whoever asks, in ms; and whether they are told it from the beginning now. */
  readonly since: number;
  readonly isWhole: boolean;
  readonly type: FollowedType;
  readonly id: string;
  readonly guard: string;
  readonly kind: 'HERE' | 'GONE' | 'TOUCHED';
  /** When it changed, in ms. */
  readonly at: number;
}

/** The stream tells the time of a change to the second, and clocks differ a little. */
const TOLERANCE_MS = 2_000;

/** A record that is to be looked at, because something may be told about it. */
export interface Subject {
  readonly type: FollowedType;
  readonly id: string;
  /**
   * By whom it may have been seen before, so that where it is seen no longer that is told: by whoever sees its area, or only
   * by whoever reported it. Of anything else not even that it exists.
   */
  readonly seenBefore: 'BY_AREA' | 'AS_OWN' | 'NEVER';
}

/** A record as it stands now, where whoever asks may see it by the rules of its own module. */
export interface Found {
  readonly stands: readonly Stand[];
  /** Whoever asks reported it, which is reason enough to see it in any grid. */
  readonly isOwn: boolean;
}

/**
 * The records that pointers are about, each once, in their order. A pointer guarded by an area that is not seen is passed
 * over in silence; only a case is looked at still, which whoever reported it may see.
 */
export function subjectsOf(pointers: readonly ReadPointer[]): readonly Subject[] {
  const subjects = new Map<string, Subject>();
  for (const pointer of pointers) {
    const { grid, type, id, guard, kind } = pointer;
    const isGone = mayHaveGone(pointer);
    const isSeen = opens(grid.areas, guard);
    if ((!isSeen && type !== 'CASE') || (kind === 'GONE' && !isGone)) continue;
    const key = `${type}#${id}`;
    const before = subjects.get(key)?.seenBefore ?? 'NEVER';
    const now = isSeen ? ('BY_AREA' as const) : ('AS_OWN' as const);
    subjects.set(key, { type, id, seenBefore: isGone && before !== 'BY_AREA' ? now : before });
  }
  return [...subjects.values()];
}

/** Whether something is seen no longer that was seen before. */
export function hasGone({ seenBefore }: Subject, found: Found | undefined): boolean {
  return seenBefore === 'BY_AREA' || (seenBefore === 'AS_OWN' && found?.isOwn === true);
}

/**
 * Whether a pointer tells that something seen before has gone: not in a grid that is told from the beginning, nor where it
 * went before the grid was told at all. What should be here and is not has gone since: its own pointer will tell.
 */
function mayHaveGone({ isWhole, since, kind, at }: ReadPointer): boolean {
  return kind !== 'HERE' && !isWhole && at + TOLERANCE_MS >= since;
}

/** Those of the grids in which a record is seen, as it stands now; none where it is not seen. */
export function gridsSeeing(found: Found | undefined, grids: readonly SeenGrid[]): readonly string[] {
  if (found === undefined) return [];
  const { stands, isOwn } = found;
  return grids
    .filter((each) =>
      stands.some(({ grid, guard }) => grid === each.grid && (isOwn || opens(each.areas, guard))),
    )
    .map(({ grid }) => grid);
}
