/** Bytes that tell Excel a CSV is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet would take for a formula: its first character, after any apostrophes that protect it already. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Text that no spreadsheet takes for a formula: an apostrophe before what would be one. {@link unprotect} undoes it. */
export function protect(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The text as it was before {@link protect}. */
export function unprotect(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** A line of CSV (RFC 4180), its cells protected against being run as formulas. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string): string {
  const safe = protect(cell);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
