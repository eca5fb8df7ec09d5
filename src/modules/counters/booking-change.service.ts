import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { untilDone } from '../../data/until-done';
import { ancestorAt } from '../../shared/area-code';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { personOf } from '../applications/application-move.service';
import { checkedConsent } from '../applications/application-consent.rules';
import { type ApplicationService } from '../applications/application.service';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { districtOfService } from '../services/service-item.rules';
import { type ServiceItemService } from '../services/service-item.service';
import { type BookSlotInput, type CancelBookingInput, type MoveBookingInput } from './booking.input';
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
import { type BookingService } from './booking.service';
import { counterKey, type CounterRepo } from './counter.repo';
import { type Counter } from './counter.rules';
import { type CounterService, NO_OWN_DAYS } from './counter.service';

/** What came of a request. */
export interface Booked {
  readonly booking: BookingRecord;
}

/** Who bookings use to be made and changed. */
export interface BookingSources {
  readonly bookings: BookingService;
  readonly counters: CounterService;
  readonly residents: ResidentService;
  readonly applications: ApplicationService;
  readonly items: ServiceItemService;
}

/** Making bookings, moving them, and giving them back. Each is one transaction with the numbers of its day. */
export class BookingChangeService {
  constructor(
    private readonly repo: BookingRepo,
    private readonly days: CounterRepo,
    private readonly sources: BookingSources,
    private readonly clock: Clock,
  ) {}

