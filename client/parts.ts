import { type Backoff } from './backoff.rules';
import { type Trouble } from './rows';
import { type Store } from './store';
import { type Surroundings } from './surroundings';
import { type Outcome, type Transport } from './transport';

/** What the rooms of the module are built from. */
export interface Parts {
  readonly store: Store;
  readonly transport: Transport;
  readonly surroundings: Surroundings;
  readonly backoff: Backoff;
  /** Files over so many bytes go in parts. */
  readonly partsOver: number;
  /** Tells whoever watches that something has changed. */
  readonly changed: () => void;
}

/** Why a pass had to stop before it had done all. */
export interface PassEnd {
  readonly why: 'OFFLINE' | 'BUSY' | 'LOGIN' | 'REFUSED';
  readonly trouble: Trouble;
  /** Milliseconds that the server asks to wait. */
  readonly waitAtLeast: number;
}

/** The end that an outcome means. */
export function endOf(outcome: Exclude<Outcome<unknown>, { kind: 'DONE' }>): PassEnd {
  return {
    why: outcome.kind,
    trouble: outcome.trouble,
    waitAtLeast: outcome.kind === 'BUSY' ? outcome.waitAtLeast : 0,
  };
}
