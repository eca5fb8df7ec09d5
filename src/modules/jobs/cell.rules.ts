import { type AreaLevel, levelOf } from '../../shared/area-code';
import { readIdentityNumber } from '../../shared/identity-number.rules';
import { readPhone } from '../../shared/phone.rules';
import { toHalfWidth } from '../../shared/width.rules';
import { type CellReader, type Problem, type Reading } from './table.rules';

/** Digits a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

const DAMAGED: Reading<never> = { problem: { code: 'NUMBER_DAMAGED' } };

/** Free text, without control characters, at most `max` characters. */
export function text(max: number): CellReader<string> {
  return (cell) => {
    const written = String(cell).replace(/\s+/g, ' ').trim();
    if (/\p{C}/u.test(written)) return { problem: { code: 'TEXT_INVALID' } };
    if ([...written].length > max) return { problem: { code: 'TEXT_TOO_LONG', values: { max } } };
    return { value: written };
  };
}

/** A door within a courtyard (building-unit-room): half width, without `#`, which parts the keys. */
export const door: CellReader<string> = (cell, today) => {
  const written = toHalfWidth(String(cell)).replace(/\s/g, '');
  // 1-1-2 becomes the first of February in a spreadsheet that means well.
  if (/^\d{4}[/-]\d{1,2}[/-]\d{1,2}$/.test(written)) return { problem: { code: 'TURNED_INTO_DATE' } };
  if (written.includes('#')) return { problem: { code: 'TEXT_INVALID' } };
  return text(40)(written, today);
};

/** A code of an area of one of these levels. A spreadsheet's number is taken as far as it kept its digits. */
export function areaCode(...levels: readonly AreaLevel[]): CellReader<string> {
  const digits = { DISTRICT: 6, STREET: 9, COMMUNITY: 12, GRID: 15, COURTYARD: 18 };
  const wanted = levels.map((level) => digits[level]).join('/');
  return (cell) => {
    if (isDamaged(cell)) return DAMAGED;
    const code = toHalfWidth(String(cell)).replace(/\s/g, '');
    const level = levelOf(code);
    return level !== undefined && levels.includes(level)
      ? { value: code }
      : { problem: { code: 'AREA_CODE_INVALID', values: { digits: wanted } } };
  };
}

/** A whole number. */
export function whole(min: number, max: number): CellReader<number> {
  return (cell) => {
    const value = Number(toHalfWidth(String(cell)));
    return Number.isInteger(value) && value >= min && value <= max
      ? { value }
      : { problem: { code: 'NUMBER_INVALID', values: { min, max } } };
  };
}

/** One of a few values, by its name or by any of the words for it. */
export function choice<const Value extends string>(words: Readonly<Record<Value, readonly string[]>>) {
  const known = new Map<string, Value>(
    (Object.entries(words) as [Value, readonly string[]][]).flatMap(([value, names]) =>
      [value, ...names].map((name): [string, Value] => [name.toLowerCase(), value]),
    ),
  );
  const choices = Object.values<readonly string[]>(words)
    .map(([first = '']) => first)
    .join('、');
  const read: CellReader<Value> = (cell) => {
    const value = known.get(String(cell).replace(/\s/g, '').toLowerCase());
    return value === undefined ? { problem: { code: 'VALUE_UNKNOWN', values: { choices } } } : { value };
  };
  return { read, write: (value: Value): string => words[value][0] ?? value };
}

/** A date as people and spreadsheets write it (2026-05-12, 2026/5/12, 2026年5月12日, 20260512, a serial number). */
export const date: CellReader<string> = (cell) => {
  const value = dateIn(toHalfWidth(String(cell)).trim());
  return value === undefined ? { problem: { code: 'DATE_INVALID' } } : { value };
};

function dateIn(written: string): string | undefined {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0{1,2}:00(?::00)?)?$/.exec(written) ??
    /^((?:18|19|20)\d\d)(\d\d)(\d\d)$/.exec(written);
  if (parts !== null) return dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  // Days since 1899-12-30; spreadsheets count the 29th of February 1900, which never was.
  if (!/^\d{1,5}(\.0+)?$/.test(written)) return undefined;
  const serial = Number(written);
  return serial < 1 ? undefined : dateOf(1899, 12, (serial > 60 ? 30 : 31) + serial);
}

