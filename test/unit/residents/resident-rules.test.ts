import { Refusal } from '../../../src/shared/errors';
import { checkedPerson, type PersonDraft } from '../../../src/modules/residents/resident.rules';
import { checkCharacter } from '../../../src/shared/identity-number.rules';

const TODAY = '2026-05-12';
const digits = '51019919900307231';
const NUMBER = digits + checkCharacter(digits);

function refusal(draft: Partial<PersonDraft>): string {
  try {
    checkedPerson({ name: '彭晓丽', kind: 'REGISTERED', ...draft }, TODAY);
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.path.join('.')}`;
    throw error;
  }
  return 'none';
}

describe('a person as told', () => {
  it('is completed from the identity number, and kept with masked numbers only', () => {
    const { person, numbers } = checkedPerson(
      { name: ' 彭 晓丽 ', kind: 'FLOATING', identityNumber: NUMBER, phone: '+86 138-1234-1234' },
      TODAY,
    );
    expect(person).toEqual({
      ...{ name: '彭 晓丽', kind: 'FLOATING', sex: 'MALE', birthDate: '1990-03-07' },
      ...{ maskedIdentityNumber: `5****************${NUMBER.at(-1) ?? ''}`, maskedPhone: '138****1234' },
    });
    expect(numbers).toEqual({ identityNumber: NUMBER, phone: '13812341234' });
  });

  it('without numbers is taken as told', () => {
    const { person, numbers } = checkedPerson({ name: '新生', kind: 'REGISTERED', birthDate: TODAY }, TODAY);
    expect(person).toMatchObject({ sex: 'UNKNOWN', birthDate: TODAY });
    expect(numbers).toEqual({});
  });

  it.each<[string, Partial<PersonDraft>]>([
    ['MASKED_VALUE identityNumber', { identityNumber: '5****************4' }],
    ['MASKED_VALUE phone', { phone: '138****1234' }],
    ['MASKED_VALUE name', { name: '彭**' }],
    [
      'IDENTITY_NUMBER_INVALID identityNumber',
      { identityNumber: `${digits}${NUMBER.endsWith('1') ? '2' : '1'}` },
    ],
    ['PHONE_INVALID phone', { phone: '12345' }],
    ['NAME_INVALID name', { name: '  ' }],
    ['NAME_INVALID name', { name: '<b>彭</b>' }],
    ['BIRTH_DATE_INVALID birthDate', { birthDate: '2026-05-13' }],
    ['DIFFERS_FROM_IDENTITY_NUMBER birthDate', { identityNumber: NUMBER, birthDate: '1991-03-07' }],
    ['DIFFERS_FROM_IDENTITY_NUMBER sex', { identityNumber: NUMBER, sex: 'FEMALE' }],
  ])('is refused with %s', (code, draft) => {
    expect(refusal(draft)).toBe(code);
  });

  it('whose sex is not stated is taken with an identity number that states it', () => {
    expect(refusal({ identityNumber: NUMBER, sex: 'NOT_STATED' })).toBe('none');
  });
});
