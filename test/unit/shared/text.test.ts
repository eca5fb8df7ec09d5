import fc from 'fast-check';
import { beginningOf, saysHalfCharacters } from '../../../src/shared/text';

const text = fc.string({ unit: 'binary', maxLength: 80 });

describe('the beginning of a text', () => {
  it('is whole characters, as many as there is room for, and what is behind it is whole as well', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 40 }), (whole, most) => {
        const beginning = beginningOf(whole, most);
        expect(whole.startsWith(beginning)).toBe(true);
        expect(beginning.isWellFormed()).toBe(true);
        expect(whole.slice(beginning.length).isWellFormed()).toBe(true);
        expect(Math.min(most, whole.length) - beginning.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('half a character', () => {
  it('is found wherever a value says it, and in nothing else', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), text, (value, before) => {
        expect(saysHalfCharacters({ value, before })).toBe(false);
        expect(saysHalfCharacters({ value, text: `${before}\ud83d` })).toBe(true);
        expect(saysHalfCharacters({ [`\udc00${before}`]: value })).toBe(true);
      }),
    );
  });

  it('is not what somebody has typed as letters', () => {
    expect(saysHalfCharacters(String.raw`C:\ud83d 和 \\udc00`)).toBe(false);
  });
});
