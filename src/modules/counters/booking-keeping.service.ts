import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { untilDone } from '../../data/until-done';
import { businessDate } from '../../shared/business-date';
import { Refusal } from '../../shared/errors';
import { type BookingRepo } from './booking.repo';
import { bookingConflict, type BookingRecord, bookingTakenIn } from './booking.rules';
import { counterKey, type CounterRepo } from './counter.repo';
import { type CounterDay } from './slot.rules';

/** What came of a request. */
export interface Booked {
  readonly booking: BookingRecord;
}

/** Keeping bookings: each is written in one transaction with the numbers of its day. */
export class BookingKeepingService {
  constructor(
    private readonly repo: BookingRepo,
    private readonly days: CounterRepo,
  ) {}

  /** What is taken of the day on which a slot begins, strongly consistent. */
  async dayOf(reads: CollectionReader, counter: string, start: Date) {
    return this.days.dayOf(reads, counter, businessDate(start), { consistent: true });
  }

  /** The write of what is taken of a day. */
  savingDay(counter: string, day: CounterDay): PreparedPut {
    return this.days.savingDay(counter, day);
  }

  /**
   * Writes a booking with what lies beside it, made anew from what stands each time that somebody else was first.
   * @throws Refusal CONFLICT, and those of `makeBeside`; TechnicalError TRY_AGAIN
   */
  async save(
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
