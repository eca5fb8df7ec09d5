import { businessDate, daysAfter, momentOf } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type ApplicationPerson, type Consent } from '../applications/application.rules';
import { bookableDays, type CounterDay, type DistrictDays, type Slot, slotAt, timeOf } from './slot.rules';
import { type Counter } from './counter.rules';

/** What becomes of a booking: it stands, who booked came, did not come, or gave it back. */
export const BOOKING_STATES = ['BOOKED', 'ARRIVED', 'MISSED', 'CANCELLED'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** What is done with a booking. */
export type BookingMove = 'BOOK' | 'MOVE' | 'CANCEL' | 'ARRIVE' | 'MISS';

/** One step of its history. */
export interface BookingStep {
  readonly id: string;
  readonly mark: string;
  readonly move: BookingMove;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly by: ApplicationPerson;
}

/** Why a booking is to be looked at: who booked is reminded, or did not come. */
export type DueKind = 'EVE' | 'HOUR' | 'MISSED';
export interface BookingDue {
  readonly at: Date;
  readonly kind: DueKind;
}

/** A booking as lists show it. */
export interface BookingSummary {
  readonly id: string;
  readonly counter: string;
  readonly counterName: string;
  readonly start: Date;
  readonly end: Date;
  readonly service: string;
  readonly serviceName: string;
  readonly maskedName: string;
  /** Who comes; not in the list of a counter. */
  readonly resident?: string | undefined;
  readonly state: BookingState;
  /** Number in the queue of that day, once they have come. */
  readonly ticket?: number | undefined;
  /** When who booked was reminded last. */
  readonly remindedAt?: Date | undefined;
}

/** A booking, as it is kept. */
export interface BookingRecord extends BookingSummary {
  readonly version: number;
  /** Code of the area that runs the counter. */
  readonly area: string;
  readonly resident: string;
  readonly application?: string | undefined;
  readonly consent?: Consent | undefined;
  readonly steps: readonly BookingStep[];
  /** What the clock has to do with it next. */
  readonly due?: BookingDue | undefined;
}

/** What counts among a resident's open bookings. */
export interface OpenBooking {
  readonly id: string;
  readonly start: Date;
  readonly end: Date;
}

/** Most of everything. The figures are ours. */
export const MOST_OF_BOOKINGS = { open: 3, moves: 5 } as const;
/** How long after its slot somebody is still waited for, in ms. */
export const GRACE_MS = 30 * 60_000;
const HOUR_MS = 3_600_000;
/** When people are reminded on the day before, in Shanghai. */
const EVE_TIME = '15:00:00';

/** What the clock has to do with a booking next, after a moment; undefined when it is over. */
export function dueAfter({ start, end }: Pick<Slot, 'start' | 'end'>, after: Date): BookingDue | undefined {
  const all: readonly BookingDue[] = [
    { kind: 'EVE', at: momentOf(daysAfter(businessDate(start), -1), EVE_TIME) },
    { kind: 'HOUR', at: new Date(start.getTime() - HOUR_MS) },
    { kind: 'MISSED', at: new Date(end.getTime() + GRACE_MS) },
  ];
  return all.find(({ at }) => at > after);
}

/** By whom it is noted that nobody came. */
const CLOCK: ApplicationPerson = { id: 'clock', name: '预约提醒', role: 'ADMINISTRATOR' };

/**
 * A booking once the clock has done what was due: reminded of it, while there is time, or noted that nobody came. Undefined where
 * nothing was due by now.
 */
export function afterDue(booking: BookingRecord, now: Date): BookingRecord | undefined {
  const { due, state, steps, start, version } = booking;
  if (state !== 'BOOKED' || due === undefined || due.at > now) return undefined;
  if (now.getTime() >= booking.end.getTime() + GRACE_MS) {
    const id = `missed-${String(version)}`;
    const step: BookingStep = { id, mark: id, move: 'MISS', at: now.toISOString(), by: CLOCK };
    return { ...booking, version: version + 1, state: 'MISSED', due: undefined, steps: [...steps, step] };
  }
  // Where the clock was late, it reminds once, and not of what has begun.
  const last = { kind: 'MISSED', at: new Date(booking.end.getTime() + GRACE_MS) } as const;
  return {
    ...{ ...booking, version: version + 1, due: dueAfter(booking, now) ?? last },
    remindedAt: now < start ? now : booking.remindedAt,
  };
}

/** Those of a resident's bookings that still count at a moment. */
export function stillOpen(open: readonly OpenBooking[], now: Date): readonly OpenBooking[] {
  return open.filter(({ end }) => end.getTime() + GRACE_MS > now.getTime());
}

/**
 * The slot of a counter that begins at a moment, if it may be booked now.
 * @throws Refusal SLOT_PAST, SLOT_TOO_FAR, SLOT_UNKNOWN
 */
export function bookableSlot(counter: Counter, district: DistrictDays, start: Date, now: Date): Slot {
  if (!(start > now)) throw new Refusal('SLOT_PAST', {}, ['start']);
  const days = bookableDays(now);
  if (!days.includes(businessDate(start)))
    throw new Refusal('SLOT_TOO_FAR', { days: days.length }, ['start']);
  const slot = slotAt(counter, district, start);
  if (slot === undefined) throw new Refusal('SLOT_UNKNOWN', {}, ['start']);
  return slot;
}

/**
 * Throws unless somebody may have one more booking, for this slot.
 * @throws Refusal BOOKING_OVERLAPS, BOOKING_TOO_MANY
 */
export function assertMayBook(others: readonly OpenBooking[], slot: Slot): void {
  if (others.some(({ start, end }) => start < slot.end && slot.start < end))
    throw new Refusal('BOOKING_OVERLAPS', {}, ['start']);
  const max = MOST_OF_BOOKINGS.open;
  if (others.length >= max) throw new Refusal('BOOKING_TOO_MANY', { max }, []);
}

/**
 * A day's numbers with a place more at a slot.
 * @throws Refusal SLOT_FULL
 */
export function withTaken(day: CounterDay, slot: Slot): CounterDay {
  const time = timeOf(slot.start);
  const taken = day.taken[time] ?? 0;
  if (taken >= slot.capacity) throw new Refusal('SLOT_FULL', {}, ['start']);
  return { ...day, taken: { ...day.taken, [time]: taken + 1 } };
}

/** A day's numbers with a place less at the slot that began at a moment. */
export function withFreed(day: CounterDay, start: Date): CounterDay {
  const { [timeOf(start)]: taken = 0, ...others } = day.taken;
  return { ...day, taken: taken > 1 ? { ...others, [timeOf(start)]: taken - 1 } : others };
}

/**
 * The record as a repeated request finds it; undefined when it was not taken in yet.
 * @throws Refusal CONFLICT where it said something else
 */
export function bookingTakenIn(
  record: BookingRecord | undefined,
  { id, mark }: { readonly id: string; readonly mark: string },
): BookingRecord | undefined {
  const step = record?.steps.find((each) => each.id === id);
  if (step === undefined) return undefined;
  if (step.mark !== mark) throw bookingConflict(record, ['id']);
  return record;
}

/** The refusal that tells who did something last. */
export function bookingConflict(record: BookingRecord | undefined, path: readonly string[]): Refusal {
  const last = record?.steps.at(-1);
  return new Refusal('CONFLICT', { what: `${last?.by.name ?? ''} ${last?.at ?? ''}`.trim() }, path);
}
