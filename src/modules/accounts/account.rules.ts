import { type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { toHalfWidth } from '../../shared/width.rules';

/** How an account stands to a resident it is bound to. */
export const BINDING_RELATIONS = ['SELF', 'GUARDIAN', 'FAMILY'] as const;
export type BindingRelation = (typeof BINDING_RELATIONS)[number];

/** Why a binding ended. */
export const BINDING_ENDS = ['OWN_WISH', 'BY_OFFICE', 'REPLACED', 'WITH_OWN', 'RECORD_CLOSED'] as const;
export type BindingEndReason = (typeof BINDING_ENDS)[number];

/** That a binding ended: by which request, when (RFC 3339 UTC), and why. */
export interface BindingEnd {
  readonly id: string;
  readonly mark: string;
  readonly at: string;
  readonly why: BindingEndReason;
}

/** That an account speaks for a resident, with what must be known of them at every request. */
export interface Binding {
  /** Id of the request that bound it. */
  readonly id: string;
  readonly mark: string;
  readonly resident: string;
  /** All ids under which they are on file. */
  readonly ids: readonly string[];
  readonly relation: BindingRelation;
  readonly name: string;
  /** Code of the courtyard they live in, or lived in last. */
  readonly area: string;
  /** The day a guardian's binding ends by itself: the 18th birthday. */
  readonly until?: Day | undefined;
  /** RFC 3339 UTC. */
  readonly since: string;
  /** Who handed out the code. */
  readonly by: { readonly name: string; readonly role: string };
  readonly end?: BindingEnd | undefined;
}

/** A wrong code: which request said it, and when, in milliseconds since 1970. */
export interface WrongTry {
  readonly id: string;
  readonly mark: string;
  readonly at: number;
}

/** An account as it is kept. */
export interface AccountRecord {
  readonly id: string;
  readonly version: number;
  readonly bindings: readonly Binding[];
  readonly tries: readonly WrongTry[];
}

/** A code as it is kept: only its keyed hash. */
export interface IssuedCode {
  /** Id of the request that issued it. */
  readonly id: string;
  readonly resident: string;
  readonly relation: BindingRelation;
  /** Undefined once it is used. */
  readonly hash?: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly by: { readonly name: string; readonly role: string };
  readonly consent?: { readonly way: string; readonly at: string } | undefined;
}

/** Most of everything; days of a code, wrong tries. The task's. People and ended bindings kept: ours. */
export const MOST_OF_ACCOUNT = { people: 8, ended: 12, codeDays: 7, triesHour: 5, triesDay: 20 } as const;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** No letter and no digit here looks like another: no 0 O, 1 I L, 2 Z, 5 S, 8 B twice. */
const ALPHABET = '23456789ACDEFGHJKMNPQRTUVWXY';
const CODE_LENGTH = 8;
/** What is read in place of another, because hands write it so. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { S: '5', Z: '2', B: '8' };

/** The code of 8 characters in a keyed hash (base64url): 38 bits of its 128. */
export function codeIn(hash: string): string {
  let left = BigInt(`0x${Buffer.from(hash, 'base64url').toString('hex')}`);
  const base = BigInt(ALPHABET.length);
  return Array.from({ length: CODE_LENGTH }, () => {
    const place = Number(left % base);
    left /= base;
    return ALPHABET[place];
  }).join('');
}

/** A code as people type it, in its canonical form; undefined for what can be none. */
export function readCode(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const typed = toHalfWidth(text)
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[SZB]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  return typed.length === CODE_LENGTH && [...typed].every((each) => ALPHABET.includes(each))
    ? typed
    : undefined;
}

/** The day on which somebody is so many years old; who was born on 29 February is so on 1 March. */
export function dayOfAge(birthDate: Day, years: number): Day {
  const year = String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0');
  const day = `${year}${birthDate.slice(4)}`;
  const isLeap = new Date(`${day}T12:00:00Z`).toISOString().startsWith(day);
  return isLeap ? day : `${year}-03-01`;
}

/**
 * Throws where somebody's age does not allow a relation. Majority is at 18 (Civil Code); under 14 a guardian agrees to the use
 * of personal data (Personal Information Protection Law), so no account of their own. Who has no birth date on file is taken for
 * an adult.
 * @throws Refusal BINDING_AGE
 */
export function assertAge(relation: BindingRelation, birthDate: Day | undefined, today: Day): void {
  const isUnder = (years: number) => birthDate !== undefined && today < dayOfAge(birthDate, years);
  const allowed = { SELF: !isUnder(14), GUARDIAN: isUnder(18), FAMILY: !isUnder(18) } as const;
  if (!allowed[relation]) throw new Refusal('BINDING_AGE', {}, ['relation']);
}

/** The bindings that hold on a day. */
export function liveOf({ bindings }: Pick<AccountRecord, 'bindings'>, today: Day): readonly Binding[] {
  return bindings.filter(({ end, until }) => end === undefined && (until === undefined || today < until));
}

/** The account's own resident, on a day. */
export function ownOf(account: Pick<AccountRecord, 'bindings'>, today: Day): Binding | undefined {
  return liveOf(account, today).find(({ relation }) => relation === 'SELF');
}

/**
 * Throws when an account has said too many wrong codes.
 * @throws Refusal TOO_MANY_WRONG_CODES
 */
export function assertMayTry({ tries }: Pick<AccountRecord, 'tries'>, now: Date): void {
  const within = (ms: number) => tries.filter(({ at }) => at > now.getTime() - ms).length;
  const { triesHour: hour, triesDay: day } = MOST_OF_ACCOUNT;
  if (within(HOUR_MS) >= hour || within(DAY_MS) >= day)
    throw new Refusal('TOO_MANY_WRONG_CODES', { hour, day }, ['code']);
}

/** The account with one more wrong try; those of longer ago are forgotten. */
export function withTry(account: AccountRecord, wrong: WrongTry): AccountRecord {
  const tries = account.tries.filter(({ at }) => at > wrong.at - DAY_MS);
  return { ...account, version: account.version + 1, tries: [...tries, wrong] };
}

/** The account with one more binding, in place of one of the same kind to the same resident. */
export function withBinding(account: AccountRecord, binding: Binding): AccountRecord {
  const others = account.bindings.filter(
    ({ resident, relation, end }) =>
      end !== undefined || resident !== binding.resident || relation !== binding.relation,
  );
  return { ...account, version: account.version + 1, bindings: kept([...others, binding]) };
}

/** The account without a binding; with its own resident goes everybody it acted for. */
export function withoutBinding(account: AccountRecord, id: string, end: BindingEnd): AccountRecord {
  const isOwn = account.bindings.some((each) => each.id === id && each.relation === 'SELF');
  const bindings = account.bindings.map((each): Binding => {
    if (each.end !== undefined || (each.id !== id && !isOwn)) return each;
    return { ...each, end: each.id === id ? end : { ...end, why: 'WITH_OWN' } };
  });
  return { ...account, version: account.version + 1, bindings: kept(bindings) };
}

/** Of ended bindings only the last are kept. */
function kept(bindings: readonly Binding[]): readonly Binding[] {
  const ended = bindings.filter(({ end }) => end !== undefined);
  const forgotten = new Set(ended.slice(0, Math.max(0, ended.length - MOST_OF_ACCOUNT.ended)));
  return bindings.filter((each) => !forgotten.has(each));
}
