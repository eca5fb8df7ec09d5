import { type Author } from '../../shared/change';
import { type Problem } from './table.rules';

/** What a row is beside what stands: new, other, the same, or not to be taken. */
export type RowOutcome = 'NEW' | 'CHANGED' | 'UNCHANGED' | Problem;

/**
 * Where the rows of one kind go. To offer a kind for import, write one: it is all that a kind needs beside its table.
 * One writer serves one run, so it may remember what it has seen.
 */
export interface RowWriter<Row> {
  /** What each row comes to, in the same order; writes nothing. A dry run is this and no more. */
  compare(rows: readonly Row[]): Promise<readonly RowOutcome[]>;
  /**
   * Writes rows that the last comparison found NEW or CHANGED. When it was cut off, another writer compares the same
   * rows again and writes what is still missing.
   */
  write(rows: readonly Row[]): Promise<void>;
}

/** Where the rows of one kind come from, for an export. */
export interface RowSource<Row> {
  /** The rows of an area, in a fixed order, read as far as they are taken. */
  rowsIn(area: string): AsyncIterable<Row>;
}

/** Rows of one kind, both ways. */
export interface RowStore<Row> extends RowSource<Row> {
  /** A writer of rows in the name of whoever opened the job. */
  newWriter(by: Author): RowWriter<Row>;
}
