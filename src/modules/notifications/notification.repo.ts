import { readMany } from '../../data/batch-read';
import { type CollectionReader } from '../../data/collection-reader';
import { commit, commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import { type CasePerson } from '../cases/case.rules';
import { createNotificationEntity, type NotificationEntity } from './notification.entity';
import { type RecordNotice, turnOf } from './notification.events';
import { type NotificationKind } from './notification.rules';
import { type Notification } from './notification.type';

type Row = readonly [
  kind: NotificationKind,
  recordId: string,
  id: string,
  name: string,
  role: string,
  /** Only where something is counted. */
  numbers?: readonly number[],
];

/** How long a notification is kept, in ms. */
const KEPT_MS = 90 * 86_400_000;

/** Most unread that are counted. */
export const MOST_COUNTED = 100;

/** Reads and writes notifications. */
export class NotificationRepo {
  readonly #notifications: NotificationEntity;

  constructor(private readonly table: Table) {
    this.#notifications = lazily(() => createNotificationEntity(table));
  }

  /** Notifies somebody, unless they were notified of the very same before: then also what they have read stays read. */
  async tell(person: string, notice: RecordNotice): Promise<CommitResult> {
    const { kind, recordId, at, by, numbers } = notice;
    const turn = turnOf(notice);
    const about = [kind, recordId, by.id, by.name, by.role] as const;
    const row: Row = numbers === undefined ? about : [...about, numbers];
    const put = this.#notifications
      .put({
        ...{ person, turn, row, unreadBy: person, unreadTurn: turn },
        expiresAt: Math.ceil((at.getTime() + KEPT_MS) / 1000),
      })
      .where((found, { notExists }) => notExists(found.turn))
      .params<PreparedPut>();
    return commit(this.table, [put], undefined);
  }

  /** What somebody was notified of, newest first, or only what is unread; one Query. */
  async of(person: string, page: PageKey, unread: boolean): Promise<Page<Notification>> {
    const first = page.afterKey;
    const range = {
      limit: rowsToRead(page.limit),
      order: 'desc',
      data: 'includeKeys',
      ignoreOwnership: true,
    } as const;
    const { primary, unread: open } = this.#notifications.query;
    const { data } = unread
      ? await open({ unreadBy: person })
          .lt({ unreadTurn: first ?? END })
          .go(range)
      : await primary({ person })
          .lt({ turn: first ?? END })
          .go(range);
    const rows = data.map((item) => {
      const notification = fromItem(item, unread);
      return { row: notification, key: notification.id };
    });
    return pageFrom(rows, page.limit);
  }

  /** How many of somebody's notifications are unread, a hundred at most; one Query. */
  async countUnread(person: string): Promise<number> {
    const { data } = await this.#notifications.query
      .unread({ unreadBy: person })
      .go({ limit: MOST_COUNTED, ignoreOwnership: true });
    return data.length;
  }

  /** Marks some of somebody's notifications as read; those that are not there are left out. One BatchGetItem, one write. */
  async markRead(
    reads: CollectionReader,
    person: string,
    turns: readonly string[],
    gate: Gate | undefined,
  ): Promise<void> {
    const keys = turns.map((sk) => ({ pk: `NOTIFICATIONS#${person}`, sk }));
    const found = (await readMany(this.table, keys)).filter(({ unreadBy }) => unreadBy !== undefined);
    const puts = found.map((item) => {
      const { turn, row, expiresAt } = item as { turn: string; row: Row; expiresAt: number };
      return this.#notifications.put({ person, turn, row, expiresAt }).params<PreparedPut>();
    });
    // None has a condition, so nothing can stand against it.
    if (puts.length > 0) await commitFor(reads, this.table, puts, gate);
  }
}

/** After all turns. */
const END = '~';

/** A notification from its item, or from the index of what is unread, which copies no more than keys and row. */
function fromItem(item: object, isOfUnread: boolean): Notification {
  const { row, unreadBy, sk: turn } = item as { row: Row; unreadBy?: string; sk: string };
  const [kind, recordId, id, name, role, numbers] = row;
  return {
    ...{ id: turn, kind, recordId, by: { id, name, role } satisfies CasePerson },
    at: new Date(Number(turn.slice(0, turn.indexOf('#')))),
    ...(numbers && { numbers }),
    read: !isOfUnread && unreadBy === undefined,
  };
}
