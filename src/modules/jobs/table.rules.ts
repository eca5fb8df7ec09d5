import { type MessageValues } from '../../shared/messages';
import { type Text } from '../../shared/messages/text';
import { type FindingCode } from './finding.messages';
import { type JobKind } from './job.rules';

/** A cell as the file has it: text, or a number where the file itself says that it is one; undefined when empty. */
export type Cell = string | number | undefined;

/** A line of a file; `unreadable` when it is broken. */
export interface FileLine {
  /** Number of the line, as a spreadsheet shows it, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly unreadable?: true;
}

/** What is wrong with a cell or a row, without saying where. */
export interface Problem {
  readonly code: FindingCode;
  readonly values?: MessageValues;
  /** Name of the column it is about, where only the row as a whole could tell. */
  readonly field?: string | undefined;
}

/** What came of reading a cell: a value, perhaps with a note, or a problem. */
export type Reading<Value> =
  { readonly value: Value; readonly note?: FindingCode } | { readonly problem: Problem };

/** Checks a cell that is not empty and brings it into its one canonical form; `today` is a business date. */
export type CellReader<Value> = (cell: string | number, today: string) => Reading<Value>;

/** A column: what it is called in both languages, how it is read and written. */
export interface Column {
  readonly zh: string;
  /** Other headings under which district offices know it. */
  readonly aliases?: readonly string[];
  readonly about: Text;
  readonly required: boolean;
  /** Whether the value is a resident's own: it is masked wherever it is repeated. */
  readonly personal?: true;
  /** A synthetic value, for the template. */
  readonly example: string;
  readonly read: CellReader<unknown>;
  /** The value as text, where it is not plain text already. */
  readonly write?: (value: never) => string;
}

/** A row as far as its cells could be read. */
export type RowOf<Columns> = {
  readonly [Name in keyof Columns]: Columns[Name] extends { required: true; read: CellReader<infer Value> }
    ? Value
    : Columns[Name] extends { read: CellReader<infer Value> }
      ? Value | undefined
      : never;
};

/** What a kind of row looks like in a file. */
export interface TableDefinition<Row extends object> {
  readonly kind: JobKind;
  readonly name: Text;
  readonly columns: Readonly<Record<keyof Row & string, Column>>;
  /** By which a row is known: two lines with one key are one row. */
  readonly keyOf: (row: Row) => string;
  /** The area a row lies in, for who may bring it in. */
  readonly areaOf: (row: Row) => string;
  /** Columns by which lines that follow each other belong together: a chunk is not cut between them. */
  readonly together?: readonly (keyof Row & string)[];
  /** What only several cells together tell, with the column to name. */
  readonly check?: (row: Row) => readonly (Problem & { readonly column: keyof Row & string })[];
}

/** A table of any rows. */
export type AnyTable = TableDefinition<Record<string, unknown>>;

/** Something to be said of a line. */
export interface Finding extends Problem {
  readonly line: number;
  /** Chinese name of the column. */
  readonly column?: string | undefined;
  /** The cell as it stood, masked where it is a resident's. */
  readonly value?: string | undefined;
}

/** Which column of the file is which of the table. */
export interface Header {
  readonly line: number;
  /** Place of each known column in a line. */
  readonly places: ReadonlyMap<string, number>;
  readonly notes: readonly Finding[];
  /** Required columns that are not there, by their Chinese names. */
  readonly missing: readonly string[];
}

/** Lines at the top among which the header is looked for: offices put merged titles above it. */
const HEADER_WITHIN = 10;

/** Finds the header: of the first lines the one with most known columns. */
export function findHeader(table: AnyTable, top: readonly FileLine[]): Header {
  const headers = top.slice(0, HEADER_WITHIN).map((line) => headerFrom(table, line));
  const best = headers.reduce<Header | undefined>(
    (found, header) => (found === undefined || header.places.size > found.places.size ? header : found),
    undefined,
  );
  return best ?? headerFrom(table, { line: 1, cells: [] });
}

function headerFrom(table: AnyTable, { line, cells }: FileLine): Header {
  const names = namesOf(table);
  const places = new Map<string, number>();
  const notes: Finding[] = [];
  cells.forEach((cell, place) => {
    const heading = String(cell ?? '').trim();
    const name = names.get(plain(heading));
    if (name !== undefined && !places.has(name)) places.set(name, place);
    else if (heading !== '') {
      const code = name === undefined ? 'COLUMN_UNKNOWN' : 'COLUMN_TWICE';
      notes.push({ line, code, values: { column: heading.slice(0, 40) } });
    }
  });
  const missing = Object.entries(table.columns)
    .filter(([name, { required }]) => required && !places.has(name))
    .map(([, { zh }]) => zh);
  return { line, places, notes, missing };
}

function namesOf({ columns }: AnyTable): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([name, { zh, aliases = [] }]) =>
      [name, zh, ...aliases].map((heading): [string, string] => [plain(heading), name]),
    ),
  );
}