/** The day, if it is one: the 30th of February is not. A serial number's days run on beyond the month. */
function dateOf(year: number, month: number, day: number): string | undefined {
  const found = new Date(Date.UTC(year, month - 1, day));
  const isThatDay = day > 31 || (found.getUTCMonth() === month - 1 && found.getUTCDate() === day);
  return isThatDay ? found.toISOString().slice(0, 10) : undefined;
}

/** An identity number (GB 11643). */
export const identityNumber: CellReader<string> = (cell, today) => {
  if (isDamaged(cell)) return DAMAGED;
  const found = readIdentityNumber(String(cell), today);
  if (found.ok) return { value: found.number };
  // What a spreadsheet has rounded ends in noughts, and so fails the check.
  const rounded = found.problem === 'CHECK_CHARACTER' && /^\d{15}000$/.test(String(cell).trim());
  return rounded ? DAMAGED : { problem: { code: `IDENTITY_NUMBER_${found.problem}` } };
};

/** A telephone number of the mainland; a landline that lost its nought gets it back. */
export const phone: CellReader<string> = (cell) => {
  if (isDamaged(cell)) return DAMAGED;
  const found = readPhone(String(cell));
  if (found !== undefined) return { value: found.number };
  const restored = readPhone(`0${String(cell).trim()}`);
  return restored === undefined
    ? { problem: { code: 'PHONE_INVALID' } }
    : { value: restored.number, note: 'LEADING_ZERO_RESTORED' };
};

/** Whether a spreadsheet has made a long number of it: a number beyond its digits, or written 5.10108E+17. */
function isDamaged(cell: string | number): boolean {
  if (typeof cell === 'number') return Math.abs(cell) >= 10 ** KEPT_DIGITS;
  return /^\d(\.\d+)?E\+\d+$/i.test(cell.trim());
}

const BOUNDARY_DEGREES = 0.5;
const NO_BOUNDARY: { readonly problem: Problem } = {
  problem: { code: 'BOUNDARY_INVALID', values: { degrees: BOUNDARY_DEGREES } },
};

/** A polygon, as GeoJSON has it. */
interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: number[][][];
}

/** A boundary: a polygon in WGS 84, as WKT or as GeoJSON, rounded to 6 decimals (0.1 m). */
export const boundary: CellReader<Polygon> = (cell) => {
  const rings = ringsIn(String(cell).trim());
  if (rings === undefined || rings.length === 0 || !rings.every(isRing)) return NO_BOUNDARY;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  const coordinates = rings.map((ring) => ring.map((point) => point.slice(0, 2).map(round)));
  return { value: { type: 'Polygon', coordinates } };
};

/** A boundary as WKT. */
export function toWkt({ coordinates }: Polygon): string {
  const rings = coordinates.map((ring) => `(${ring.map((point) => point.join(' ')).join(', ')})`);
  return `POLYGON (${rings.join(', ')})`;
}

function ringsIn(written: string): number[][][] | undefined {
  const [, body] = /^POLYGON\s*(?:Z\s*)?(\(\s*\([-\d\s.,()eE+]*\)\s*\))$/i.exec(written) ?? [];
  // WKT becomes JSON: 1 2, 3 4 → [1,2],[3,4].
  const json = body
    ?.replace(/[-\d.eE+]+(?:\s+[-\d.eE+]+)+/g, (point) => `[${point.trim().split(/\s+/).join(',')}]`)
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    const found: unknown = JSON.parse(json ?? written);
    if (json !== undefined) return found as number[][][];
    const { type, coordinates } = found as Partial<Polygon>;
    return type === 'Polygon' && Array.isArray(coordinates) ? coordinates : undefined;
  } catch {
    return undefined;
  }
}

function isRing(ring: unknown): ring is number[][] {
  if (!Array.isArray(ring) || ring.length < 4 || ring.length > 2_000) return false;
  if (!ring.every(isPlace)) return false;
  const [first, last] = [ring[0], ring.at(-1)];
  const span = (axis: 0 | 1) => {
    const along = ring.map((point) => point[axis] ?? 0);
    return Math.max(...along) - Math.min(...along);
  };
  return (
    first?.[0] === last?.[0] && first?.[1] === last?.[1] && Math.max(span(0), span(1)) <= BOUNDARY_DEGREES
  );
}

function isPlace(point: unknown): point is number[] {
  if (!Array.isArray(point) || point.length < 2) return false;
  const [longitude, latitude] = point as unknown[];
  return (
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  );
}
