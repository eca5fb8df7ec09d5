import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type Page, pageOf } from '../../shared/page';
import { type CaseService } from '../cases/case.service';
import { type NotificationRepo } from './notification.repo';
import { recordTypeOf } from './notification.rules';
import { type Notification } from './notification.type';

/** Most notifications marked at once: a page of them in one transaction. */
const MOST_MARKED = 50;

/** A notification's id: when, which record or grid, what of it, which kind. */
const ID = /^\d{13}#[\da-f-]{15,36}#[\da-f-]{1,36}#[A-Z_]{1,20}$/;

/** What somebody was notified of: each their own, and nobody else's. */
export class NotificationService {
  constructor(
    private readonly repo: NotificationRepo,
    private readonly cases: Pick<CaseService, 'many'>,
  ) {}

  /** The actor's notifications, newest first, with their cases as far as they may see them. One Query, one BatchGetItem. */
  async own(actor: Actor, unread: boolean, args: PageArgs): Promise<Page<Notification>> {
    const page = await this.repo.of(actor.id, pageOf(args), unread);
    const ids = new Set(
      page.rows.flatMap(({ row }) => (recordTypeOf(row.kind) === 'CASE' ? [row.recordId] : [])),
    );
    const found = new Map((await this.cases.many(actor, [...ids])).map((each) => [each.id, each]));
    const rows = page.rows.map(({ row, key }) => ({ key, row: { ...row, case: found.get(row.recordId) } }));
    return { ...page, rows };
  }

  /** How many of them are unread, a hundred at most; one Query. */
  async countUnread(actor: Actor): Promise<number> {
    return this.repo.countUnread(actor.id);
  }

  /**
   * Marks some of them as read; those read before, or gone, are no matter.
   * @throws Refusal NOT_FOUND for what is none of ours; TechnicalError BAD_USER_INPUT for too many
   */
  async markRead(actor: Actor, reads: CollectionReader, ids: readonly string[]): Promise<{ unread: number }> {
    if (ids.length > MOST_MARKED)
      throw new TechnicalError('BAD_USER_INPUT', { what: `ids: 0–${String(MOST_MARKED)}` });
    if (!ids.every((id) => ID.test(id))) throw new Refusal('NOT_FOUND', {}, ['ids']);
    const own = [...new Set(ids)];
    if (own.length > 0) await this.repo.markRead(reads, actor.id, own, actor.standing);
    return { unread: await this.repo.countUnread(actor.id) };
  }
}
