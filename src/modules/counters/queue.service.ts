import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { familyIds } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { untilDone } from '../../data/until-done';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { personOf } from '../applications/application-move.service';
import { type BookingRepo } from './booking.repo';
import { bookingConflict, type BookingRecord, GRACE_MS } from './booking.rules';
import { type BookingService } from './booking.service';
import { counterKey } from './counter.repo';
import { type Counter } from './counter.rules';
import { type CounterService } from './counter.service';
import { type CallNextInput, type TakeTicketInput, type TicketMoveInput } from './queue.input';
import { type TicketMove } from './queue.machine';
import { type QueueRepo, type QueueStep } from './queue.repo';
import { called, type Changed, inOrder, joined, moved, placesOf, type Queue } from './queue.rules';
import { type QueueBoard, type QueueState, type QueueTicket } from './queue.type';

/** What came of a request. */
export interface Ticketed {
  readonly ticket: QueueTicket;
}

interface Request {
  readonly id: string;
  readonly counter: string;
  readonly move?: TicketMove;
}

/** The queue of a counter (排队叫号): numbers are taken, called, finished. Each is one transaction on the queue of the day. */
export class QueueService {
  constructor(
    private readonly repo: QueueRepo,
    private readonly bookings: BookingRepo,
    private readonly sources: { readonly counters: CounterService; readonly bookings: BookingService },
    private readonly clock: Clock,
  ) {}

  /** Who is in the queue today, for the counter's staff; NOT_FOUND for others. One Query. */
  async state(actor: Actor, reads: CollectionReader, id: string): Promise<QueueState> {
    const counter = await this.sources.counters.lookUp(reads, id);
    if (counter === undefined || grantFor(actor, 'counter:serve', { area: counter.area }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const now = this.clock.now();
    const queue = await this.repo.find(reads, id, businessDate(now));
    const those = (state: 'CALLED' | 'ABSENT') => queue.open.filter((each) => each.state === state);
    const { day } = queue;
    return { day, waiting: inOrder(queue, now), called: those('CALLED'), absent: those('ABSENT') };
  }

  /** What the board shows: numbers only, and the caller's own place or their family's, whoever is next. One Query; beside it a resident's own record. */
  async board(actor: Actor, reads: CollectionReader, id: string): Promise<QueueBoard> {
    const [counter, selves] = await Promise.all([
      this.sources.counters.get(actor, reads, id),
      this.sources.bookings.selvesOf(actor, reads),
    ]);
    const now = this.clock.now();
    const queue = await this.repo.find(reads, counter.id, businessDate(now));
    const waiting = placesOf(queue, now);
    const people = [...selves, ...familyIds(actor)];
    const own = queue.open
      .filter(({ resident = '' }) => people.includes(resident))
      .map(({ number }) => number);
    const calls = queue.open.flatMap(({ state, number, window }) =>
      state === 'CALLED' && window !== undefined ? [{ number, window }] : [],
    );
    return { day: queue.day, calls, waiting, mine: waiting.find(({ number }) => own.includes(number)) };
  }

  /**
   * Takes the next number: for a booking within half an hour of its time, by who booked or the staff; for a walk-in by the
   * staff. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, CONFLICT, BOOKING_NOT_OPEN, QUEUE_NOT_NOW, BOOKING_SERVICE, QUEUE_FULL; NOT_FOUND
   */
  async take(actor: Actor, reads: CollectionReader, input: TakeTicketInput): Promise<Ticketed> {
    if (input.booking != null) return this.#checkIn(actor, reads, input, input.booking);
    return this.#serve(actor, reads, input, (queue, now, counter) => {
      const { service } = input;
      const offer = counter.offers.find(({ id }) => id === service);
      if (service != null && offer === undefined) throw new Refusal('BOOKING_SERVICE', {}, ['service']);
      return joined(queue, { service: offer?.id, serviceName: offer?.name }, now);
    });
  }

