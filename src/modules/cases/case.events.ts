import { type TableChange } from '../../data/table-change';

/** A case that was reported or moved, as the table's stream tells of it. */
export interface CaseMoved {
  readonly id: string;
  /** Code of the area it happened in. */
  readonly area: string;
}

/** Reads a change of the table: the case that moved by it; undefined for any other change. */
export function caseMovedBy({ before, after }: TableChange): CaseMoved | undefined {
  if (after?.__edb_e__ !== 'case' || after.version === before?.version) return undefined;
  const { area } = after.row as { area: string };
  return { id: String(after.id), area };
}
