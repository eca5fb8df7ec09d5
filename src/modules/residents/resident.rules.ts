import { Refusal } from '../../shared/errors';
import {
  type IdentityNumber,
  maskedIdentityNumber,
  readIdentityNumber,
} from '../../shared/identity-number.rules';
import { isMasked } from '../../shared/masking';
import { maskedPhone, readPhone } from '../../shared/phone.rules';

/** Sex, in the classes of GB/T 2261.1. */
export const SEXES = ['MALE', 'FEMALE', 'UNKNOWN', 'NOT_STATED'] as const;
export type Sex = (typeof SEXES)[number];

/** Why somebody belongs to the population of a place. */
export const RESIDENT_KINDS = ['REGISTERED', 'FLOATING', 'OVERSEAS', 'OWNER_ABSENT'] as const;
export type ResidentKind = (typeof RESIDENT_KINDS)[number];

/** Whether somebody lives here, and if not, why. */
export const RESIDENT_STATES = ['LIVING_HERE', 'MOVED_OUT', 'DECEASED', 'MERGED', 'ERASED'] as const;
export type ResidentState = (typeof RESIDENT_STATES)[number];

/** Most characters of a person's name; minority names are long. */
const MOST_NAME = 50;

/** The two values that are sealed. */
export interface Numbers {
  readonly identityNumber?: string | undefined;
  readonly phone?: string | undefined;
}

/** Who somebody is, as it is stored in the open: the numbers masked. */
export interface Person {
  readonly name: string;
  readonly sex: Sex;
  /** YYYY-MM-DD. */
  readonly birthDate?: string | undefined;
  readonly kind: ResidentKind;
  readonly maskedIdentityNumber?: string | undefined;
  readonly maskedPhone?: string | undefined;
}

/** Who somebody is, as people tell it. */
export interface PersonDraft extends Numbers {
  readonly name: string;
  readonly sex?: Sex | undefined;
  readonly birthDate?: string | undefined;
  readonly kind: ResidentKind;
}

/**
 * A person as told, checked and in canonical form; sex and birth date come from the identity number where there is one.
 * @throws Refusal MASKED_VALUE, NAME_INVALID, IDENTITY_NUMBER_INVALID, PHONE_INVALID, BIRTH_DATE_INVALID,
 *   DIFFERS_FROM_IDENTITY_NUMBER
 */
export function checkedPerson(draft: PersonDraft, today: string): { person: Person; numbers: Numbers } {
  const name = checkedName(draft.name);
  const identity = draft.identityNumber === undefined ? undefined : identityOf(draft.identityNumber, today);
  const phone = draft.phone === undefined ? undefined : phoneOf(draft.phone);
  const birthDate = draft.birthDate ?? identity?.birthDate;
  if (birthDate !== undefined && birthDate > today)
    throw new Refusal('BIRTH_DATE_INVALID', {}, ['birthDate']);
  needSame('birthDate', draft.birthDate, identity?.birthDate);
  needSame('sex', draft.sex, identity?.sex);
  return {
    person: {
      name,
      sex: draft.sex ?? identity?.sex ?? 'UNKNOWN',
      birthDate,
      kind: draft.kind,
      maskedIdentityNumber: identity && maskedIdentityNumber(identity.number),
      maskedPhone: phone && maskedPhone(phone),
    },
    numbers: { identityNumber: identity?.number, phone: phone?.number },
  };
}

/**
 * Throws when a record is one that nobody writes any more.
 * @throws Refusal RECORD_CLOSED
 */
export function assertOpen({ state }: { readonly state: ResidentState }): void {
  if (state === 'MERGED' || state === 'ERASED') throw new Refusal('RECORD_CLOSED', {}, ['resident']);
}

/**
 * Numbers as told, checked and in canonical form.
 * @throws Refusal MASKED_VALUE, IDENTITY_NUMBER_INVALID, PHONE_INVALID
 */
export function checkedNumbers({ identityNumber, phone }: Numbers, today: string): Numbers {
  return {
    identityNumber: identityNumber === undefined ? undefined : identityOf(identityNumber, today).number,
    phone: phone === undefined ? undefined : phoneOf(phone).number,
  };
}

function checkedName(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  if (isMasked(name)) throw new Refusal('MASKED_VALUE', {}, ['name']);
  if (name === '' || name.length > MOST_NAME || /[\p{C}<>]/u.test(name))
    throw new Refusal('NAME_INVALID', { max: MOST_NAME }, ['name']);
  return name;
}

function identityOf(text: string, today: string): IdentityNumber {
  if (isMasked(text)) throw new Refusal('MASKED_VALUE', {}, ['identityNumber']);
  const read = readIdentityNumber(text, today);
  if (read.ok) return read;
  throw new Refusal('IDENTITY_NUMBER_INVALID', { problem: PROBLEMS[read.problem] }, ['identityNumber']);
}

const PROBLEMS = {
  FORMAT: { zh: '应为 18 位', en: 'it must have 18 characters' },
  REGION: { zh: '地区码不存在', en: 'there is no such region' },
  DATE: { zh: '出生日期不存在', en: 'there is no such birth date' },
  CHECK_CHARACTER: { zh: '校验码不符', en: 'its check character does not fit' },
} as const;

function phoneOf(text: string) {
  if (isMasked(text)) throw new Refusal('MASKED_VALUE', {}, ['phone']);
  const phone = readPhone(text);
  if (phone === undefined) throw new Refusal('PHONE_INVALID', {}, ['phone']);
  return phone;
}

function needSame(field: 'sex' | 'birthDate', told: string | undefined, known: string | undefined): void {
  const open = told === undefined || told === 'UNKNOWN' || told === 'NOT_STATED';
  if (!open && known !== undefined && told !== known)
    throw new Refusal('DIFFERS_FROM_IDENTITY_NUMBER', {}, [field]);
}
