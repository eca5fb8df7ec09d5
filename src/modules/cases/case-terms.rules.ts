import { type Limit } from '../../shared/limit';
import { type Text } from '../../shared/messages/text';
import { type OfficeHours } from '../../shared/working-time';
import { type ClockStep } from './case-clock.rules';
import { type Urgency } from './case.rules';

/** The limits that a district gives the steps of a category; of a step that is not here, the usual one holds. */
export type OwnLimits = Readonly<Partial<Record<ClockStep, Limit>>>;

/** What a district's own rules say of a case, as it was when the case was filed (立案时的本区规定). A case keeps it. */
export interface CaseTerms {
  /** Whose rules they are, and since which day they held. */
  readonly district: string;
  readonly from: string;
  readonly limits?: OwnLimits | undefined;
  /** Its office hours and days; absent in lists, which set no clock. */
  readonly office?: OfficeHours | undefined;
}

/** What a district says of a category; what is absent is as everywhere. */
export interface OwnCategory {
  readonly code: string;
  /** Whether a case can be reported under it. */
  readonly isOffered: boolean;
  readonly urgency?: Urgency | undefined;
  readonly limits: OwnLimits;
  readonly name?: Text | undefined;
  readonly filing?: Text | undefined;
  readonly closing?: Text | undefined;
}

/** What a district's rules say of a category: the terms of a case, and what the district says of the category itself. */
export interface FoundTerms {
  readonly terms: CaseTerms;
  readonly own?: OwnCategory | undefined;
}

/** Finds what holds for a category in an area, in rules that were read before; undefined where the usual holds. */
export type FindTerms = (category: string, area: string) => FoundTerms | undefined;

/** Whoever knows the own rules of districts. Cases know them as this alone, so that rules may know of categories. */
export interface Terms {
  /** The rules that hold in districts at a moment, or now, read together. */
  of(districts: readonly string[], at?: Date): Promise<FindTerms>;
  /** What the rules of a district that held since a day say of a category. */
  ownOf(terms: Pick<CaseTerms, 'district' | 'from'>, category: string): Promise<OwnCategory | undefined>;
}

/** Terms as the row of a case has them, in short: since which day, and the limits. */
export type StoredTerms = readonly [from: string, limits?: OwnLimits];

/** Terms as a row keeps them; what every list would copy and nobody reads there is kept beside it. */
export function storedTerms({ from, limits }: CaseTerms): StoredTerms {
  return limits === undefined ? [from] : [from, limits];
}

/** Terms that a row kept. */
export function termsFrom([from, limits]: StoredTerms, district: string): CaseTerms {
  return limits === undefined ? { district, from } : { district, from, limits };
}
