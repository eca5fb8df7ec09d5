import { type FamilyTie } from './actor';

/** The resident whom an account is bound to, and whom it acts for today. */
export interface AccountHolder {
  readonly resident: string;
  readonly name: string;
  /** Code of the courtyard they live in, or lived in last. */
  readonly area: string;
  readonly family: readonly FamilyTie[];
}

/** Finds out whom accounts speak for. */
export interface AccountLookUp {
  /** The holders of those of these accounts that are bound, each named once; strongly consistent. */
  holdersOf(accounts: readonly string[]): Promise<ReadonlyMap<string, AccountHolder>>;
}
