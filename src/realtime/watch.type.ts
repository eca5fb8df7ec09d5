import { type Bearer } from '../auth/actor';
import { type Language } from '../shared/language';
import { type LiveOperation } from './protocol';

/** Who is on the other end of a connection. */
export interface Listener {
  readonly connection: string;
  readonly bearer: Bearer;
  readonly language: Language;
  /** When the token ends. */
  readonly until: Date;
}

/** What a listener wants to be told. */
export interface Watch extends Listener {
  readonly id: string;
  readonly operation: LiveOperation;
}
