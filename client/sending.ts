import { type PassEnd } from './parts';
import { type Trouble } from './rows';

/** What came of sending one file. */
export type Sending =
  | { readonly kind: 'ARRIVED' }
  /** The links have run out, or never were good: ask for new ones. */
  | { readonly kind: 'NEW_LINKS' }
  | { readonly kind: 'FAILED'; readonly trouble: Trouble }
  | { readonly kind: 'END'; readonly end: PassEnd };

/** What a status of the file store means. */
export function sendingOf(status: number | Error): Sending {
  if (status instanceof Error)
    return {
      kind: 'END',
      end: { why: 'OFFLINE', trouble: { code: 'OFFLINE', message: status.message }, waitAtLeast: 0 },
    };
  if (status >= 200 && status < 300) return { kind: 'ARRIVED' };
  if (status === 403) return { kind: 'NEW_LINKS' };
  return failed(`STORE_${status}`, `The file store answered ${status}.`);
}

/** It did not arrive, and others may be tried. */
export function failed(code: string, message: string): Sending {
  return { kind: 'FAILED', trouble: { code, message } };
}
