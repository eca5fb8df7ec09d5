import fc from 'fast-check';
import { checkCharacter, isCreditCode } from '../../../src/modules/places/credit-code.rules';

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const text = (characters: readonly string[], length: number) =>
  fc
    .array(fc.constantFrom(...characters), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const code = fc
  .tuple(text(CHARACTERS, 2), text([...'0123456789'], 6), text(CHARACTERS, 9))
  .map((parts) => parts.join(''))
  .map((first17) => first17 + checkCharacter(first17));

/** The check character by the letter of GB 32100-2015: the weights as its table prints them, the sum, 31 less the rest. */
function byTheTable(first17: string): string {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, index) => {
    return total + weight * CHARACTERS.indexOf(first17.charAt(index));
  }, 0);
  const value = 31 - (sum % 31);
  return CHARACTERS[value === 31 ? 0 : value] ?? '';
}

describe('unified social credit codes (GB 32100-2015)', () => {
  it('have the check character of the worked example that is published with the algorithm', () => {
    expect(checkCharacter('91350100M000100Y4')).toBe('3');
  });

  it('have the check character that the table of weights gives', () => {
    fc.assert(fc.property(code, (whole) => byTheTable(whole.slice(0, 17)) === whole.at(-1)));
  });

  it('are taken when they are right, whatever the check character, 0 too', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(code, (whole) => {
        seen.add(whole.slice(-1));
        return isCreditCode(whole);
      }),
      { numRuns: 2_000, seed: 1 },
    );
    expect([...seen].sort()).toEqual(CHARACTERS);
  });

  it('are refused after any single character was changed, without exception', () => {
    const position = fc.nat({ max: 17 });
    fc.assert(
      fc.property(code, position, fc.constantFrom(...CHARACTERS), (whole, at, other) => {
        fc.pre(whole[at] !== other);
        return !isCreditCode(whole.slice(0, at) + other + whole.slice(at + 1));
      }),
      { numRuns: 5_000 },
    );
  });

  it('are refused after any two neighbours changed places', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 16 }), (whole, at) => {
        const [one = '', other = ''] = whole.slice(at, at + 2);
        fc.pre(one !== other);
        return !isCreditCode(whole.slice(0, at) + other + one + whole.slice(at + 2));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['', 'nothing'],
    ['91510108MA0000101', 'a character too few'],
    ['91510108MA0000101X0', 'a character too many'],
    ['91510108ma0000101x', 'small letters'],
    ['9151010AMA0000101X', 'a letter in the division code'],
    ['91510108MI0000101X', 'a letter that the standard leaves out'],
    [' 91510108MA0000101X', 'a space'],
  ])('are not %j: %s', (value) => {
    expect(isCreditCode(value)).toBe(false);
  });
});
