import { type TableChange } from '../../data/table-change';
import { type Clock } from '../../shared/clock';
import { logFailure } from '../../shared/logger';
import { someAtOnce } from '../../shared/some-at-once';
import { type RecordNotice } from '../notifications/notification.events';
import { switchedOffBy } from '../webhooks/webhook.events';
import { switchedOffNoticeOf } from './reminder-notice.rules';
import { remindersBy } from './reminder.events';
import { type ReminderRepo } from './reminder.repo';
import { type MomentDue, type ReminderDue, type ReminderKind } from './reminder.rules';

/**
 * What came of looking at one moment: somebody was reminded, a notice came out, there was nothing of the kind any more, or it
 * failed.
 */
export type Reminding = 'REMINDED' | 'OUT' | 'PASSED' | 'FAILED';

/** Whom to remind of what, by the record as it stands now; nobody where there is nothing to remind of any more. */
export type Look = (due: ReminderDue, now: Date) => Promise<readonly RecordNotice[]>;

/** Notifies; may be asked twice, and notifies once. */
export type Tell = (notices: readonly RecordNotice[]) => Promise<unknown>;

/** Brings out a planned notice; may be asked twice, and does so once. Whether it did. */
export type BringOut = (id: string, from: number, now: Date) => Promise<boolean>;

/** Moments read and looked at together. */
const PAGE = 100;
const AT_ONCE = 8;

/** Reminds of what the clock finds: limits of applications, follow-ups of mediations, files that have not come, and each morning of what is to be visited; brings out urgent notices that were planned. Each once. */
export class ReminderService {
  constructor(
    private readonly repo: ReminderRepo,
    private readonly looks: Readonly<Record<ReminderKind, Look>>,
    private readonly tell: Tell,
    private readonly bringOut: BringOut,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes note of the moments that follow from changes of the table, and tells of the webhooks that were switched off by them; may
   * be told twice, in any order. Returns how many moments.
   */
  async observe(changes: readonly TableChange[]): Promise<number> {
    const off = changes.flatMap(switchedOffBy).map(switchedOffNoticeOf);
    if (off.length > 0) await this.tell(off);
    return this.repo.keep(changes.flatMap(remindersBy));
  }

  /**
   * Looks at every moment that has come. It may be broken off anywhere, and done by several at once: whoever is concerned is
   * notified first, which is known again, and the moment taken away afterwards. What fails is due again.
   */
  async remindDue(): Promise<Readonly<Record<Reminding, number>>> {
    const now = this.clock.now();
    const count = { REMINDED: 0, OUT: 0, PASSED: 0, FAILED: 0 };
    for await (const page of this.repo.before(now, PAGE)) {
      await someAtOnce(AT_ONCE, page, async (due) => {
        const outcome = await this.#look(due, now).catch((error: unknown): Reminding => {
          logFailure('not reminded', error);
          return 'FAILED';
        });
        count[outcome] += 1;
      });
    }
    return count;
  }

  async #look(due: MomentDue, now: Date): Promise<Reminding> {
    const { kind, ...moment } = due;
    const outcome =
      kind === 'NOTICE_OUT' ? await this.#out(moment, now) : await this.#remind({ kind, ...moment }, now);
    await this.repo.remove(due);
    return outcome;
  }

  async #remind(due: ReminderDue, now: Date): Promise<Reminding> {
    const notices = await this.looks[due.kind](due, now);
    if (notices.length > 0) await this.tell(notices);
    return notices.length === 0 ? 'PASSED' : 'REMINDED';
  }

  async #out({ id, source }: Pick<MomentDue, 'id' | 'source'>, now: Date): Promise<Reminding> {
    return (await this.bringOut(id, Number(source), now)) ? 'OUT' : 'PASSED';
  }
}
