import { type Day, isDay } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';

/** What an appointment says of a person, and of the time. */
interface Particulars {
  readonly person: string;
  readonly workName: string;
  readonly workPhone?: string | undefined;
  readonly photoUrl?: string | undefined;
  readonly from: Day;
  readonly to?: Day | undefined;
}

const MOST_NAME = 30;
const MOST_URL = 200;
const MOST_REASON = 500;

/** Most households of one worker; thirty to fifty are the norm. */
export const MOST_HOUSEHOLDS = 200;

/**
 * Throws unless what is said of the person has its form.
 * @throws Refusal PERSON_INVALID, WORK_NAME_INVALID, WORK_PHONE_INVALID, PHOTO_URL_INVALID, TERM_INVALID
 */
export function assertParticulars({ person, workName, workPhone, photoUrl, from, to }: Particulars): void {
  assertPerson(person);
  if (workName.trim() === '' || workName.trim().length > MOST_NAME)
    throw new Refusal('WORK_NAME_INVALID', { max: MOST_NAME }, ['workName']);
  if (workPhone !== undefined && !/^\+?\d[\d -]{1,18}\d$/.test(workPhone))
    throw new Refusal('WORK_PHONE_INVALID', {}, ['workPhone']);
  if (photoUrl !== undefined && !isSecureLink(photoUrl))
    throw new Refusal('PHOTO_URL_INVALID', { max: MOST_URL }, ['photoUrl']);
  if (!isDay(from)) throw new Refusal('TERM_INVALID', {}, ['from']);
  if (to !== undefined && !isDay(to)) throw new Refusal('TERM_INVALID', {}, ['to']);
}

/** Throws PERSON_INVALID unless it can be the subject of a token (OpenID Connect: at most 255 ASCII characters). */
export function assertPerson(person: string): void {
  if (!/^[\x21-\x7e]{1,255}$/.test(person)) throw new Refusal('PERSON_INVALID', {}, ['person']);
}

/** Throws TEXT_REQUIRED or TEXT_TOO_LONG unless a reason is given. */
export function assertReason(reason: string): void {
  if (reason.trim() === '') throw new Refusal('TEXT_REQUIRED', {}, ['reason']);
  if (reason.length > MOST_REASON) throw new Refusal('TEXT_TOO_LONG', { max: MOST_REASON }, ['reason']);
}

/** Throws HOUSEHOLDS_TOO_MANY or ID_INVALID unless the households can be those of one worker. */
export function assertHouseholds(households: readonly string[]): void {
  if (households.length > MOST_HOUSEHOLDS)
    throw new Refusal('HOUSEHOLDS_TOO_MANY', { max: MOST_HOUSEHOLDS }, ['households']);
  const wrong = households.findIndex((id) => !isId(id));
  if (wrong >= 0) throw new Refusal('ID_INVALID', {}, ['households', String(wrong)]);
}

function isSecureLink(text: string): boolean {
  return text.length <= MOST_URL && URL.canParse(text) && new URL(text).protocol === 'https:';
}
