/**
 * Characters of a unified social credit code in the order of their values, 0 to 30 (GB 32100-2015): digits and capital
 * letters without I, O, S, V and Z.
 */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = CHARACTERS.length;

/**
 * The form of a code (GB 32100-2015): registering authority and kind of organisation (1 character each), division code
 * (6 digits), the organisation's own code (9 characters), check character.
 */
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Whether this is a unified social credit code (统一社会信用代码): its form and its check character are right. */
export function isCreditCode(code: string): boolean {
  return FORM.test(code) && checkCharacter(code.slice(0, -1)) === code.at(-1);
}

/**
 * The check character of the first 17 characters (GB 32100-2015): 31 less the sum of the characters' values, each
 * weighted by 3 to the power of its position from 0, modulo 31; 0 where that gives 31. As 31 is a prime and no weight
 * is a multiple of it, every single wrong character and every two neighbours that changed places are found.
 */
export function checkCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % MODULUS;
  }
  return CHARACTERS.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}
