import { type Actor } from '../../src/auth/actor';
import { newId } from '../../src/shared/ids';
import {
  BookSlotDocument,
  type BookSlotInput,
  CallNextDocument,
  CancelBookingDocument,
  CheckInDocument,
  CounterDocument,
  FinishTicketDocument,
  MoveBookingDocument,
  MyBookingsDocument,
  PutCounterDocument,
  type PutCounterInput,
  QueueBoardDocument,
  QueueDocument,
  type TakeTicketInput,
  TicketAbsentDocument,
  TicketBackDocument,
} from '../generated/operations';
import { run } from './api';
import { offeredIn } from './applications';
import { asResident, somebody } from './privacy';
import { type World } from './world';

/** Tuesday, 12 May 2026, 10:30 in Shanghai is now: the slots of tomorrow, by their time in Shanghai. */
export const tomorrowAt = (time: string): string => new Date(`2026-05-13T${time}:00+08:00`).toISOString();
/** The same of today. */
export const todayAt = (time: string): string => new Date(`2026-05-12T${time}:00+08:00`).toISOString();

/** What came of a mutation: the refusals, or the code of the technical error. */
const refusals = (
  payload: { readonly userErrors: readonly { readonly code: string }[] } | null | undefined,
  errors: readonly { readonly extensions?: { readonly code?: string } }[],
): readonly string[] => [
  ...(payload?.userErrors ?? []).map(({ code }) => code),
  ...errors.map(({ extensions }) => extensions?.code ?? '?'),
];

/** A counter of the world's community: every weekday, slots of half an hour with two places, three windows. */
export function counterInput(world: World, more: Partial<PutCounterInput> = {}): PutCounterInput {
  return {
    ...{ id: newId(), counter: newId(), expectedVersion: 0, area: world.community },
    ...{ name: '某社区便民服务站', address: '某路 1 号', phone: '028-84000000', windows: 3 },
    ...{ point: { ...world.point, datum: 'WGS84' }, services: [], closedOn: [], opensOnMakeUpDays: false },
    sessions: [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, from: '09:00', to: '12:00', slotMinutes: 30, capacity: 2 },
      { weekday, from: '14:00', to: '17:00', slotMinutes: 30, capacity: 2 },
    ]),
    ...more,
  };
}

/** Puts a counter; the counter and the refusals. */
export async function put(world: World, actor: Actor, input: PutCounterInput) {
  const { data, errors } = await run(world, actor, PutCounterDocument, { input });
  const payload = (data as typeof data | undefined)?.putCounter;
  return { counter: payload?.counter ?? undefined, codes: refusals(payload, errors) };
}

/** A counter of the world's community; its id. */
export async function counterIn(world: World, more: Partial<PutCounterInput> = {}): Promise<string> {
  const area = more.area ?? world.community;
  const role = area.length === 12 ? 'COMMUNITY_STAFF' : area.length === 9 ? 'STREET_STAFF' : 'DISTRICT_STAFF';
  const { counter, codes } = await put(world, world.actor(role, area), counterInput(world, more));
  if (counter === undefined) throw new Error(`No counter was put: ${codes.join()}`);
  return counter.id;
}

/** What is free, by the start of the slot. */
export async function freeAt(world: World, counter: string, from: string, days = 1) {
  const variables = { id: counter, from, days };
  const { data, errors } = await run(world, world.actor('RESIDENT'), CounterDocument, variables);
  const slots = (data as typeof data | undefined)?.counterSlots ?? [];
  return {
    free: new Map(slots.map(({ start, free }) => [new Date(start).toISOString(), free])),
    codes: refusals(undefined, errors),
  };
}

/** What a resident sends who books for themselves. */
export async function bookingInput(
  world: World,
  counter: string,
  more: Partial<BookSlotInput> = {},
): Promise<BookSlotInput> {
  const start = tomorrowAt('09:00');
  return { id: newId(), counter, start, service: await offeredIn(world), ...more };
}

/** Books; the booking and the refusals. */
export async function book(world: World, actor: Actor, input: BookSlotInput) {
  const { data, errors } = await run(world, actor, BookSlotDocument, { input });
  const payload = (data as typeof data | undefined)?.bookSlot;
  return { booking: payload?.booking ?? undefined, codes: refusals(payload, errors) };
}

