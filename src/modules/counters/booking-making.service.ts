import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { maskedName } from '../../shared/masking';
import { checkedConsent } from '../applications/application-consent.rules';
import { personOf } from '../applications/application-move.service';
import { type ApplicationService } from '../applications/application.service';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { type Resident } from '../residents/resident.type';
import { districtOfService } from '../services/service-item.rules';
import { type ServiceItemService } from '../services/service-item.service';
import { type BookSlotInput } from './booking.input';
import { type Booked, type BookingKeepingService } from './booking-keeping.service';
import { type BookingRepo } from './booking.repo';
import {
  assertMayBook,
  bookableSlot,
  bookingConflict,
  type BookingRecord,
  bookingTakenIn,
  dueAfter,
  stillOpen,
  withTaken,
} from './booking.rules';
import { type BookingService } from './booking.service';
import { type Counter } from './counter.rules';
import { type CounterService, NO_OWN_DAYS } from './counter.service';

/** Who bookings use to be made and changed. */
export interface BookingSources {
  readonly bookings: BookingService;
  readonly counters: CounterService;
  readonly residents: ResidentService;
  readonly applications: ApplicationService;
  readonly items: ServiceItemService;
}

/** Making bookings: who comes, when, and for what. */
export class BookingMakingService {
  constructor(
    private readonly repo: BookingRepo,
    private readonly keeping: BookingKeepingService,
    private readonly sources: BookingSources,
    private readonly clock: Clock,
  ) {}

  /**
   * Books a place: for oneself, for family for whom the actor's account acts, or with consent for somebody else. The same id and
   * content gives the same answer again, also when the resident is the actor's no more.
   * @throws Refusal ID_INVALID, CONFLICT, CONSENT_INVALID, RECORD_CLOSED, BOOKING_SERVICE, those of `bookableSlot`,
   *   `assertMayBook` and `withTaken`; NOT_FOUND for a counter of another district than the resident's, and
   *   for somebody who is neither family nor in the actor's area
   */
  async book(actor: Actor, reads: CollectionReader, input: BookSlotInput): Promise<Booked> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const isSelf = input.resident == null || input.resident === actor.id;
    const reaching = this.#residentOf(actor, reads, isSelf ? actor.id : (input.resident ?? ''));
    // It is awaited below, unless it was booked before.
    reaching.catch(() => undefined);
    const [counter, district, standing, mark] = await Promise.all([
      this.sources.counters.get(actor, reads, input.counter, { consistent: true }),
      this.sources.counters.officeOf(actor),
      this.repo.find(reads, id, { consistent: true }),
      this.sources.residents.markOf(actor, input),
    ]);
    // Somebody else is told of it only where they may book for whom they name.
    if (standing?.steps[0]?.by.id !== actor.id) await reaching;
    const again = bookingTakenIn(standing, { id, mark });
    if (again !== undefined) return { booking: again };
    if (standing !== undefined) throw bookingConflict(standing, ['id']);
    const { resident, grant, area } = await reaching;
    if (ancestorAt(area, 'DISTRICT') !== ancestorAt(counter.area, 'DISTRICT'))
      throw new TechnicalError('NOT_FOUND');
    const by = personOf(actor, grant);
    // Family agreed when it was bound.
    const isAsked = !isSelf && grant.role !== 'RESIDENT';
    const consent = checkedConsent(input.consent ?? undefined, isAsked, this.clock.now());
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
    return this.keeping.save(actor, reads, booking, async () => {
      const own = await this.repo.openOf(reads, resident.id);
      const open = stillOpen(own.open, now);
      assertMayBook(open, slot);
      const day = await this.keeping.dayOf(reads, counter.id, slot.start);
      return [
        this.keeping.savingDay(counter.id, withTaken(day, slot)),
        this.repo.savingOpen({ ...own, open: [...open, { id, start: slot.start, end: slot.end }] }),
        ...this.repo.savingDue(booking),
      ];
    });
  }

  /** Who comes, as the register has them now, and what lets the actor book for them. */
  async #residentOf(
    actor: Actor,
    reads: CollectionReader,
    id: string,
  ): Promise<{ resident: Resident; grant: Appointment; area: string }> {
    const found = isId(id)
      ? await this.sources.residents.current(reads, id, { consistent: true })
      : undefined;
    const area = found?.residences[0]?.courtyard;
    const grant = grantFor(actor, 'booking:make', { area, residentId: id });
    if (found === undefined || area === undefined || grant === undefined)
      throw new TechnicalError('NOT_FOUND');
    if (found.state !== 'LIVING_HERE') throw new Refusal('RECORD_CLOSED', {}, ['resident']);
    return { resident: found, grant, area };
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
}
