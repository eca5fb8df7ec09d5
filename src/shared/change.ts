import { TechnicalError } from './errors';

/** A change that somebody made to a record: who and when, and which fields, never their values. */
export interface Change {
  /** Id of the request, made by the client. */
  readonly id: string;
  /** Fingerprint of the request. */
  readonly mark: string;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly by: Author;
  /** What kind of change it was, or the fields that it changed. */
  readonly what: readonly string[];
}

/** Who made a change, and in which role. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** What a request is based on: the record as its sender knew it. */
export interface Basis {
  /** The version they saw; none where they do not mind what was done before. */
  readonly expectedVersion?: number | null | undefined;
  /** Ids of their own requests on top of that version, whose answers they had not seen yet: they come first. */
  readonly after?: readonly string[] | undefined;
}

/**
 * What was done to a record that the sender of a request did not know of. Every change makes one version. Undefined when it
 * cannot be told any more, because it was too long ago.
 * @throws TechnicalError TRY_AGAIN while a request that it was made on top of is not taken in
 */
export function unseenBy<Done extends { readonly id: string }>(
  { expectedVersion, after = [] }: Basis,
  version: number,
  changes: readonly Done[],
): readonly Done[] | undefined {
  const count = expectedVersion == null ? 0 : version - expectedVersion;
  if (count < 0 || count > changes.length) return undefined;
  // What it was made on top of is still under way.
  if (after.some((own) => !changes.some(({ id }) => id === own))) throw new TechnicalError('TRY_AGAIN');
  return changes.slice(changes.length - count).filter(({ id }) => !after.includes(id));
}

/** How many changes a record keeps: enough to know a repeated request again after days in a basement. */
const KEPT = 20;

/** The changes with one more, the oldest dropped. */
export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  return [...changes, change].slice(-KEPT);
}