/** Moves a booking. */
export async function moveBooking(
  world: World,
  actor: Actor,
  [booking, expectedVersion]: readonly [string, number],
  start: string,
  id = newId(),
) {
  const input = { id, booking, expectedVersion, start };
  const { data, errors } = await run(world, actor, MoveBookingDocument, { input });
  const payload = (data as typeof data | undefined)?.moveBooking;
  return { booking: payload?.booking ?? undefined, codes: refusals(payload, errors) };
}

/** Gives a booking back. */
export async function cancel(
  world: World,
  actor: Actor,
  [booking, expectedVersion]: readonly [string, number],
  id = newId(),
) {
  const input = { id, booking, expectedVersion };
  const { data, errors } = await run(world, actor, CancelBookingDocument, { input });
  const payload = (data as typeof data | undefined)?.cancelBooking;
  return { booking: payload?.booking ?? undefined, codes: refusals(payload, errors) };
}

/** Somebody's own bookings, with their states. */
export async function myBookings(world: World, actor: Actor) {
  const { data } = await run(world, actor, MyBookingsDocument, {});
  return (data.myBookings?.edges ?? []).map(({ node }) => [node.id, node.state] as const);
}

/** A resident of the world's courtyard, with the token of their portal. */
export async function visitor(world: World): Promise<Actor> {
  return asResident(world, await somebody(world));
}

/** A booking of a resident of the world's courtyard, version 1. */
export async function booked(world: World, counter: string, start = tomorrowAt('09:00')) {
  const me = await visitor(world);
  const { booking, codes } = await book(world, me, await bookingInput(world, counter, { start }));
  if (booking === undefined) throw new Error(`Nothing was booked: ${codes.join()}`);
  return { me, booking: booking.id };
}

/** Takes a number. */
export async function take(world: World, actor: Actor, counter: string, more: Partial<TakeTicketInput> = {}) {
  const input = { id: newId(), counter, ...more };
  const { data, errors } = await run(world, actor, CheckInDocument, { input });
  const payload = (data as typeof data | undefined)?.takeTicket;
  return { ticket: payload?.ticket ?? undefined, codes: refusals(payload, errors) };
}

/** Calls who is next. */
export async function callNext(world: World, actor: Actor, counter: string, window = 1, id = newId()) {
  const { data, errors } = await run(world, actor, CallNextDocument, { input: { id, counter, window } });
  const payload = (data as typeof data | undefined)?.callNext;
  return { ticket: payload?.ticket ?? undefined, codes: refusals(payload, errors) };
}

/** Makes a move with a number. */
export async function ticketMove(
  world: World,
  actor: Actor,
  counter: string,
  move: 'FINISH' | 'ABSENT' | 'BACK',
  number: number,
  id = newId(),
) {
  const input = { input: { id, counter, number } };
  if (move === 'FINISH') {
    const { data, errors } = await run(world, actor, FinishTicketDocument, input);
    const payload = (data as typeof data | undefined)?.finishTicket;
    return { ticket: payload?.ticket ?? undefined, codes: refusals(payload, errors) };
  }
  if (move === 'ABSENT') {
    const { data, errors } = await run(world, actor, TicketAbsentDocument, input);
    const payload = (data as typeof data | undefined)?.ticketAbsent;
    return { ticket: payload?.ticket ?? undefined, codes: refusals(payload, errors) };
  }
  const { data, errors } = await run(world, actor, TicketBackDocument, input);
  const payload = (data as typeof data | undefined)?.ticketBack;
  return { ticket: payload?.ticket ?? undefined, codes: refusals(payload, errors) };
}

/** The board, as somebody sees it. */
export async function board(world: World, actor: Actor, counter: string) {
  const { data, errors } = await run(world, actor, QueueBoardDocument, { counter });
  return { board: (data as typeof data | undefined)?.queueBoard, codes: refusals(undefined, errors) };
}

/** The queue, as the staff sees it. */
export async function queueOf(world: World, actor: Actor, counter: string) {
  const { data, errors } = await run(world, actor, QueueDocument, { counter });
  return { queue: (data as typeof data | undefined)?.queue, codes: refusals(undefined, errors) };
}
