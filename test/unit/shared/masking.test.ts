import fc from 'fast-check';
import { isMasked, maskedIdentityNumber, maskedName, maskedPhone } from '../../../src/shared/masking';

describe('a resident’s name', () => {
  it.each([
    ['彭晓丽', '彭**'],
    ['曾伟', '曾*'],
    ['欧', '欧*'],
    ['𠮷野', '𠮷*'],
  ])('%s is shown as %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});

describe('a number', () => {
  it.each([
    [maskedIdentityNumber('510108199003072316'), '5****************6'],
    [maskedPhone('13812341234'), '138****1234'],
    [maskedPhone('84331234'), '******34'],
  ])('is shown as %s', (shown, masked) => {
    expect(shown).toBe(masked);
  });

  it('never shows more than its two ends, and what is shown is known to be masked', () => {
    const digits = fc.stringMatching(/^\d{8,18}$/);
    fc.assert(
      fc.property(digits, (number) => {
        expect(maskedIdentityNumber(number).replace(/\*/g, '')).toHaveLength(2);
        expect(maskedPhone(number).replace(/\*/g, '').length).toBeLessThanOrEqual(7);
        for (const shown of [maskedIdentityNumber(number), maskedPhone(number)])
          expect(isMasked(shown)).toBe(true);
        expect(isMasked(number)).toBe(false);
      }),
    );
  });

  it.each(['1380000****', '５＊＊＊', '138••••1234', '138××××1234'])(
    'masked as %s is told apart',
    (value) => {
      expect(isMasked(value)).toBe(true);
    },
  );
});
