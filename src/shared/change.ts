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

/** How many changes a record keeps: enough to know a repeated request again after days in a basement. */
const KEPT = 20;

/** The changes with one more, the oldest dropped. */
export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  return [...changes, change].slice(-KEPT);
}
