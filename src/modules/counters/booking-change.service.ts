import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { personOf } from '../applications/application-move.service';
import { type CancelBookingInput, type MoveBookingInput } from './booking.input';
import { type Booked, type BookingKeepingService } from './booking-keeping.service';
import { type BookingSources } from './booking-making.service';
import { type BookingRepo } from './booking.repo';
import {
  assertMayBook,
  bookableSlot,
  bookingConflict,
  type BookingRecord,
  type BookingStep,
  bookingTakenIn,
  dueAfter,
  MOST_OF_BOOKINGS,
  stillOpen,
  withFreed,
  withTaken,
} from './booking.rules';
import { NO_OWN_DAYS } from './counter.service';
import { type Slot } from './slot.rules';

/** Moving bookings and giving them back. */
export class BookingChangeService {
  constructor(
    private readonly repo: BookingRepo,
    private readonly keeping: BookingKeepingService,
    private readonly sources: Pick<BookingSources, 'bookings' | 'counters' | 'residents'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves a booking to another slot of its counter. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, CONFLICT, BOOKING_NOT_OPEN, BOOKING_MOVED_OFTEN, those of `bookableSlot`, `assertMayBook` and
   *   `withTaken`; NOT_FOUND
   */
  async move(actor: Actor, reads: CollectionReader, input: MoveBookingInput): Promise<Booked> {
    const [{ before, step, taken }, district] = await Promise.all([
      this.#reach(actor, reads, input, 'MOVE'),
      this.sources.counters.officeOf(actor),
    ]);
    if (taken !== undefined) return { booking: taken };
    const now = this.clock.now();
    const max = MOST_OF_BOOKINGS.moves;
    if (before.steps.filter(({ move }) => move === 'MOVE').length >= max)
      throw new Refusal('BOOKING_MOVED_OFTEN', { max }, []);
    const [counter] = await Promise.all([
      this.sources.counters.get(actor, reads, before.counter, { consistent: true }),
      this.repo.openOf(reads, before.resident),
    ]);
    const slot = bookableSlot(counter, district ?? NO_OWN_DAYS, input.start, now);
    const next: BookingRecord = {
      ...{ ...before, version: before.version + 1, start: slot.start, end: slot.end },
      ...{ due: dueAfter(slot, now), remindedAt: undefined, steps: [...before.steps, step] },
    };
    return this.keeping.save(actor, reads, next, async () => {
      const own = await this.repo.openOf(reads, before.resident);
      const others = stillOpen(own.open, now).filter(({ id }) => id !== before.id);
      assertMayBook(others, slot);
      const { id, start, end } = next;
      return [
        ...(await this.#movedPlaces(reads, before, slot)),
        this.repo.savingOpen({ ...own, open: [...others, { id, start, end }] }),
        ...this.repo.savingDue(next),
      ];
    });
  }

  /**
   * Gives a booking back; its place is free again. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, CONFLICT, BOOKING_NOT_OPEN; NOT_FOUND
   */
  async cancel(actor: Actor, reads: CollectionReader, input: CancelBookingInput): Promise<Booked> {
    const { before, step, taken } = await this.#reach(actor, reads, input, 'CANCEL');
    if (taken !== undefined) return { booking: taken };
    const next: BookingRecord = {
      ...{ ...before, version: before.version + 1, state: 'CANCELLED', due: undefined },
      steps: [...before.steps, step],
    };
    return this.keeping.save(actor, reads, next, async () => {
      const [own, day] = await Promise.all([
        this.repo.openOf(reads, before.resident),
        this.keeping.dayOf(reads, before.counter, before.start),
      ]);
      const open = stillOpen(own.open, this.clock.now()).filter(({ id }) => id !== before.id);
      return [
        this.keeping.savingDay(before.counter, withFreed(day, before.start)),
        this.repo.savingOpen({ ...own, open }),
      ];
    });
  }

  async #movedPlaces(reads: CollectionReader, { counter, start }: BookingRecord, slot: Slot) {
    const from = withFreed(await this.keeping.dayOf(reads, counter, start), start);
    if (businessDate(start) === businessDate(slot.start))
      return [this.keeping.savingDay(counter, withTaken(from, slot))];
    const to = withTaken(await this.keeping.dayOf(reads, counter, slot.start), slot);
    return [this.keeping.savingDay(counter, from), this.keeping.savingDay(counter, to)];
  }

  async #reach(
    actor: Actor,
    reads: CollectionReader,
    input: Pick<MoveBookingInput, 'id' | 'booking' | 'expectedVersion'>,
    move: 'MOVE' | 'CANCEL',
  ) {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [{ booking: before, target }, mark] = await Promise.all([
      this.sources.bookings.reach(actor, reads, input.booking, { consistent: true, own: input.id }),
      this.sources.residents.markOf(actor, input),
    ]);
    const taken = bookingTakenIn(before, { id: input.id, mark });
    const grant = grantFor(actor, 'booking:change', target);
    if (taken === undefined && grant === undefined) throw new TechnicalError('NOT_FOUND');
    if (taken === undefined && input.expectedVersion !== before.version)
      throw bookingConflict(before, ['expectedVersion']);
    const now = this.clock.now();
    if (taken === undefined && (before.state !== 'BOOKED' || before.end <= now))
      throw new Refusal('BOOKING_NOT_OPEN', {}, ['booking']);
    const by = personOf(actor, grant ?? NOBODYS);
    const step: BookingStep = { id: input.id, mark, move, at: now.toISOString(), by };
    return { before, step, taken };
  }
}

/** Stands in for an appointment where a request is only answered again. */
const NOBODYS: Appointment = { role: 'RESIDENT', area: '' };
