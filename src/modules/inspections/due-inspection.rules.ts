import { type Page } from '../../shared/page';

/** What was read of a list: its first rows by key, and whether it ends there. */
export interface Read<Row> {
  readonly rows: Page<Row>['rows'];
  readonly isAll: boolean;
}

/** How many rows to read of each of so many lists for a page of all: more than its share, and never all for each. */
export function shareOf(limit: number, lists: number): number {
  return lists <= 1 ? limit + 1 : Math.ceil((limit * 1.2) / lists) + 1;
}

/**
 * The next page of several lists together, by key. What lies behind the last row that was read of a list which goes on is left
 * for the next page, as another row of that list may come before it: so a page may be shorter than was asked.
 */
export function mergedPage<Row>(
  lists: readonly Read<Row>[],
  limit: number,
  keep: (row: Row) => boolean = () => true,
): Page<Row> {
  const ends = lists.filter(({ isAll }) => !isAll).map(({ rows }) => rows.at(-1)?.key ?? '');
  const end = ends.length === 0 ? undefined : ends.reduce((a, b) => (a < b ? a : b));
  const all = lists.flatMap(({ rows }) => rows).sort((a, b) => (a.key < b.key ? -1 : 1));
  const known = all.filter(({ key }) => end === undefined || key <= end);
  const kept = known.filter(({ row }) => keep(row));
  const rows = kept.slice(0, limit);
  const last = kept.length > limit ? rows.at(-1) : known.at(-1);
  const hasNextPage = kept.length > limit || end !== undefined;
  return { rows, hasNextPage, endKey: hasNextPage ? last?.key : undefined };
}
