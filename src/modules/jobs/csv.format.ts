import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { unprotect } from './csv.rules';
import { type FileLine } from './table.rules';

/** Bytes decoded at once. */
const PIECE = 1 << 16;

/** Longest line that is read, in characters: a quote that is never closed must not swallow the file. */
const LONGEST_LINE = 200_000;

/**
 * The lines of a CSV: UTF-8 with or without a byte order mark, else GB 18030; commas, semicolons or tabs. A broken line
 * is given as such, and those after it are read.
 */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<FileLine> {
  const encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030';
  const broken: FileLine[] = [];
  const parser = parse({
    delimiter: delimiterOf(bytes, encoding),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_LINE,
    on_skip: (error) => {
      const { lines } = (error ?? {}) as { lines?: number };
      broken.push({ line: lines ?? 0, cells: [], unreadable: true });
      return undefined;
    },
  });
  Readable.from(decoded(bytes, encoding)).pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[];
    info: { lines: number };
  }>) {
    yield* broken.splice(0);
    yield { line: info.lines, cells: record.map(unprotect) };
  }
  yield* broken;
}

function* decoded(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

/** What parts the cells: of the usual three the one that stands most often in the first lines. */
function delimiterOf(bytes: Uint8Array, encoding: string): string {
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 4096));
  const times = (mark: string) => start.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}
