import { Refusal } from '../../shared/errors';
import { type CorrectedField, fieldsOf } from '../privacy/correction.rules';
import { CORRECTED_FIELDS, type Proposal } from '../privacy/data-request.rules';
import { type RegistryFact } from '../services/service-item.rules';
import { type ApplicationTerms } from './application.rules';

/** What the register fills in and a word can correct. Where somebody lives is no word: they move, or they do not. */
const FACTS: Readonly<Record<CorrectedField, RegistryFact>> = {
  name: 'NAME',
  sex: 'SEX',
  birthDate: 'BIRTH_DATE',
  phone: 'PHONE',
  identityNumber: 'IDENTITY_NUMBER',
};

/** What somebody types. */
type Typed = Readonly<Partial<Record<CorrectedField, string | null | undefined>>>;

/**
 * What is corrected of what a service was filled in with.
 * @throws Refusal CORRECTION_NOT_FILLED_IN for anything that the service does not use, or for nothing at all
 */
export function proposalIn({ fromRegistry }: ApplicationTerms, input: Typed): Proposal {
  const told = CORRECTED_FIELDS.map((field) => [field, input[field] ?? undefined] as const);
  const proposal: Proposal = Object.fromEntries(told.filter(([, value]) => value !== undefined));
  const fields = fieldsOf(proposal);
  const other = fields.find((field) => !fromRegistry.includes(FACTS[field]));
  if (other !== undefined) throw notFilledIn(['corrections', other]);
  if (fields.length === 0) throw notFilledIn(['corrections']);
  return proposal;
}

/** The fields of a request that are corrections. */
export function correctedFields(fields: readonly string[]): CorrectedField[] {
  return CORRECTED_FIELDS.filter((field) => fields.includes(field));
}

function notFilledIn(path: readonly string[]): Refusal {
  return new Refusal('CORRECTION_NOT_FILLED_IN', {}, path);
}
