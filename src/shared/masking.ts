/** A person's name as others see it: the family name, then a star a character. */
export function maskedName(name: string): string {
  const [family = '', ...rest] = name;
  return family + '*'.repeat(Math.max(1, rest.length));
}

/** Whether a value is one that was masked, or half of one: it must never be taken for the value itself. */
export function isMasked(value: string): boolean {
  return /[*＊•●×]/u.test(value);
}
