import { Refusal } from '../../shared/errors';
import { type Consent, type ConsentWay, MOST_OF_APPLICATION } from './application.rules';

const DAY_MS = 86_400_000;
/** How far a phone's clock may be ahead. */
const TOLERANCE_MS = 300_000;

/**
 * That somebody agreed, as it is kept: there where it is needed, and nowhere else.
 * @throws Refusal CONSENT_INVALID
 */
export function checkedConsent(
  consent: { readonly way: ConsentWay; readonly at: Date } | undefined,
  isNeeded: boolean,
  now: Date,
): Omit<Consent, 'to'> | undefined {
  const days = MOST_OF_APPLICATION.consentDays;
  const refusal = new Refusal('CONSENT_INVALID', { days }, ['consent']);
  if (isNeeded !== (consent !== undefined)) throw refusal;
  if (consent === undefined) return undefined;
  const age = now.getTime() - consent.at.getTime();
  if (age < -TOLERANCE_MS || age > days * DAY_MS) throw refusal;
  return { way: consent.way, at: consent.at.toISOString() };
}
