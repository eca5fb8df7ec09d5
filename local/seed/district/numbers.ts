import { checkCharacter } from '../../../src/shared/identity-number.rules';
import { actingResidents, familyOf, NOBODYS, NOWHERE } from '../residents';
import { households } from '../households';

/** Birth years of a band: numbers within a band differ by the place of the person in the district. */
export const YEARS_IN_BAND = 6;

/** The first year of band 0; band 15 ends with 2025. */
const FIRST_YEAR = 1930;

/** Persons are counted below this, a power of two; what is above it is spare. */
const MOST_PERSONS = 2 ** 20;

/** Where a person moves whose number the demonstration community has given already. */
const SPARE = 1_040_000;

const DAYS = 365;
const SEQUENCES = 500;

/** A person's number, birth date and sex as they belong together. */
export interface Identity {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
}

/** The n-th person's identity number, for somebody of a band of birth years: no two persons have the same. */
export function identityOf(person: number, band: number, isWoman: boolean): Identity {
  const found = makeIdentity(person, band, isWoman);
  return given().has(found.number) ? makeIdentity(SPARE + (person % 8_000), band, isWoman) : found;
}

/** The n-th person's phone: no two have the same, and no operator gives such numbers. */
export function phoneOf(person: number): string {
  return `${NOBODYS}${String(10_000_000 + scattered(person) * 64 + (person % 64))}`;
}

/**
 * Scattered, a person is a year of the band, a day and a sequence number, one way only: so the same person has never
 * two numbers, and the same number never two persons of a band.
 */
function makeIdentity(person: number, band: number, isWoman: boolean): Identity {
  const place = scattered(person);
  const sequence = (Math.floor(place / DAYS) % SEQUENCES) * 2 + (isWoman ? 0 : 1);
  const year = FIRST_YEAR + band * YEARS_IN_BAND + Math.floor(place / (DAYS * SEQUENCES));
  // A year without a leap day: each of the 365 is a day in every year.
  const [, month = '', day = ''] = new Date(Date.UTC(2025, 0, 1 + (place % DAYS)))
    .toISOString()
    .slice(0, 10)
    .split('-');
  const digits = `${NOWHERE}${year}${month}${day}${String(sequence).padStart(3, '0')}`;
  return { number: digits + checkCharacter(digits), birthDate: `${year}-${month}-${day}` };
}

/** Multiplied by an odd number, the numbers below a power of two change places. */
function scattered(person: number): number {
  return Math.imul(person, 0x9e375) & (MOST_PERSONS - 1);
}

let known: ReadonlySet<string> | undefined;

/** The numbers that the demonstration community has already. */
function given(): ReadonlySet<string> {
  known ??= new Set([
    ...households().flatMap((_home, index) =>
      familyOf(index).map(({ identityNumber = '' }) => identityNumber),
    ),
    ...actingResidents().map(({ row: { identityNumber = '' } }) => identityNumber),
  ]);
  return known;
}
