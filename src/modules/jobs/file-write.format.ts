import { BYTE_ORDER_MARK, csvLine } from './csv.rules';
import { type ExportFormat } from './job.rules';
import { type AnyTable, writeRow } from './table.rules';
import { writeXlsx } from './xlsx-write.format';

type Row = Readonly<Record<string, unknown>>;
type Pieces = AsyncIterable<string | Uint8Array>;

/** Writes rows in a format, piece by piece, in little memory. */
export function writeFile(format: ExportFormat, table: AnyTable, rows: AsyncIterable<Row>): Pieces {
  return WRITERS[format](table, rows);
}

const WRITERS: Readonly<Record<ExportFormat, (table: AnyTable, rows: AsyncIterable<Row>) => Pieces>> = {
  async *CSV(table, rows) {
    yield BYTE_ORDER_MARK;
    for await (const cells of cellsOf(table, rows)) yield csvLine(cells);
  },
  XLSX: (table, rows) => writeXlsx(cellsOf(table, rows)),
  async *JSONL(_table, rows) {
    for await (const row of rows) yield `${JSON.stringify(row)}\n`;
  },
  async *GEOJSON(_table, rows) {
    yield '{"type":"FeatureCollection","features":[';
    let separator = '\n';
    for await (const { boundary, ...properties } of rows) {
      yield separator + JSON.stringify({ type: 'Feature', properties, geometry: boundary ?? null });
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};

async function* cellsOf(table: AnyTable, rows: AsyncIterable<Row>): AsyncGenerator<readonly string[]> {
  yield Object.values(table.columns).map(({ zh }) => zh);
  for await (const row of rows) yield writeRow(table, row);
}
