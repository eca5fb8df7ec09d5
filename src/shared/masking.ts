/** How a value looks when it is masked: some of its characters are stars. */
const STAR = '*';

/** A person's name as others see it: the family name, then a star a character. */
export function maskedName(name: string): string {
  const [family = '', ...rest] = name;
  return family + STAR.repeat(Math.max(1, rest.length));
}

/** An identity number with its first and last character: `5****************4`. */
export function maskedIdentityNumber(number: string): string {
  return `${number.slice(0, 1)}${STAR.repeat(Math.max(1, number.length - 2))}${number.slice(-1)}`;
}

/** A phone number with its first three and last four digits: `138****1234`; a short one with its last two. */
export function maskedPhone(phone: string): string {
  if (phone.length < 9) return `${STAR.repeat(Math.max(1, phone.length - 2))}${phone.slice(-2)}`;
  return `${phone.slice(0, 3)}${STAR.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

/** Whether a value is one that we masked, or half of one: it must never be taken for the value itself. */
export function isMasked(value: string): boolean {
  return /[*＊•●×]/u.test(value);
}
