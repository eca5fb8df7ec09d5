import { type TableChange } from '../../data/table-change';
import { someAtOnce } from '../../shared/some-at-once';
import { type AccountSpeakerService } from '../accounts/account-speaker.service';
import { type Case } from '../cases/case.type';
import { type DutyService } from '../people/duty.service';
import {
  madeOf,
  type MadeNotification,
  nearNoticesOf,
  noticesBy,
  type RecordNotice,
} from './notification.events';
import { type NotificationRepo } from './notification.repo';

/** Notifications written at one time. */
const AT_ONCE = 8;

/** Takes note of notifications that were made; may be told twice. */
export type NoteMade = (made: readonly MadeNotification[]) => Promise<unknown>;

/** Whose accounts speak for a resident; nobody's, for whoever tells of nothing that is a resident's. */
export type FindHearers = AccountSpeakerService['hearersOf'];

/** Notifies those concerned of what happens to cases, applications and bookings, or is about to. */
export class NotificationSendingService {
  constructor(
    private readonly repo: Pick<NotificationRepo, 'tell'>,
    private readonly duties: Pick<DutyService, 'onDuty'>,
    private readonly noteMade: NoteMade,
    private readonly hearersOf: FindHearers,
  ) {}

  /**
   * Takes note of changes of the table; may be told twice, in any order. Whoever did it is not notified. One GetItem for each
   * area or department concerned, the accounts that speak for whoever comes to a counter, one Put for each person; then it is
   * noted that they were. Returns how many were notified.
   */
  async observe(changes: readonly TableChange[]): Promise<number> {
    return this.tell(changes.flatMap(noticesBy));
  }

  /** Reminds whoever is on duty where a case is that its limit is nearly over; once for each of its limits. */
  async remind(found: Case): Promise<void> {
    await this.tell(nearNoticesOf(found));
  }

  /**
   * Notifies those concerned; may be asked twice, and notifies once. One GetItem for each area or department, one Put for each
   * person; then it is noted that they were. Returns how many were notified.
   */
  async tell(notices: readonly RecordNotice[]): Promise<number> {
    const codes = [...new Set(notices.flatMap(({ duties }) => duties))];
    const staff = new Map(
      await Promise.all(codes.map(async (code) => [code, await this.duties.onDuty(code)] as const)),
    );
    const hearers = await Promise.all(
      notices.map(async ({ askedFor }) => (askedFor === undefined ? [] : this.hearersOf(askedFor))),
    );
    const tellings = notices.flatMap((notice, index) => {
      const onDuty = notice.duties.flatMap((code) => staff.get(code) ?? []);
      return [...new Set([...notice.people, ...onDuty, ...(hearers[index] ?? [])])]
        .filter((person) => person !== notice.by.id)
        .map((person) => ({ person, notice }));
    });
    await someAtOnce(AT_ONCE, tellings, async ({ person, notice }) => this.repo.tell(person, notice));
    // Broken off before, all of it comes again.
    await this.noteMade(tellings.flatMap(({ person, notice }) => madeOf(person, notice)));
    return tellings.length;
  }
}
