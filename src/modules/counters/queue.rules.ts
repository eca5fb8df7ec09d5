import { type Day } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type TicketMove, type TicketState, ticketStateAfter } from './queue.machine';
import { QUEUE_MOVE_TEXTS } from './queue.words';

/** Somebody in the queue of a counter on a day. */
export interface Ticket {
  readonly number: number;
  readonly state: TicketState;
  /** When it was taken, or its holder came back. */
  readonly joinedAt: Date;
  readonly absences: number;
  /** When the slot begins that was booked; a walk-in has none, and whoever came back has lost it. */
  readonly booked?: Date | undefined;
  /** Whose it is; nobody knows that of a walk-in. */
  readonly resident?: string | undefined;
  readonly maskedName?: string | undefined;
  readonly service?: string | undefined;
  readonly serviceName?: string | undefined;
  readonly window?: number | undefined;
  readonly calledAt?: Date | undefined;
}

/** The queue of a counter on a day: who is in it, and what the order and the estimate need. */
export interface Queue {
  readonly day: Day;
  /** 0 where nobody has taken a number yet. */
  readonly version: number;
  /** The last number that was given. */
  readonly last: number;
  /** How many with a booking were called one after the other while others waited. */
  readonly streak: number;
  /** How many were served, and how long that took, in ms. */
  readonly served: number;
  readonly servedMs: number;
  readonly open: readonly Ticket[];
}

/** A number that waits: how many come before it, and about how long that takes, in minutes. */
export interface QueuePlace {
  readonly number: number;
  readonly before: number;
  readonly minutes: number;
}

/** Most in a queue, and after how many with a booking one of the others is called. The figures are ours. */
export const MOST_OF_QUEUE = { open: 100, streak: 3 } as const;
/** How long somebody who was absent is remembered, in ms. */
const REMEMBERED_MS = 2 * 3_600_000;
/** How long one takes before any was served, and at least and at most, in ms. */
const USUAL_MS = 600_000;
const LEAST_MS = 60_000;
const LONGEST_MS = 3_600_000;

/** A queue in which nobody is yet. */
export function emptyQueue(day: Day): Queue {
  return { day, version: 0, last: 0, streak: 0, served: 0, servedMs: 0, open: [] };
}

/**
 * Who is called next. Those whose booked time has come go first, the earliest first; after three of them one of the others is
 * called, in the order in which they joined, so that nobody waits for ever. Whoever booked and is early waits with the others.
 */
export function nextOf({ open, streak }: Pick<Queue, 'open' | 'streak'>, now: Date): Ticket | undefined {
  const { due, others } = divided(open, now);
  const isTurnOfOthers = others.length > 0 && (due.length === 0 || streak >= MOST_OF_QUEUE.streak);
  return isTurnOfOthers ? others[0] : due[0];
}

/** The streak once somebody is called. */
export function streakAfter(
  { open, streak }: Pick<Queue, 'open' | 'streak'>,
  called: Ticket,
  now: Date,
): number {
  const { due, others } = divided(open, now);
  return due.includes(called) && others.length > 0 ? streak + 1 : 0;
}

function divided(open: readonly Ticket[], now: Date) {
  const waiting = open.filter(({ state }) => state === 'WAITING');
  const isDue = ({ booked }: Ticket) => booked !== undefined && booked <= now;
  const by = (time: (ticket: Ticket) => Date) => (a: Ticket, b: Ticket) =>
    time(a).getTime() - time(b).getTime() || a.number - b.number;
  return {
    due: waiting.filter(isDue).sort(by(({ booked, joinedAt }) => booked ?? joinedAt)),
    others: waiting.filter((ticket) => !isDue(ticket)).sort(by(({ joinedAt }) => joinedAt)),
  };
}

