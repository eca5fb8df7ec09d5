import { type HouseholdFile, type HouseholdKind } from '../residents/household.type';
import { type Person, type ResidentKind, type Sex } from '../residents/resident.rules';
import { type Answers } from './answer.rules';
import { SHEET_ATTRIBUTES, type SheetAttribute } from './sheet.rules';

/** Where the record keeps each attribute. */
export const RECORD_FIELDS = {
  NAME: 'name',
  SEX: 'sex',
  BIRTH_DATE: 'birthDate',
  KIND: 'kind',
  IDENTITY_NUMBER: 'identityNumber',
  PHONE: 'phone',
  HOUSEHOLD_KIND: 'kind',
} as const satisfies Record<SheetAttribute, string>;

/** What answers say of a resident's record. */
export interface ResidentUpdate {
  readonly name?: string;
  readonly sex?: Sex;
  readonly birthDate?: string;
  readonly kind?: ResidentKind;
  readonly identityNumber?: string;
  readonly phone?: string;
}

/** Which field updates which attribute. */
export type Updates = Readonly<Partial<Record<SheetAttribute, string>>>;

/** What was answered to the fields that update attributes, in the order of these. */
export function told(updates: Updates, answers: Answers): [SheetAttribute, string][] {
  return SHEET_ATTRIBUTES.flatMap((attribute) => {
    const value = answers[updates[attribute] ?? ''];
    return typeof value === 'string' ? [[attribute, value] as [SheetAttribute, string]] : [];
  });
}

/** Whether a resident's record says so already; of numbers only the vault can tell. */
export function saysAlready(record: Person, attribute: SheetAttribute, value: string): boolean {
  switch (attribute) {
    case 'NAME':
      return record.name === value;
    case 'SEX':
      return record.sex === value;
    case 'BIRTH_DATE':
      return record.birthDate === value;
    case 'KIND':
      return record.kind === value;
    default:
      return false;
  }
}

/** What differs, as the change of a resident's record. */
export function residentUpdate(differing: readonly (readonly [SheetAttribute, string])[]): ResidentUpdate {
  // The types and choices of the fields were checked when the sheet was written, the values when it was filled in.
  return Object.fromEntries(differing.map(([attribute, value]) => [RECORD_FIELDS[attribute], value]));
}

/** The kind that answers give a household, where it is another one. */
export function householdUpdate(
  { kind }: Pick<HouseholdFile, 'kind'>,
  said: readonly (readonly [SheetAttribute, string])[],
): HouseholdKind | undefined {
  const [, value] = said.find(([attribute]) => attribute === 'HOUSEHOLD_KIND') ?? [];
  return value === undefined || value === kind ? undefined : (value as HouseholdKind);
}
