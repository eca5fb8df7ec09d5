import { type CollectionReader } from '../../data/collection-reader';
import { type Clock } from '../../shared/clock';
import { logFailure } from '../../shared/logger';
import { someAtOnce } from '../../shared/some-at-once';
import { type BookingRepo, type NotedDue } from './booking.repo';
import { afterDue } from './booking.rules';

/** What came of looking at one booking: it was reminded of, nobody came to it, there was nothing to do, or it failed. */
export type BookingLook = 'REMINDED' | 'MISSED' | 'PASSED' | 'FAILED';

/** Bookings read and looked at together. */
const PAGE = 100;
const AT_ONCE = 8;

/** Reminds of bookings on the afternoon before and an hour before, and notes that nobody came half an hour after the slot. */
export class BookingReminderService {
  constructor(
    private readonly repo: BookingRepo,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at every booking that is due. It may be broken off anywhere, and done by several at once: the booking is written first,
   * on the version that was read, with what is due next; what was noted is taken away afterwards. What fails is due again.
   */
  async lookAtDue(): Promise<Readonly<Record<BookingLook, number>>> {
    const now = this.clock.now();
    const count = { REMINDED: 0, MISSED: 0, PASSED: 0, FAILED: 0 };
    for await (const page of this.repo.dueBefore(now, PAGE)) {
      await someAtOnce(AT_ONCE, page, async (noted) => {
        const outcome = await this.#look(noted, now).catch((error: unknown): BookingLook => {
          logFailure('booking not looked at', error);
          return 'FAILED';
        });
        count[outcome] += 1;
      });
    }
    return count;
  }

  async #look(noted: NotedDue, now: Date): Promise<BookingLook> {
    const reads = this.newReads();
    const found = await this.repo.find(reads, noted.id, { consistent: true });
    const isStill = found?.due?.at.toISOString() === noted.at;
    const next = found && isStill ? afterDue(found, now) : undefined;
    let outcome: BookingLook = 'PASSED';
    if (next !== undefined) {
      const result = await this.repo.save(reads, next, this.repo.savingDue(next), undefined);
      // Somebody moved it or came in between: then it is looked at again in the next round.
      if (!result.done) return 'PASSED';
      if (next.state === 'MISSED') outcome = 'MISSED';
      else if (next.remindedAt !== found?.remindedAt) outcome = 'REMINDED';
    }
    await this.repo.removeDue(noted);
    return outcome;
  }
}
