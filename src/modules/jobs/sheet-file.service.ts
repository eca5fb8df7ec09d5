/** A whole XLSX of one sheet, its cells text; for what is small enough to be made while somebody waits. */
export async function sheetOf(rows: Iterable<readonly string[]>): Promise<Uint8Array> {
  const { writeXlsx } = await import('./sheet.lazy');
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx(oneByOne(rows))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* oneByOne(rows: Iterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  for (const row of rows) yield await Promise.resolve(row);
}