  /**
   * Calls who is next to a window. Two windows never get the same. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, CONFLICT, WINDOW_UNKNOWN, WINDOW_BUSY, QUEUE_EMPTY; NOT_FOUND
   */
  async callNext(actor: Actor, reads: CollectionReader, input: CallNextInput): Promise<Ticketed> {
    return this.#serve(actor, reads, input, (queue, now, { windows: max }) => {
      if (!(input.window >= 1 && input.window <= max))
        throw new Refusal('WINDOW_UNKNOWN', { max }, ['window']);
      return called(queue, input.window, now);
    });
  }

  /**
   * Makes a move of the machine with a number of today. The same id and content gives the same answer again.
   * @throws Refusal ID_INVALID, CONFLICT, TICKET_MOVE; NOT_FOUND
   */
  async move(
    actor: Actor,
    reads: CollectionReader,
    move: Exclude<TicketMove, 'CALL'>,
    input: TicketMoveInput,
  ): Promise<Ticketed> {
    return this.#serve(actor, reads, { ...input, move }, (queue, now) =>
      moved(queue, input.number, move, now),
    );
  }

  async #checkIn(
    actor: Actor,
    reads: CollectionReader,
    input: TakeTicketInput,
    id: string,
  ): Promise<Ticketed> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [{ booking, target }, counter, step] = await Promise.all([
      this.sources.bookings.reach(actor, reads, id, { consistent: true }),
      this.sources.counters.lookUp(reads, input.counter, { consistent: true }),
      this.repo.stepBy(reads, input.id),
    ]);
    const grant = grantFor(actor, 'ticket:take', target);
    if (counter?.id !== booking.counter || grant === undefined) throw new TechnicalError('NOT_FOUND');
    const mark = fingerprint([actor.id, input]);
    if (step !== undefined) return again(step, mark);
    const now = this.clock.now();
    const { start: booked, resident, maskedName, service, serviceName } = booking;
    const by = personOf(actor, grant);
    const arrive = { id: input.id, mark, move: 'ARRIVE', at: now.toISOString(), by } as const;
    return this.#change(actor, reads, { id: input.id, counter: counter.id, mark, by }, (queue) => {
      assertInTime(booking, now);
      const after = joined(queue, { booked, resident, maskedName, service, serviceName }, now);
      const arrived: BookingRecord = {
        ...{ ...booking, version: booking.version + 1, state: 'ARRIVED', due: undefined },
        ...{ ticket: after.ticket.number, steps: [...booking.steps, arrive] },
      };
      return { ...after, beside: [this.bookings.saving(arrived)] };
    });
  }

  /** What the staff of a counter does. */
  async #serve(
    actor: Actor,
    reads: CollectionReader,
    input: Request,
    work: (queue: Queue, now: Date, counter: Counter) => Changed,
  ): Promise<Ticketed> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [counter, step] = await Promise.all([
      this.sources.counters.lookUp(reads, input.counter, { consistent: true }),
      this.repo.stepBy(reads, input.id),
    ]);
    const grant: Appointment | undefined =
      counter && grantFor(actor, 'counter:serve', { area: counter.area });
    if (counter === undefined || grant === undefined) throw new TechnicalError('NOT_FOUND');
    const mark = fingerprint([actor.id, input]);
    if (step !== undefined) return again(step, mark);
    const request = { id: input.id, counter: counter.id, mark, by: personOf(actor, grant) };
    return this.#change(actor, reads, request, (queue, now) => ({
      ...work(queue, now, counter),
      beside: [],
    }));
  }

  async #change(
    actor: Actor,
    reads: CollectionReader,
    request: Omit<QueueStep, 'ticket'>,
    work: (queue: Queue, now: Date) => Changed & { readonly beside: readonly PreparedPut[] },
  ): Promise<Ticketed> {
    return untilDone(async () => {
      const standing = await this.repo.stepBy(reads, request.id);
      if (standing !== undefined) return again(standing, request.mark);
      const now = this.clock.now();
      const before = await this.repo.find(reads, request.counter, businessDate(now), { consistent: true });
      const after = await this.#orTwin(reads, request.id, () => work(before, now));
      if ('mark' in after) return again(after, request.mark);
      const { queue, ticket, beside } = after;
      const step = { ...request, ticket };
      const result = await this.repo
        .save(...([reads, queue, step, beside, actor.standing] as const))
        .catch((error: unknown) => {
          // Who was in the way has changed what was read.
          for (const pk of [counterKey(request.counter), `QUEUE_STEP#${request.id}`]) reads.forget(pk);
          throw error;
        });
      if (result.done) return { ticket };
      // A repeat is found the next time.
      const [, noted, booking] = result.found;
      if (noted === undefined && booking !== undefined)
        throw bookingConflict(this.bookings.fromItem(booking), ['booking']);
      return undefined;
    });
  }

  /** What is in the way may be the same request, which came twice at once and was written just now. */
  async #orTwin<Done>(reads: CollectionReader, id: string, work: () => Done): Promise<Done | QueueStep> {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reads.forget(`QUEUE_STEP#${id}`);
      const twin = await this.repo.stepBy(reads, id);
      if (twin === undefined) throw error;
      return twin;
    }
  }
}

/** A request that was taken in before gets what it got then. */
function again({ mark, by, ticket }: QueueStep, now: string): Ticketed {
  if (mark !== now) throw new Refusal('CONFLICT', { what: by.name }, ['id']);
  return { ticket };
}

function assertInTime({ state, start, end }: BookingRecord, now: Date): void {
  if (state !== 'BOOKED') throw new Refusal('BOOKING_NOT_OPEN', {}, ['booking']);
  const minutes = GRACE_MS / 60_000;
  if (now.getTime() < start.getTime() - GRACE_MS || now.getTime() > end.getTime() + GRACE_MS)
    throw new Refusal('QUEUE_NOT_NOW', { minutes }, ['booking']);
}
