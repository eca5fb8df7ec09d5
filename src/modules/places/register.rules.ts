import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';

/** Most characters of a name, of an address, of a note. */
const MOST_NAME = 50;
const MOST_ADDRESS = 200;
const MOST_NOTE = 500;

/** A work phone: a mobile or landline number, with area code and extension where it has them. */
const WORK_PHONE = /^\+?\d[\d-]{4,19}$/;

/** Names of the stamp, which is kept beside the content. */
const STAMP: readonly string[] = ['version', 'changedAt', 'changedBy', 'mark', 'requests', 'author'];

/** The content of an entry without its stamp and the fields that are kept elsewhere. */
export function contentOf(entry: object, elsewhere: readonly string[]): Record<string, unknown> {
  const fields = Object.entries(entry) as [string, unknown][];
  return Object.fromEntries(fields.filter(([name]) => ![...STAMP, ...elsewhere].includes(name)));
}

/** Throws unless the id is a UUID version 7 in lower case. */
export function assertId(id: string): void {
  if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
}

/** A name without the spaces around it. @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG */
export function nameOf(name: string, path: readonly string[] = ['name']): string {
  if (name.trim() === '') throw new Refusal('TEXT_REQUIRED', {}, path);
  return shortened(name, MOST_NAME, path);
}

/** An address, or undefined when there is none. @throws Refusal TEXT_TOO_LONG */
export function addressOf(address: string | null | undefined): string | undefined {
  return shortened(address ?? '', MOST_ADDRESS, ['address']) || undefined;
}

/** A note, or undefined when there is none. @throws Refusal TEXT_TOO_LONG */
export function noteOf(note: string | null | undefined, path: readonly string[]): string | undefined {
  return shortened(note ?? '', MOST_NOTE, path) || undefined;
}

/** A work phone, or undefined when there is none. @throws Refusal WORK_PHONE_INVALID */
export function workPhoneOf(phone: string | null | undefined, path: readonly string[]): string | undefined {
  if (phone == null) return undefined;
  if (!WORK_PHONE.test(phone)) throw new Refusal('WORK_PHONE_INVALID', {}, path);
  return phone;
}

/** A whole number from `least` to `most`, or undefined when it is not known. @throws Refusal NUMBER_OUT_OF_RANGE */
export function numberBetween(
  value: number | null | undefined,
  [least, most]: readonly [number, number],
  path: readonly string[],
): number | undefined {
  if (value == null) return undefined;
  if (value < least || value > most) throw new Refusal('NUMBER_OUT_OF_RANGE', { least, most }, path);
  return value;
}

function shortened(text: string, max: number, path: readonly string[]): string {
  if (text.length > max) throw new Refusal('TEXT_TOO_LONG', { max }, path);
  return text.trim();
}
