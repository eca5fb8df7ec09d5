import fc from 'fast-check';
import {
  checkCharacter,
  maskedIdentityNumber,
  readIdentityNumber,
} from '../../../src/shared/identity-number.rules';

const TODAY = '2026-11-24';

/** Numbers that hold, with their date and sequence number. */
const numbers = fc
  .record({
    region: fc.constantFrom('510108', '110105', '650102', '710000', '830000', '951156'),
    date: fc.date({ min: new Date('1900-01-01'), max: new Date(`${TODAY}T00:00:00Z`), noInvalidDate: true }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ region, date, sequence }) => {
    const birthDate = date.toISOString().slice(0, 10);
    const digits = `${region}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return { number: digits + checkCharacter(digits), birthDate, sequence };
  });

describe('an identity number', () => {
  it('is read with its birth date and sex, as the example of GB 11643 says', () => {
    expect(readIdentityNumber('11010519491231002X', TODAY)).toEqual({
      ok: true,
      number: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'FEMALE',
    });
    expect(readIdentityNumber('440524188001010014', TODAY)).toMatchObject({ ok: true, sex: 'MALE' });
  });

  it('holds for every number made by the rule', () => {
    fc.assert(
      fc.property(numbers, ({ number, birthDate, sequence }) => {
        const sex = sequence % 2 === 1 ? 'MALE' : 'FEMALE';
        expect(readIdentityNumber(number, TODAY)).toEqual({ ok: true, number, birthDate, sex });
      }),
    );
  });

  it('never holds with one character changed or two neighbours swapped', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.nat({ max: 17 }),
        fc.constantFrom(...'0123456789X'),
        ({ number }, at, other) => {
          const changed = number.slice(0, at) + other + number.slice(at + 1);
          fc.pre(changed !== number);
          expect(readIdentityNumber(changed, TODAY).ok).toBe(false);
        },
      ),
    );
    fc.assert(
      fc.property(numbers, fc.nat({ max: 16 }), ({ number }, at) => {
        const swapped = `${number.slice(0, at)}${number.charAt(at + 1)}${number.charAt(at)}${number.slice(at + 2)}`;
        fc.pre(swapped !== number);
        expect(readIdentityNumber(swapped, TODAY).ok).toBe(false);
      }),
    );
  });

  it('is the same number in full width, with spaces and with a small x', () => {
    const number = '11010519491231002X';
    const fullWidth = number.replace(/./g, (character) =>
      String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    );
    for (const written of [' 110105 19491231 002x ', fullWidth, `\u3000${fullWidth.toLowerCase()}`])
      expect(readIdentityNumber(written, TODAY)).toMatchObject({ ok: true, number });
  });

  it.each([
    ['110105491231002', 'FORMAT'],
    ['1.10105194912310E+17', 'FORMAT'],
    ['', 'FORMAT'],
    ['X1010519491231002X', 'FORMAT'],
    ['110105194912310021X', 'FORMAT'],
    ['000105194912310020', 'REGION'],
    ['910000194912310020', 'REGION'],
    ['110105194902300029', 'DATE'],
    ['110105194900310020', 'DATE'],
    ['110105187912310020', 'DATE'],
    ['110105202611250020', 'DATE'],
    ['110105194912310020', 'CHECK_CHARACTER'],
  ])('says of %p what is wrong: %s', (text, problem) => {
    expect(readIdentityNumber(text, TODAY)).toEqual({ ok: false, problem });
  });

  it('may be of today and not of tomorrow', () => {
    const digits = '51010820261124001';
    const born = digits + checkCharacter(digits);
    expect(readIdentityNumber(born, '2026-11-24').ok).toBe(true);
    expect(readIdentityNumber(born, '2026-11-23')).toEqual({ ok: false, problem: 'DATE' });
  });

  it('knows a leap day from one that never was', () => {
    const leap = (year: string) => {
      const digits = `510108${year}0229001`;
      return readIdentityNumber(digits + checkCharacter(digits), TODAY).ok;
    };
    expect([leap('2000'), leap('2024'), leap('1900'), leap('2023')]).toEqual([true, true, false, false]);
  });

  it('is never thrown at, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !readIdentityNumber(text, TODAY).ok));
  });

  it('is masked to its first and last character, which is never taken for a number', () => {
    expect(maskedIdentityNumber('11010519491231002X')).toBe('1****************X');
    fc.assert(
      fc.property(numbers, ({ number }) => {
        const masked = maskedIdentityNumber(number);
        expect(masked).toMatch(/^\d\*{16}[\dX]$/);
        expect(readIdentityNumber(masked, TODAY)).toEqual({ ok: false, problem: 'FORMAT' });
      }),
    );
    expect(['', '1', '12', '123'].map(maskedIdentityNumber)).toEqual(['', '1', '12', '1*3']);
  });
});