/** Who waits, in the order in which they would be called from now on, with what that means for each. */
export function placesOf(queue: Queue, now: Date): readonly QueuePlace[] {
  const serving = Math.max(1, queue.open.filter(({ state }) => state === 'CALLED').length);
  const usual = queue.served === 0 ? USUAL_MS : queue.servedMs / queue.served;
  const each = Math.min(LONGEST_MS, Math.max(LEAST_MS, usual));
  return inOrder(queue, now).map(({ number }, before) => ({
    ...{ number, before, minutes: Math.ceil((before * each) / serving / 60_000) },
  }));
}

/** Who waits, in the order in which they would be called from now on. */
export function inOrder({ open, streak }: Pick<Queue, 'open' | 'streak'>, now: Date): readonly Ticket[] {
  const order: Ticket[] = [];
  let rest = { open, streak };
  for (let next = nextOf(rest, now); next !== undefined; next = nextOf(rest, now)) {
    const called = next;
    order.push(called);
    rest = { open: rest.open.filter((each) => each !== called), streak: streakAfter(rest, called, now) };
  }
  return order;
}

/** A queue and the ticket that was changed in it. */
export interface Changed {
  readonly queue: Queue;
  readonly ticket: Ticket;
}

/**
 * The queue with one more in it, by the next number.
 * @throws Refusal QUEUE_FULL
 */
export function joined(
  queue: Queue,
  who: Pick<Ticket, 'booked' | 'resident' | 'maskedName' | 'service' | 'serviceName'>,
  now: Date,
): Changed {
  const isForgotten = ({ state, calledAt }: Ticket) =>
    state === 'ABSENT' && now.getTime() - (calledAt?.getTime() ?? 0) > REMEMBERED_MS;
  const open = queue.open.filter((each) => !isForgotten(each));
  const max = MOST_OF_QUEUE.open;
  if (open.length >= max) throw new Refusal('QUEUE_FULL', { max }, []);
  const number = queue.last + 1;
  const ticket: Ticket = { ...who, number, state: 'WAITING', joinedAt: now, absences: 0 };
  return { ticket, queue: { ...queue, last: number, open: [...open, ticket] } };
}

/**
 * The queue with its next called to a window, which must be free.
 * @throws Refusal WINDOW_BUSY, QUEUE_EMPTY
 */
export function called(queue: Queue, window: number, now: Date): Changed {
  const busy = queue.open.find((each) => each.state === 'CALLED' && each.window === window);
  if (busy !== undefined) throw new Refusal('WINDOW_BUSY', { window, number: busy.number }, ['window']);
  const next = nextOf(queue, now);
  if (next === undefined) throw new Refusal('QUEUE_EMPTY', {}, []);
  const streak = streakAfter(queue, next, now);
  return moved({ ...queue, streak }, next.number, 'CALL', now, window);
}

/**
 * The queue with a move made; whoever is served or gone is not in it any more.
 * @throws Refusal TICKET_MOVE
 */
export function moved(queue: Queue, number: number, move: TicketMove, now: Date, window?: number): Changed {
  const before = queue.open.find((each) => each.number === number);
  const state = before && ticketStateAfter(before.state, move, before.absences);
  if (before === undefined || state === undefined)
    throw new Refusal('TICKET_MOVE', { move: QUEUE_MOVE_TEXTS[move] }, ['number']);
  const ticket: Ticket = { ...before, state, ...effectOf(before, move, now, window) };
  const isOut = state === 'DONE' || state === 'GONE';
  const open = queue.open.flatMap((each) => (each !== before ? each : isOut ? [] : ticket));
  const took = move === 'FINISH' ? now.getTime() - (before.calledAt ?? now).getTime() : 0;
  const served = queue.served + (move === 'FINISH' ? 1 : 0);
  return { ticket, queue: { ...queue, open, served, servedMs: queue.servedMs + took } };
}

function effectOf(before: Ticket, move: TicketMove, now: Date, window: number | undefined): Partial<Ticket> {
  switch (move) {
    case 'CALL':
      return { window, calledAt: now };
    case 'FINISH':
      return {};
    case 'MISS':
      return { window: undefined, absences: before.absences + 1 };
    case 'BACK':
      return { joinedAt: now, booked: undefined };
  }
}
