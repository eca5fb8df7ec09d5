import { type Change } from '../../shared/change';
import { type UpdateResidentInput } from './resident.input';

/** The fields of a person that can be changed. */
const FIELDS = ['name', 'sex', 'birthDate', 'kind', 'identityNumber', 'phone'] as const;

/** Sex and birth date must agree with the identity number: who changes one of them has looked at all. */
const OF_IDENTITY: readonly string[] = ['sex', 'birthDate', 'identityNumber'];

/** Changes that are about where somebody lives, and leave who they are as it was. */
const OF_RESIDENCE: readonly string[] = [
  ...['REGISTERED', 'IMPORTED', 'ADJUSTED'],
  ...['MOVED', 'MOVED_OUT', 'DECEASED', 'RECORDED_BY_MISTAKE'],
];

/** The fields that an update speaks of. */
export function fieldsTold(update: UpdateResidentInput): readonly string[] {
  return FIELDS.filter((field) => update[field] !== undefined);
}

/** Whether a change of a record may have changed one of these fields of the person. */
export function touches({ what }: Pick<Change, 'what'>, fields: readonly string[]): boolean {
  return what.some((each) => !OF_RESIDENCE.includes(each) && !isApart(each, fields));
}

/** Whether a field is none of these, nor bound to one of them; what is no field at all is apart from nothing. */
function isApart(field: string, others: readonly string[]): boolean {
  if (!FIELDS.some((known) => known === field)) return false;
  return !others.some(
    (other) => other === field || [other, field].every((each) => OF_IDENTITY.includes(each)),
  );
}
