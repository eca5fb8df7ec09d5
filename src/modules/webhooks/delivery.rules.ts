import { derivedId } from '../../shared/ids';
import { type MadeNotification } from '../notifications/notification.events';
import { type NotificationKind, recordTypeOf } from '../notifications/notification.rules';

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** How long after a failed attempt the next is made, in ms; after the last of them there is none. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR] as const;

/** Attempts at a delivery, all in all. */
export const MOST_ATTEMPTS = WAITS.length + 1;

/** After how long without one success a webhook is switched off, in ms. */
const FAILING_MS = 3 * 24 * HOUR;

/** How long deliveries are kept, in ms. */
export const DELIVERY_KEPT_MS = 30 * 24 * HOUR;

export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt failed, where the receiver did not answer with a status of its own. */
export const DELIVERY_FAILURES = ['STATUS', 'TIMEOUT', 'UNREACHABLE', 'ADDRESS_REFUSED'] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** What came of one attempt. */
export interface Attempt {
  /** The HTTP status; absent where there was no answer. */
  readonly status?: number | undefined;
  /** Absent where it was taken. */
  readonly failure?: DeliveryFailure | undefined;
}

/** What is told of: all that leaves the house. */
export interface HookEvent {
  /** The same however often and to whomever it is sent. */
  readonly id: string;
  readonly kind: NotificationKind;
  /** Id of what it is about. */
  readonly recordId: string;
  readonly area: string;
  readonly person: string;
  readonly at: Date;
}

/** One event on its way to one webhook. */
export interface Delivery {
  readonly hook: string;
  readonly event: HookEvent;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly last: Attempt;
  /** When it is to be tried next; exactly while it is pending. */
  readonly dueAt?: Date | undefined;
}

/** The event of a notification. */
export function eventOf({ person, turn, kind, recordId, area, at }: MadeNotification): HookEvent {
  return { id: derivedId(`webhook ${person} ${turn}`), kind, recordId, area, person, at };
}

/** A delivery that is due at once. */
export function newDelivery(hook: string, event: HookEvent, now: Date): Delivery {
  return { hook, event, state: 'PENDING', attempts: 0, last: {}, dueAt: now };
}

/** The body, the same at each attempt: codes and a time, no name and no text. */
export function bodyOf({ id, kind, recordId, area, person, at }: HookEvent): string {
  const type = recordTypeOf(kind);
  const record = type === undefined ? {} : { [type.toLowerCase()]: recordId };
  return JSON.stringify({ id, kind, ...record, area, person, at: at.toISOString() });
}

/** What an HTTP status says: 2xx is taken, all else is not; nobody follows a redirect. */
export function attemptOf(status: number): Attempt {
  return status >= 200 && status < 300 ? { status } : { status, failure: 'STATUS' };
}

/** Whether the receiver has taken it. */
export function isTaken({ failure }: Attempt): boolean {
  return failure === undefined;
}

/** Whether the receiver says that it is there no more. */
export function isGone({ status }: Attempt): boolean {
  return status === 410;
}

/** The delivery after an attempt: done, due again, or given up. */
export function afterAttempt(delivery: Delivery, last: Attempt, now: Date): Delivery {
  const attempts = delivery.attempts + 1;
  const tried = { ...delivery, attempts, last, dueAt: undefined };
  if (isTaken(last)) return { ...tried, state: 'DELIVERED' };
  const wait = isGone(last) ? undefined : WAITS[attempts - 1];
  if (wait === undefined) return { ...tried, state: 'FAILED' };
  return { ...tried, dueAt: new Date(now.getTime() + wait) };
}

/** What follows for the webhook from attempts of one round: it takes again, begins to fail, is to be switched off, or nothing. */
export function healthAfter(
  failingSince: string | undefined,
  attempts: readonly Attempt[],
  now: Date,
): 'TAKES' | 'FAILS' | 'OFF' | undefined {
  if (attempts.length === 0) return undefined;
  if (attempts.some(isTaken)) return failingSince === undefined ? undefined : 'TAKES';
  if (failingSince === undefined) return 'FAILS';
  return now.getTime() - Date.parse(failingSince) >= FAILING_MS ? 'OFF' : undefined;
}