/** A heading without what people put around it: spaces, a star for "required", units and remarks in brackets. */
function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[(（].*?[)）]/g, '')
    .replace(/[\s*＊:：_-]/g, '');
}

/** Reads a line: the row, unless something is wrong with it, and what is to be said of it. */
export function readRow(
  table: AnyTable,
  { places }: Header,
  { line, cells }: FileLine,
  today: string,
): { readonly row?: Record<string, unknown>; readonly findings: readonly Finding[] } {
  const row: Record<string, unknown> = {};
  const findings: Finding[] = [];
  let whole = true;
  for (const [name, column] of Object.entries(table.columns)) {
    const place = places.get(name);
    const cell = place === undefined ? undefined : cells[place];
    const reading = readCell(column, cell, today);
    if ('problem' in reading) {
      whole = false;
      findings.push({ line, column: column.zh, value: shown(column, cell), ...reading.problem });
    } else {
      row[name] = reading.value;
      if (reading.note !== undefined)
        findings.push({ line, column: column.zh, value: shown(column, cell), code: reading.note });
    }
  }
  if (!whole) return { findings };
  const problems = table.check?.(row) ?? [];
  for (const { column, ...problem } of problems)
    findings.push({ line, column: table.columns[column]?.zh, ...problem });
  return problems.length === 0 ? { row, findings } : { findings };
}

function readCell(column: Column, cell: Cell, today: string): Reading<unknown> {
  const text = typeof cell === 'string' ? cell.trim() : cell;
  if (text !== undefined && text !== '') return column.read(text, today);
  return column.required ? { problem: { code: 'REQUIRED' } } : { value: undefined };
}

/** A problem of a row that could be read, with its column and what stood there. */
export function findingOf(
  table: AnyTable,
  { line, row }: { readonly line: number; readonly row: Readonly<Record<string, unknown>> },
  { field, ...problem }: Problem,
): Finding {
  const column = field === undefined ? undefined : table.columns[field];
  if (field === undefined || column === undefined) return { line, ...problem };
  const value = row[field];
  const cell = typeof value === 'string' || typeof value === 'number' ? value : undefined;
  return { line, column: column.zh, value: shown(column, cell), ...problem };
}

/** Most characters of a cell that a report repeats. */
const SHOWN = 40;

/** A cell as a report repeats it: of what is a resident's, the first character and stars. */
export function shown({ personal }: Pick<Column, 'personal'>, cell: Cell): string | undefined {
  const text = String(cell ?? '').trim();
  if (text === '') return undefined;
  return personal === true ? `${[...text][0] ?? ''}***` : text.slice(0, SHOWN);
}

/** A row as the texts of its cells, in the order of the columns. */
export function writeRow({ columns }: AnyTable, row: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(columns).map(([name, column]) => {
    const value = row[name];
    if (value === undefined || value === null) return '';
    const write = column.write as ((written: unknown) => string) | undefined;
    return write === undefined ? `${value as string | number}` : write(value);
  });
}
