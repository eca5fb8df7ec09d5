import { maskedIdentityNumber } from '../../shared/identity-number.rules';
import { maskedPhone, readPhone } from '../../shared/phone.rules';
import { type Numbers, type Person, type Sex } from '../residents/resident.rules';
import { CORRECTED_FIELDS, type Proposal } from './data-request.rules';

/** A field of the record that can be corrected. */
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/** What is on file of somebody, as it is shown: numbers masked. */
export interface ShownValues {
  readonly name?: string | undefined;
  readonly sex?: Sex | undefined;
  /** YYYY-MM-DD. */
  readonly birthDate?: string | undefined;
  readonly maskedPhone?: string | undefined;
  readonly maskedIdentityNumber?: string | undefined;
}

/** Before the name of a field, where what was on file is sealed beside what it should say. */
const WAS = 'was.';

/** What is on file in the open, as far as it can be corrected. */
export function onFile({ name, sex, birthDate }: Person, { phone, identityNumber }: Numbers): Proposal {
  const all = { name, sex, birthDate, phone, identityNumber };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The fields that a proposal names, in their order. */
export function fieldsOf(proposal: Proposal): CorrectedField[] {
  return CORRECTED_FIELDS.filter((field) => proposal[field] !== undefined);
}

/** What of a proposal says something else than the record. */
export function differingFrom(record: Proposal, proposal: Proposal): Proposal {
  const fields = fieldsOf(proposal).filter((field) => proposal[field] !== record[field]);
  return only(proposal, fields);
}

/** A proposal as it is sealed, with what is on file of the same fields. */
export function withFormer(proposal: Proposal, record: Proposal): Readonly<Record<string, string>> {
  const was = Object.entries(only(record, fieldsOf(proposal)));
  return { ...proposal, ...Object.fromEntries(was.map(([field, value]) => [WAS + field, value])) };
}

/** What was on file when a request was made, from what was sealed. */
export function formerIn(opened: Readonly<Record<string, string | undefined>>): Proposal {
  const all = CORRECTED_FIELDS.map((field) => [field, opened[WAS + field]] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** The proposed fields of which the record says something else than when they were proposed. */
export function changedSince(was: Proposal, now: Proposal, fields: readonly string[]): CorrectedField[] {
  return CORRECTED_FIELDS.filter((field) => fields.includes(field) && was[field] !== now[field]);
}

/** Some fields of what somebody is or should be on file with. */
export function only(values: Proposal, fields: readonly string[]): Proposal {
  return Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)));
}

/** Values as they are shown: numbers masked. */
export function masked({ name, sex, birthDate, phone, identityNumber }: Proposal): ShownValues {
  const read = phone === undefined ? undefined : readPhone(phone);
  return {
    ...{ name, sex: sex as Sex | undefined, birthDate },
    maskedPhone: read && maskedPhone(read),
    maskedIdentityNumber: identityNumber === undefined ? undefined : maskedIdentityNumber(identityNumber),
  };
}
