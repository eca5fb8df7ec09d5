import fc from 'fast-check';
import { maskedPhone, readMobile, readPhone } from '../../../src/shared/phone.rules';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const mobiles = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`);
const landlines = fc
  .tuple(fc.constantFrom('010', '028', '0816', '0755'), fc.integer({ min: 2, max: 8 }), digits(7))
  .map(([area, first, rest]) => ({ area, local: `${first}${rest}` }));

/** The same digits as people write them. */
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const writings: ((number: string) => string)[] = [
  (number) => number,
  (number) => `+86${number}`,
  (number) => `+86 ${number}`,
  (number) => `0086-${number}`,
  (number) => `86${number}`,
  (number) => `(+86)${number}`,
  (number) => `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
  (number) => `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
  fullWidth,
  (number) => fullWidth(`+86 ${number}`),
];

describe('a telephone number', () => {
  it('is the same mobile number, however it is written', () => {
    fc.assert(
      fc.property(mobiles, fc.constantFrom(...writings), (number, write) => {
        expect(readPhone(write(number))).toEqual({ kind: 'MOBILE', number });
      }),
    );
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(mobiles, landlines, (mobile, { area, local }) => {
        for (const text of [mobile, `${area}-${local}`, `${area}-${local}转802`]) {
          const phone = readPhone(text);
          expect(phone).toBeDefined();
          if (phone !== undefined && !text.includes('转')) expect(readPhone(phone.number)).toEqual(phone);
        }
      }),
    );
  });

  it('may be a landline with its area code', () => {
    fc.assert(
      fc.property(landlines, ({ area, local }) => {
        const phone = { kind: 'LANDLINE', number: `${area}-${local}` };
        const abroad = `+86 ${area.slice(1)} ${local}`;
        for (const text of [`${area}${local}`, `(${area})${local}`, `${area} - ${local}`, abroad])
          expect(readPhone(text)).toEqual(phone);
      }),
    );
    expect(readPhone('0816-2345678')).toEqual({ kind: 'LANDLINE', number: '0816-2345678' });
    expect(readPhone('028-84312345转802')).toEqual({ kind: 'LANDLINE', number: '028-84312345-802' });
  });

  it.each([
    '',
    '84312345',
    '1234567890',
    '12345678901',
    '138001380001',
    '1380013800',
    '026-84312345',
    '028-12345678',
    '028-8431234567',
    '+1 415 555 2671',
    '1.38001E+10',
    '无',
    '13800138000转5',
  ])('is not %p', (text) => {
    expect(readPhone(text)).toBeUndefined();
  });

  it('is a mobile number only where one is asked for', () => {
    expect(readMobile('+86 138-0013-8000')).toBe('13800138000');
    expect(readMobile('028-84312345')).toBeUndefined();
  });

  it('is never thrown at, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const phone = readPhone(text);
        return phone === undefined || /^[\d-]+$/.test(phone.number);
      }),
    );
  });

  it('is masked so that it cannot be dialled', () => {
    expect(maskedPhone({ kind: 'MOBILE', number: '13800138000' })).toBe('138****8000');
    expect(maskedPhone({ kind: 'LANDLINE', number: '028-84312345-802' })).toBe('028-******45');
  });
});
