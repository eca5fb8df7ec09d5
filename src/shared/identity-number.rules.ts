import { toHalfWidth } from './width.rules';

/** What an identity number that is no number at all fails by, the cheapest doubt first. */
export const IDENTITY_NUMBER_PROBLEMS = ['FORMAT', 'REGION', 'DATE', 'CHECK_CHARACTER'] as const;
export type IdentityNumberProblem = (typeof IDENTITY_NUMBER_PROBLEMS)[number];

/** A number that holds, in its canonical form, with what it says of its holder. */
export interface IdentityNumber {
  readonly ok: true;
  /** 18 characters, half width, `X` in upper case. */
  readonly number: string;
  /** Birth date, YYYY-MM-DD. */
  readonly birthDate: string;
  /** Odd sequence numbers are given to men. */
  readonly sex: 'MALE' | 'FEMALE';
}

/**
 * The first two digits of the region (GB/T 2260): the provinces, and 81, 82 and 83, which residence permits
 * (港澳台居民居住证) give to people from Hong Kong, Macao and Taiwan beside 71.
 */
const PROVINCES: ReadonlySet<string> = new Set([
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37'],
  ...['41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65'],
  ...['71', '81', '82', '83'],
]);

/** Weights of the first 17 digits, and the check characters by remainder: ISO 7064, MOD 11-2. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Nobody alive was born before. */
const EARLIEST_BIRTH = '1880-01-01';

/**
 * Reads a citizen's identity number (公民身份号码, GB 11643): 18 characters, region, birth date up to `today`
 * (YYYY-MM-DD), check character. The numbers of foreigners' permanent residence cards (外国人永久居留身份证, 2023: a 9, the
 * province, the country) are built alike and taken too. Spaces are dropped, full width and a small x made canonical; the
 * old numbers of 15 digits (void since 2013) are not.
 */
export function readIdentityNumber(
  text: string,
  today: string,
): IdentityNumber | { readonly ok: false; readonly problem: IdentityNumberProblem } {
  const number = toHalfWidth(text).replace(/\s/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, problem: 'FORMAT' };
  if (!isPlausibleRegion(number)) return { ok: false, problem: 'REGION' };
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDate(birthDate) || birthDate < EARLIEST_BIRTH || birthDate > today)
    return { ok: false, problem: 'DATE' };
  if (number.at(-1) !== checkCharacter(number)) return { ok: false, problem: 'CHECK_CHARACTER' };
  return { ok: true, number, birthDate, sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE' };
}

/** The check character of a number's first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** The form that lists and messages show: the first and the last character, `5****************4`. */
export function maskedIdentityNumber(number: string): string {
  return `${number.slice(0, 1)}${'*'.repeat(Math.max(0, number.length - 2))}${number.slice(1).slice(-1)}`;
}

function isPlausibleRegion(number: string): boolean {
  // A foreigner's number has its province one place further on, after the 9.
  return PROVINCES.has(number.startsWith('9') ? number.slice(1, 3) : number.slice(0, 2));
}

function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
