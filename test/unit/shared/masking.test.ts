import fc from 'fast-check';
import { maskedIdentityNumber } from '../../../src/shared/identity-number.rules';
import { isMasked, maskedName } from '../../../src/shared/masking';
import { maskedPhone } from '../../../src/shared/phone.rules';

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

describe('a masked value', () => {
  it('is known as one, whatever was masked', () => {
    const digits = fc.stringMatching(/^\d{11,18}$/);
    fc.assert(
      fc.property(digits, (number) => {
        expect(isMasked(maskedIdentityNumber(number))).toBe(true);
        expect(isMasked(maskedPhone({ kind: 'MOBILE', number }))).toBe(true);
        expect(isMasked(number)).toBe(false);
      }),
    );
  });

  it.each(['1380000****', '5＊＊＊', '138••••1234', '138××××1234'])(
    'written as %s is told apart',
    (value) => {
      expect(isMasked(value)).toBe(true);
    },
  );
});