  /**
   * Books a place, for oneself or with consent for somebody else. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, CONFLICT, CONSENT_INVALID, RECORD_CLOSED, BOOKING_SERVICE, those of `bookableSlot`,
   *   `assertMayBook` and `withTaken`; NOT_FOUND for a counter of another district and somebody outside the actor's area
   */
  async book(actor: Actor, reads: CollectionReader, input: BookSlotInput): Promise<Booked> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const isSelf = input.resident == null || input.resident === actor.id;
    const [{ resident, grant }, counter, district, standing, mark] = await Promise.all([
      this.#residentOf(actor, reads, isSelf ? actor.id : (input.resident ?? '')),
      this.#counterFor(actor, reads, input.counter),
      this.sources.counters.officeOf(actor),
      this.repo.find(reads, id, { consistent: true }),
      this.sources.residents.markOf(actor, input),
    ]);
    const again = bookingTakenIn(standing, { id, mark });
    if (again !== undefined) return { booking: again };
    if (standing !== undefined) throw bookingConflict(standing, ['id']);
    const by = personOf(actor, grant);
    const consent = checkedConsent(input.consent ?? undefined, !isSelf, this.clock.now());
    // What is open is read with it, for the write.
    const [matter] = await Promise.all([
      this.#matterOf(actor, reads, input, { counter, resident }),
      this.repo.openOf(reads, resident.id),
    ]);
    const now = this.clock.now();
    const slot = bookableSlot(counter, district ?? NO_OWN_DAYS, input.start, now);
    const booking: BookingRecord = {
      ...{ id, version: 1, state: 'BOOKED', counter: counter.id, counterName: counter.name },
      ...{ area: counter.area, ...matter, start: slot.start, end: slot.end, due: dueAfter(slot, now) },
      ...{ resident: resident.id, maskedName: maskedName(resident.name) },
      consent: consent && { ...consent, to: by },
      steps: [{ id, mark, move: 'BOOK', at: now.toISOString(), by }],
    };
    return this.#until(actor, reads, booking, async () => {
      const own = await this.repo.openOf(reads, resident.id);
      const open = stillOpen(own.open, now);
      assertMayBook(open, slot);
      const day = await this.#dayOf(reads, counter.id, slot.start);
      return [
        this.days.savingDay(counter.id, withTaken(day, slot)),
        this.repo.savingOpen({ ...own, open: [...open, { id, start: slot.start, end: slot.end }] }),
        ...this.repo.savingDue(booking),
      ];
    });
  }

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
      this.#counterFor(actor, reads, before.counter),
      this.repo.openOf(reads, before.resident),
    ]);
    const slot = bookableSlot(counter, district ?? NO_OWN_DAYS, input.start, now);
    const next: BookingRecord = {
      ...{ ...before, version: before.version + 1, start: slot.start, end: slot.end },
      ...{ due: dueAfter(slot, now), remindedAt: undefined, steps: [...before.steps, step] },
    };
    return this.#until(actor, reads, next, async () => {
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
    return this.#until(actor, reads, next, async () => {
      const [own, day] = await Promise.all([
        this.repo.openOf(reads, before.resident),
        this.#dayOf(reads, before.counter, before.start),
      ]);
      const open = stillOpen(own.open, this.clock.now()).filter(({ id }) => id !== before.id);
      return [
        this.days.savingDay(before.counter, withFreed(day, before.start)),
        this.repo.savingOpen({ ...own, open }),
      ];
    });
  }

  async #movedPlaces(
    reads: CollectionReader,
    { counter, start }: BookingRecord,
    slot: Parameters<typeof withTaken>[1],
  ) {
    const from = withFreed(await this.#dayOf(reads, counter, start), start);
    if (businessDate(start) === businessDate(slot.start))
      return [this.days.savingDay(counter, withTaken(from, slot))];
    const to = withTaken(await this.#dayOf(reads, counter, slot.start), slot);
    return [this.days.savingDay(counter, from), this.days.savingDay(counter, to)];
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

  /** Who comes, as the register has them now, and what lets the actor book for them. */
  async #residentOf(
    actor: Actor,
    reads: CollectionReader,
    id: string,
  ): Promise<{ resident: Resident; grant: Appointment }> {
    const found = isId(id)
      ? await this.sources.residents.current(reads, id, { consistent: true })
      : undefined;
    const area = found?.residences[0]?.courtyard;
    const grant = grantFor(actor, 'booking:make', { area, residentId: id });
    if (found === undefined || area === undefined || grant === undefined)
      throw new TechnicalError('NOT_FOUND');
    if (found.state !== 'LIVING_HERE') throw new Refusal('RECORD_CLOSED', {}, ['resident']);
    return { resident: found, grant };
  }

  async #counterFor(actor: Actor, reads: CollectionReader, id: string): Promise<Counter> {
    const found = await this.sources.counters.lookUp(reads, id, { consistent: true });
    if (found === undefined || grantFor(actor, 'counter:read', { area: found.area }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** For what somebody comes. */
  async #matterOf(
    actor: Actor,
    reads: CollectionReader,
    { service, application: id }: BookSlotInput,
    { counter, resident }: { counter: Counter; resident: Resident },
  ): Promise<Pick<BookingRecord, 'service' | 'serviceName' | 'application'>> {
    const refusal = new Refusal('BOOKING_SERVICE', {}, [id == null ? 'service' : 'application']);
    if ((service == null) === (id == null)) throw refusal;
    const isOffered = (of: string) =>
      counter.offers.length === 0 || counter.offers.some((each) => each.id === of);
    if (id != null) {
      const found = await this.sources.applications.get(actor, reads, id);
      if (!idsOf(resident).includes(found.resident) || !isOffered(found.service)) throw refusal;
      return { service: found.service, serviceName: found.serviceName, application: id };
    }
    const district = districtOfService(service ?? '');
    if (
      district === undefined ||
      district !== ancestorAt(counter.area, 'DISTRICT') ||
      !isOffered(service ?? '')
    )
      throw refusal;
    const item = await this.sources.items.lookUp(reads, service ?? '');
    if (item === undefined) throw refusal;
    return { service: item.id, serviceName: item.name };
  }

  async #dayOf(reads: CollectionReader, counter: string, start: Date) {
    return this.days.dayOf(reads, counter, businessDate(start), { consistent: true });
  }

  /** Writes a booking with what lies beside it, made anew from what stands each time that somebody else was first. */
  async #until(
    actor: Actor,
    reads: CollectionReader,
    next: BookingRecord,
    makeBeside: () => Promise<readonly PreparedPut[]>,
  ): Promise<Booked> {
    const { id, version, counter, resident } = next;
    return untilDone(async () => {
      const standing = await this.repo.find(reads, id, { consistent: true });
      const last = next.steps.at(-1);
      const taken = last && bookingTakenIn(standing, last);
      if (taken !== undefined) return { booking: taken };
      if ((standing?.version ?? 0) !== version - 1) throw bookingConflict(standing, ['expectedVersion']);
      const beside = await makeBeside().catch(async (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        // What is in the way may be the same request, which came twice at once and was written just now.
        reads.forget(`BOOKING#${id}`);
        const twin = last && bookingTakenIn(await this.repo.find(reads, id, { consistent: true }), last);
        if (twin === undefined) throw error;
        return twin;
      });
      if ('steps' in beside) return { booking: beside };
      const result = await this.repo.save(reads, next, beside, actor.standing).catch((error: unknown) => {
        // Who was in the way has changed what was read.
        for (const pk of [`BOOKING#${id}`, counterKey(counter), `OPEN_BOOKINGS#${resident}`])
          reads.forget(pk);
        throw error;
      });
      return result.done ? { booking: next } : undefined;
    });
  }
}

/** Stands in for an appointment where a request is only answered again. */
const NOBODYS: Appointment = { role: 'RESIDENT', area: '' };
