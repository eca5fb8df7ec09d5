import { type Image, type TableChange } from '../../data/table-change';
import { isEnded } from './case.machine';
import { type Row, rowFrom } from './case.row';

/** A case that came to its end, as the table's stream tells of it. */
export interface CaseClosed {
  /** Partition key of its collection. */
  readonly owner: string;
  readonly at: Date;
}

/** Reads a change of the table: the case that came to its end by it; undefined for any other change. */
export function caseClosedBy({ before, after }: TableChange): CaseClosed | undefined {
  if (after?.__edb_e__ !== 'case') return undefined;
  const [was, is] = [before && caseIn(before), caseIn(after)];
  if (!isEnded(is.state) || (was !== undefined && isEnded(was.state))) return undefined;
  return { owner: String(after.pk), at: new Date(is.updatedAt) };
}

/** When a clock of a case runs out. */
export interface CaseDeadline {
  readonly id: string;
  /** Which of the case's clocks it is: the version it began with. */
  readonly began: number;
  /** RFC 3339 UTC. */
  readonly dueAt: string;
}

/** Reads a change of the table: when the clock runs out that began with it; undefined for any other change. */
export function deadlineBy({ before, after }: TableChange): CaseDeadline | undefined {
  if (after?.__edb_e__ !== 'case') return undefined;
  const was = before && caseIn(before).clock;
  const is = caseIn(after).clock;
  if (is === undefined || was?.began === is.began) return undefined;
  return { id: String(after.id), began: is.began, dueAt: is.dueAt.toISOString() };
}

/** What lists show of the case in an image. */
export function caseIn({ row }: Image): Row {
  return rowFrom(row);
}
