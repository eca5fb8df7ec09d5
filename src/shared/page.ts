import { TechnicalError } from './errors';

/** Most rows of one page. */
const MOST_ROWS = 100;

/** A page as a client asks for it. */
interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page as a repository reads it: how many rows, and after which key. */
export interface PageKey {
  readonly limit: number;
  readonly afterKey: string | undefined;
}

/** A page as repositories return it: rows with the key that each can be continued from. */
export interface Page<Row> {
  readonly rows: readonly { readonly row: Row; readonly key: string }[];
  readonly hasNextPage: boolean;
  /** Where to go on, when that is not after the last row: rows behind it were looked at and not wanted. */
  readonly endKey?: string | undefined;
}

/** The page asked for, decoded; BAD_USER_INPUT when `first` is out of range or the cursor is not one of ours. */
export function pageOf({ first, after }: PageRequest): PageKey {
  if (first < 1 || first > MOST_ROWS) {
    throw new TechnicalError('BAD_USER_INPUT', { what: `first: 1–${MOST_ROWS}` });
  }
  if (after == null) return { limit: first, afterKey: undefined };
  const afterKey = Buffer.from(after, 'base64url').toString();
  if (!/^[^\p{C}\ufffd]{1,500}$/u.test(afterKey))
    throw new TechnicalError('BAD_USER_INPUT', { what: 'after' });
  return { limit: first, afterKey };
}

/** How many rows to read for a page: one more than it has tells whether rows follow. */
export function rowsToRead(limit: number): number {
  return limit + 1;
}

/** The page from as many rows as {@link rowsToRead} says. */
export function pageFrom<Row>(rows: Page<Row>['rows'], limit: number): Page<Row> {
  return { rows: rows.slice(0, limit), hasNextPage: rows.length > limit };
}

/** The same page of several lists together, the highest key first. */
export function pageOfAll<Row>(pages: readonly Page<Row>[], limit: number): Page<Row> {
  const rows = pages.flatMap((each) => each.rows).sort((a, b) => (a.key < b.key ? 1 : -1));
  const hasNextPage = rows.length > limit || pages.some((each) => each.hasNextPage);
  return { rows: rows.slice(0, limit), hasNextPage };
}
