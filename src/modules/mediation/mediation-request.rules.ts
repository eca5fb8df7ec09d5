import { type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { isMasked } from '../../shared/masking';
import { assertText } from '../cases/case-move.rules';
import { assertNoNumber } from '../privacy/access-record.rules';
import { type Agreement, type MediationOutcome, type MediationRecord } from './mediation.rules';

/** Fewest and most parties, and most of the rest. The figures are ours: a record is read with its case's page. */
export const MOST = { parties: 10, sessions: 10, followUps: 10, name: 50, role: 20 } as const;
const FEWEST_PARTIES = 2;
/** Most characters of the place, of a note, of an agreement. */
const LENGTHS = { place: 100, note: 200, agreement: 500 } as const;
/** How long after a session a visit may lie. */
const YEARS = 2;

/** A party as a request names it. */
export interface NamedParty {
  readonly resident?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly role: string;
}

/** A session as a request brings it. */
export interface NamedSession {
  readonly on: Day;
  readonly place: string;
  readonly outcome: MediationOutcome;
  readonly note?: string | null | undefined;
  readonly agreement?:
    { readonly text: string; readonly keptBy: Day; readonly followUps: readonly Day[] } | null | undefined;
}

/**
 * A text as it is kept, without the spaces around it.
 * @throws Refusal TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT
 */
export function checkedText(text: string, path: readonly string[], max: number): string {
  assertText(text, path, max);
  assertNoNumber(text, path);
  return text.trim();
}

/** {@link checkedText} of a note, which need not be there. */
export function checkedNote(note: string | null | undefined): string | undefined {
  return note == null || note.trim() === '' ? undefined : checkedText(note, ['note'], LENGTHS.note);
}

/**
 * Throws unless these parties can be added to those there are: each once, and at least two in all.
 * @throws Refusal PARTIES_INVALID, MASKED_VALUE, NUMBER_IN_TEXT
 */
export function assertParties(named: readonly NamedParty[], known: MediationRecord['parties']): void {
  const keys = [...known, ...named].map(({ resident, name }) => resident ?? `:${name?.trim() ?? ''}`);
  const count = keys.length;
  const isOne = ({ resident, name, role }: NamedParty) =>
    (resident == null) !== (name == null) &&
    (name == null || (name.trim() !== '' && name.length <= MOST.name)) &&
    role.trim() !== '' &&
    role.length <= MOST.role;
  if (count < FEWEST_PARTIES || count > MOST.parties || new Set(keys).size < count || !named.every(isOne)) {
    const figures = { min: FEWEST_PARTIES, max: MOST.parties, role: MOST.role };
    throw new Refusal('PARTIES_INVALID', figures, ['parties']);
  }
  for (const { name, role } of named) {
    if (name != null && isMasked(name)) throw new Refusal('MASKED_VALUE', {}, ['parties']);
    assertNoNumber(`${name ?? ''}\n${role}`, ['parties']);
  }
}

/**
 * What a session says, checked. Where nothing was agreed the note says why.
 * @throws Refusal DATE_IN_FUTURE, AGREEMENT_INVALID, AGREEMENT_DATES_INVALID, TEXT_REQUIRED, TEXT_TOO_LONG, NUMBER_IN_TEXT
 */
export function checkedSession({ on, outcome, ...named }: NamedSession, today: Day) {
  if (on > today) throw new Refusal('DATE_IN_FUTURE', {}, ['on']);
  const place = checkedText(named.place, ['place'], LENGTHS.place);
  const note =
    outcome === 'NOT_AGREED'
      ? checkedText(named.note ?? '', ['note'], LENGTHS.note)
      : checkedNote(named.note);
  if ((outcome === 'AGREED') !== (named.agreement != null))
    throw new Refusal('AGREEMENT_INVALID', {}, ['agreement']);
  return {
    on,
    place,
    outcome,
    note,
    agreement: named.agreement ? checkedAgreement(named.agreement, on) : undefined,
  };
}

function checkedAgreement(
  { text, keptBy, followUps }: NonNullable<NamedSession['agreement']>,
  on: Day,
): Agreement {
  const words = checkedText(text, ['agreement', 'text'], LENGTHS.agreement);
  const days = [...followUps].sort();
  assertDays(days, on);
  if (keptBy < on) throw datesInvalid('keptBy');
  return { text: words, keptBy, followUps: days.map((day) => ({ on: day })) };
}

/**
 * Throws unless these are the days of visits that see whether an agreement of some day holds.
 * @throws Refusal AGREEMENT_DATES_INVALID
 */
export function assertDays(days: readonly Day[], agreedOn: Day): void {
  const last = `${String(Number(agreedOn.slice(0, 4)) + YEARS)}${agreedOn.slice(4)}`;
  const fits = days.every((day) => day > agreedOn && day <= last);
  const isOne = new Set(days).size === days.length && days.length >= 1 && days.length <= MOST.followUps;
  if (!fits || !isOne) throw datesInvalid('followUps');
}

function datesInvalid(field: string): Refusal {
  return new Refusal('AGREEMENT_DATES_INVALID', { max: MOST.followUps, years: YEARS }, ['agreement', field]);
}
