import { fingerprint } from '../../shared/fingerprint';
import { type Urgency } from './case.rules';

/** What counted as said where no urgency was, until categories had one of their own. */
const ONCE_SAID: Urgency = 'NORMAL';

/**
 * The marks by which a report is known again: first the one that is kept, of what was sent; then that of the same report as it
 * was kept while NORMAL stood for an urgency that nobody named, for a phone may send such a one again.
 */
export function reportMarks(
  actorId: string,
  input: { readonly urgency?: Urgency | null },
): readonly [kept: string, once: string] {
  const { urgency } = input;
  return [fingerprint([actorId, input]), fingerprint([actorId, { ...input, urgency: urgency ?? ONCE_SAID }])];
}
