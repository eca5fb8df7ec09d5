import { toHalfWidth } from './width.rules';

/** A telephone number of the mainland in its one canonical form. */
export interface Phone {
  readonly kind: 'MOBILE' | 'LANDLINE';
  /** Mobile: 11 digits. Landline: area code, hyphen, number, and `-` with the extension where there is one. */
  readonly number: string;
}

/** Area codes (长途区号): Beijing and the nine two-digit regions 021–029, else three digits after the nought. */
const LANDLINE = /^(010|02[0-57-9]|0[3-9]\d{2})([2-8]\d{6,7})$/;
const MOBILE = /^1[3-9]\d{9}$/;
/** An extension (分机): up to six digits after 转, ext or x. */
const EXTENSION = /^(.*?)(?:转|转接|分机|EXT\.?|X|#)(\d{1,6})$/;

/**
 * Reads a mainland telephone number as people write it: with +86, 0086 or 86, spaces, dots, hyphens, brackets, full
 * width. Undefined when it is none. A number of eight digits without its area code is none: nobody knows where it rings.
 */
export function readPhone(text: string): Phone | undefined {
  const written = toHalfWidth(text)
    .toUpperCase()
    .replace(/[\s.()\u2010-\u2015-]/g, '');
  const [, number = written, extension] = EXTENSION.exec(written) ?? [];
  const national = withoutCountry(number);
  if (MOBILE.test(national))
    return extension === undefined ? { kind: 'MOBILE', number: national } : undefined;
  const [, area, local] = LANDLINE.exec(national) ?? [];
  if (area === undefined || local === undefined) return undefined;
  return {
    kind: 'LANDLINE',
    number: [area, local, extension].filter((part) => part !== undefined).join('-'),
  };
}

/** The 11 digits of a mobile number as people write it; undefined for anything else. */
export function readMobile(text: string): string | undefined {
  const phone = readPhone(text);
  return phone?.kind === 'MOBILE' ? phone.number : undefined;
}

/** The form that lists and messages show: `138****5678`; of a landline the area code and the last two digits. */
export function maskedPhone({ kind, number }: Phone): string {
  if (kind === 'MOBILE') return `${number.slice(0, 3)}****${number.slice(-4)}`;
  const [area = '', local = ''] = number.split('-');
  return `${area}-${'*'.repeat(local.length - 2)}${local.slice(-2)}`;
}

/** Without +86, 0086 or 86; abroad a landline is written without its nought, which comes back. */
function withoutCountry(digits: string): string {
  const [, rest] = /^(?:\+|00)86(.+)$/.exec(digits) ?? /^86(1\d{10})$/.exec(digits) ?? [];
  if (rest === undefined) return digits;
  return /^0|^1[3-9]/.test(rest) ? rest : `0${rest}`;
}
