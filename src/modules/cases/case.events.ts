/** A case that was reported or moved, as the table's stream tells of it. */
export interface CaseMoved {
  readonly id: string;
  /** Code of the area it happened in. */
  readonly area: string;
}

type Image = Readonly<Record<string, unknown>>;

/** Reads a change of the table: the case that moved by it; undefined for any other change. */
export function caseMovedBy(before: Image | undefined, after: Image | undefined): CaseMoved | undefined {
  if (after?.__edb_e__ !== 'case' || after.version === before?.version) return undefined;
  const { area } = after.row as { area: string };
  return { id: String(after.id), area };
}
