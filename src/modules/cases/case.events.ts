import { type TableChange } from '../../data/table-change';

/** A case that was reported or moved, as the table's stream tells of it. */
export interface CaseMoved {
  readonly id: string;
  /** Code of the area it happened in. */
  readonly area: string;
}

/** A case that was closed, as the table's stream tells of it. */
export interface CaseClosed {
  /** Partition key of its collection. */
  readonly owner: string;
  readonly at: Date;
}

/** Reads a change of the table: the case that was closed by it; undefined for any other change. */
export function caseClosedBy({ before, after }: TableChange): CaseClosed | undefined {
  if (after?.__edb_e__ !== 'case') return undefined;
  const [was, is] = [before?.row as Row | undefined, after.row as Row];
  if (is.state !== 'CLOSED' || was?.state === 'CLOSED') return undefined;
  return { owner: String(after.pk), at: new Date(is.updatedAt ?? is.reportedAt) };
}

/** What of a case's row tells when it was closed. */
interface Row {
  readonly state: string;
  readonly reportedAt: string;
  readonly updatedAt?: string | undefined;
}

/** Reads a change of the table: the case that moved by it; undefined for any other change. */
export function caseMovedBy({ before, after }: TableChange): CaseMoved | undefined {
  if (after?.__edb_e__ !== 'case' || after.version === before?.version) return undefined;
  const { area } = after.row as { area: string };
  return { id: String(after.id), area };
}
