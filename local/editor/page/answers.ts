import { type Appointment } from '../../../src/auth/actor';

/** What `/config` answers: where the API is. */
export interface Config {
  readonly apiUrl: string;
  readonly socketUrl: string;
  /** Id of a seeded case, for examples. */
  readonly exampleCase: string;
}

/** What `/people` answers: a person to act as. */
export interface Person {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly appointments: readonly Appointment[];
}

/** What `/token` answers. */
export interface Token {
  readonly token: string;
  readonly expiresAt: string;
}

/** What `/operations` answers: what a screen asks of the API, ready to be sent. */
export interface ScreenOperation {
  readonly client: string;
  readonly screen: string;
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The sentence above it. */
  readonly about: string;
  /** The operation with every fragment it spreads. */
  readonly query: string;
  /** An example as JSON, with places for ids that `fillIn` fills; or empty. */
  readonly variables: string;
}
