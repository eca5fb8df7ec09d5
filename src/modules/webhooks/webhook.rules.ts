import { type NotificationKind } from '../notifications/notification.rules';

/** Most webhooks of a district. */
export const MOST_WEBHOOKS = 5;

/** Longest address, in characters. */
export const LONGEST_URL = 500;

/** Most secrets that sign at a time, the newest among them. */
const MOST_SECRETS = 3;

/** How long the secret before signs too, in ms. */
const ROLLING_MS = 24 * 3_600_000;

/** How long whoever made a secret may be shown it again by the very same request, whose answer was lost, in ms. */
const SHOWN_AGAIN_MS = 600_000;

/** Requests that are remembered, so that they may be repeated. */
const MOST_REQUESTS = 20;

/** Why a webhook was switched off by itself. */
export const OFF_REASONS = ['GONE', 'FAILING'] as const;
export type OffReason = (typeof OFF_REASONS)[number];

/** A secret as it is kept: sealed, in base64. */
export interface SealedSecret {
  readonly sealed: string;
  /** Until when it signs, RFC 3339 UTC; the newest has no end. */
  readonly until?: string | undefined;
}

/** A webhook as it is kept; moments are RFC 3339 UTC. */
export interface Hook {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly NotificationKind[];
  readonly isOn: boolean;
  readonly offReason?: OffReason | undefined;
  readonly offAt?: string | undefined;
  /** Since when every attempt has failed; absent while the last one did not. */
  readonly failingSince?: string | undefined;
  readonly createdAt: string;
  /** The newest first. */
  readonly secrets: readonly SealedSecret[];
}

/** A request that was done: which, its fingerprint, of which webhook, and when. */
export interface HookRequest {
  readonly id: string;
  readonly mark: string;
  readonly hook: string;
  readonly at: string;
}

/** All webhooks of a district. */
export interface HookBook {
  readonly district: string;
  /** 0 while nothing is written of it. */
  readonly version: number;
  readonly hooks: readonly Hook[];
  /** The newest first. */
  readonly requests: readonly HookRequest[];
}

/** The book with one webhook in place of what it was, or without it. */
export function withHook(book: HookBook, id: string, hook: Hook | undefined): HookBook {
  const isNew = !book.hooks.some((each) => each.id === id);
  const kept = book.hooks.flatMap((each) => (each.id === id ? (hook ?? []) : each));
  return { ...book, version: book.version + 1, hooks: isNew && hook ? [...kept, hook] : kept };
}

/** The book that remembers a request. */
export function withRequest(book: HookBook, request: HookRequest): HookBook {
  return { ...book, requests: [request, ...book.requests].slice(0, MOST_REQUESTS) };
}

/** The secrets that sign at a moment, the newest first. */
export function signingSecrets({ secrets }: Hook, now: Date): readonly SealedSecret[] {
  const time = now.toISOString();
  return secrets.filter(({ until }) => until === undefined || until > time);
}

/** The secrets after a new one was made: those before sign for another day. */
export function rolledSecrets(hook: Hook, sealed: string, now: Date): readonly SealedSecret[] {
  const until = new Date(now.getTime() + ROLLING_MS).toISOString();
  const before = signingSecrets(hook, now).map((each) => ({ until, ...each }));
  return [{ sealed }, ...before].slice(0, MOST_SECRETS);
}

/** Whether a request is so recent that its repeat is shown the secret again. */
export function isShownAgain({ at }: HookRequest, now: Date): boolean {
  return now.getTime() - Date.parse(at) <= SHOWN_AGAIN_MS;
}

/** Ends of names that are never the public internet's (RFC 2606, 6761, 6762, 7686, 8375, ICANN's `internal`). */
const LOCAL_ENDS =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid|example|onion|alt)$/;

/**
 * The address that a webhook may have, in its normal form; undefined where it may not: https, a name with a dot in it and no
 * IP address (in whatever notation), the usual port or one above 1023, nobody's password, no fragment. Where `loopback` is
 * allowed, as on a laptop, also `http://127.0.0.1` with any port. Where the name leads to is looked at when something is sent.
 */
export function hookUrl(text: string, loopback: boolean): string | undefined {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return undefined;
  // The parser brings every notation of an IPv4 address (decimal, octal, hexadecimal, short) to four decimal numbers.
  const url = new URL(text);
  const { protocol, hostname, port, username, password, hash, href } = url;
  if (username !== '' || password !== '' || hash !== '' || href.length > LONGEST_URL) return undefined;
  if (loopback && protocol === 'http:' && hostname === '127.0.0.1') return href;
  const name = hostname.replace(/\.$/, '');
  const isName = /^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z][a-z\d-]*$/.test(name) && !LOCAL_ENDS.test(name);
  const isPort = port === '' || Number(port) > 1023;
  return protocol === 'https:' && isName && isPort ? href : undefined;
}
