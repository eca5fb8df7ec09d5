/** One answer of a Query: rows, and where to go on; null after the last. */
interface Answer<Row> {
  readonly data: readonly Row[];
  readonly cursor: string | null;
}

/**
 * Reads until `rows` rows that are to be kept have come or none are left. Where nearly all are kept, which is the rule,
 * this is one request. What is to be kept may be found out meanwhile.
 */
export async function fillPage<Row>(
  options: { rows: number; from: string | null },
  read: (limit: number, cursor: string | null) => Promise<Answer<Row>>,
  keep: ((row: Row) => boolean) | Promise<(row: Row) => boolean>,
): Promise<Row[]> {
  const kept: Row[] = [];
  let cursor = options.from;
  do {
    const answer = await read(options.rows - kept.length, cursor);
    kept.push(...answer.data.filter(await keep));
    cursor = answer.cursor;
  } while (cursor !== null && kept.length < options.rows);
  return kept;
}
