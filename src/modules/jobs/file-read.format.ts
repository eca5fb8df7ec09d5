import { readCsv } from './csv.format';
import { readGeoJson } from './geojson.format';
import { FileProblem, formatOf, type ImportFormat, MOST } from './job.rules';
import { type AnyTable, type FileLine, findHeader, type Header } from './table.rules';
import { readXlsx } from './xlsx-read.format';

const READERS: Readonly<
  Record<ImportFormat, (bytes: Uint8Array) => AsyncIterable<FileLine> | Iterable<FileLine>>
> = {
  CSV: readCsv,
  XLSX: readXlsx,
  GEOJSON: readGeoJson,
};

/** A file that can be worked through: what its columns are, and how many lines follow. */
export interface OpenedFile {
  readonly header: Header;
  readonly rows: number;
  /** The lines below the header. */
  readonly lines: () => AsyncIterable<FileLine>;
}

/**
 * Reads a file once to its end, so that what is wrong with it as a whole is known before a line is written.
 * @throws FileProblem
 */
export async function openFile(bytes: Uint8Array, table: AnyTable): Promise<OpenedFile> {
  const read = READERS[formatOf(bytes)];
  try {
    const top: FileLine[] = [];
    let last = 0;
    for await (const line of read(bytes)) {
      if (top.length < 10) top.push(line);
      last += 1;
      if (last > MOST.rows + 10) throw new FileProblem('TOO_MANY_ROWS', { max: MOST.rows });
    }
    const header = findHeader(table, top);
    const above = top.findIndex(({ line }) => line === header.line) + 1;
    if (header.missing.length > 0)
      throw new FileProblem('COLUMNS_MISSING', { columns: header.missing.join('、') });
    if (last - above < 1) throw new FileProblem('FILE_EMPTY');
    return { header, rows: last - above, lines: () => skip(read(bytes), above) };
  } catch (error) {
    // Whatever a library says of a broken file quotes it.
    throw error instanceof FileProblem ? error : new FileProblem('FILE_UNREADABLE');
  }
}

async function* skip(
  lines: AsyncIterable<FileLine> | Iterable<FileLine>,
  count: number,
): AsyncGenerator<FileLine> {
  let seen = 0;
  for await (const line of lines) {
    seen += 1;
    if (seen > count) yield line;
  }
}
