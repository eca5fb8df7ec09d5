import { type Text } from './messages/text';
import { type MessageValues, type TechnicalErrorCode, type UserErrorCode } from './messages';

/** A refusal that a person should read; becomes one of the payload's `userErrors`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: UserErrorCode,
    readonly values: MessageValues = {},
    /** Where in the input, for instance `['place', 'area']`. */
    readonly path: readonly string[] = [],
  ) {
    super(code);
  }
}

/** Several refusals at once, for instance one for each answer of a form; where only one is asked for it is the first. */
export class Refusals extends Refusal {
  constructor(readonly all: readonly Refusal[]) {
    const [first] = all;
    if (first === undefined) throw new Error('There is no refusal.');
    super(first.code, first.values, first.path);
  }
}

/** What a client did wrong technically; becomes a GraphQL error with this code. */
export class TechnicalError extends Error {
  override readonly name = 'TechnicalError';
  constructor(
    readonly code: TechnicalErrorCode,
    readonly values: MessageValues = {},
    /** A sentence of its own, where the code's does not say enough. */
    readonly text?: Text,
  ) {
    super(code);
  }
}
