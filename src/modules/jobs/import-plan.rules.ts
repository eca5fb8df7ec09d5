import { isWithin } from '../../shared/area-code';
import { NOTES } from './finding.messages';
import { type Tally } from './job.rules';
import { type RowOutcome } from './row-store';
import { type AnyTable, type FileLine, type Finding, findingOf, type Header, readRow } from './table.rules';

/** A row that could be read, with its line. */
export interface ReadLine {
  readonly line: number;
  readonly row: Record<string, unknown>;
}

/** A chunk as far as it can be judged by itself. */
export interface CheckedChunk {
  readonly read: readonly ReadLine[];
  readonly findings: readonly Finding[];
  /** Lines refused. */
  readonly bad: number;
}

/** Checks lines by the rules of their table, the area of the import, and what stood on earlier lines of the file. */
export class LineCheck {
  readonly #firsts = new Map<string, number>();

  constructor(
    private readonly table: AnyTable,
    private readonly header: Header,
    private readonly area: string,
    private readonly today: string,
  ) {}

  /** Checks the lines that follow those checked before. */
  check(lines: readonly FileLine[]): CheckedChunk {
    const checked = lines.map((line) => this.#checkLine(line));
    return {
      read: checked.flatMap(({ read }) => read ?? []),
      findings: checked.flatMap(({ findings }) => findings),
      bad: checked.filter(({ read }) => read === undefined).length,
    };
  }

  #checkLine(fileLine: FileLine): { read?: ReadLine; findings: readonly Finding[] } {
    const { line } = fileLine;
    if (fileLine.unreadable === true) return { findings: [{ line, code: 'LINE_UNREADABLE' }] };
    const { row, findings } = readRow(this.table, this.header, fileLine, this.today);
    if (row === undefined) return { findings };
    if (!isWithin(this.table.areaOf(row), this.area))
      return { findings: [...findings, { line, code: 'AREA_NOT_YOURS', value: this.table.areaOf(row) }] };
    const key = this.table.keyOf(row);
    const first = this.#firsts.get(key);
    if (first !== undefined)
      return { findings: [...findings, { line, code: 'DUPLICATE_LINE', values: { first } }] };
    this.#firsts.set(key, line);
    return { read: { line, row }, findings };
  }
}

/** What a chunk comes to, with what its rows are beside what stands. */
export interface ChunkPlan {
  readonly tally: Tally;
  readonly findings: readonly Finding[];
  /** Rows to be written. */
  readonly toWrite: readonly Record<string, unknown>[];
}

/** The plan of a chunk: its counts, its findings in the order of the lines, and what is to be written. */
export function planChunk(
  table: AnyTable,
  checked: CheckedChunk,
  outcomes: readonly RowOutcome[],
): ChunkPlan {
  const judged = checked.read.map((read, index) => ({ ...read, outcome: outcomes[index] ?? 'UNCHANGED' }));
  const refused = judged.flatMap(({ outcome, ...read }): Finding[] =>
    typeof outcome === 'object' ? [findingOf(table, read, outcome)] : [],
  );
  const toWrite = judged.filter(({ outcome }) => outcome === 'NEW' || outcome === 'CHANGED');
  const tally: Tally = {
    rows: checked.bad + checked.read.length,
    good: toWrite.length,
    bad: checked.bad + refused.length,
    unchanged: judged.filter(({ outcome }) => outcome === 'UNCHANGED').length,
  };
  const findings = [...checked.findings, ...refused].sort((a, b) => a.line - b.line);
  return { tally, findings, toWrite: toWrite.map(({ row }) => row) };
}

/** Whether a finding only tells, and its line was taken all the same. */
export function isNote({ code }: Finding): boolean {
  return NOTES.has(code);
}
