import { type EntityItem } from 'electrodb';
import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Page, pageFrom, type PageKey, rowsToRead } from '../../shared/page';
import {
  createNoticeAreaEntity,
  createNoticeEntity,
  createNoticeVersionEntity,
  type NoticeAreaEntity,
  type NoticeEntity,
  type NoticeVersionEntity,
} from './notice.entity';
import { listOf } from './notice-reach.rules';
import { momentKey, type NoticeRow, type PackedRow, packed, turnOf, unpacked } from './notice-row.rules';
import {
  type FormerContent,
  type Meeting,
  type Minutes,
  type NoticeRecord,
  type Taken,
  type Withdrawal,
} from './notice.rules';

/** Moments are kept as RFC 3339 UTC. */
type Stored<Value> = Value extends Date
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Stored<Value[Key]> }
    : Value;

/** The index copies only its keys and `row`. */
const WITH_KEYS = { ignoreOwnership: true, data: 'includeKeys' } as const;

/** After all turns. */
const END = '~';

/** Reads and writes notices. */
export class NoticeRepo {
  readonly #notices: NoticeEntity;
  readonly #areas: NoticeAreaEntity;
  readonly #versions: NoticeVersionEntity;

  constructor(private readonly table: Table) {
    this.#notices = lazily(() => createNoticeEntity(table));
    this.#areas = lazily(() => createNoticeAreaEntity(table));
    this.#versions = lazily(() => createNoticeVersionEntity(table));
  }

  /** The notice with this id and what it said before; one Query of its collection. */
  async find(
    reads: CollectionReader,
    id: string,
    { consistent = false } = {},
  ): Promise<NoticeRecord | undefined> {
    const items = await reads.read(noticeKey(id), { consistent });
    const found = this.fromItem(items.find(({ sk }) => sk === 'NOTICE'));
    if (found === undefined) return undefined;
    const history = items
      .filter(({ sk }) => String(sk).startsWith('WAS#'))
      .map((item) => this.#versions.parse({ Item: item }).data?.was as Stored<FormerContent>)
      .map(formerFrom);
    return { ...found, history };
  }

  /** Everything of a list that is planned or out at a moment, in the order of its end; one Query. */
  async current(list: string, now: Date): Promise<NoticeRow[]> {
    const { data } = await this.#areas.query
      .inArea({ list })
      .gt({ turn: afterMoment(now) })
      .go({ ...WITH_KEYS, pages: 'all' });
    return data.map(listed);
  }

  /** What of a list is planned or out at a moment, or what is over, latest end first, of what is to be kept; usually one Query. */
  async page(
    list: string,
    { now, over }: { readonly now: Date; readonly over: boolean },
    page: PageKey,
    isWanted: (row: NoticeRow) => boolean,
  ): Promise<Page<NoticeRow>> {
    const { inArea } = this.#areas.query;
    const [low, high] = over ? ['0', afterMoment(now)] : [afterMoment(now), END];
    let last = page.afterKey?.split('#')[1];
    const rows = await fillPage(
      {
        rows: rowsToRead(page.limit),
        from: page.afterKey === undefined ? null : cursorAfter(list, page.afterKey),
      },
      async (limit, cursor) => {
        const within = inArea({ list }).between({ turn: low }, { turn: high });
        const answer = await within.go({ limit, cursor, order: 'desc', ...WITH_KEYS });
        return { data: answer.data, cursor: answer.cursor };
      },
      (item) => {
        // The rows of a notice stand together: the first that is wanted stands for all.
        const row = listed(item);
        const short = turnIn(item).split('#')[1];
        if (short === last || !isWanted(row)) return false;
        last = short;
        return true;
      },
    );
    const keyed = rows.map((item) => ({ row: listed(item), key: turnIn(item) }));
    return pageFrom(keyed, page.limit);
  }

  /**
   * Writes a notice that is new, unless there is one with this id. A transaction of it, a row for each area, and the slots of
   * its pictures.
   */
  async create(
    reads: CollectionReader,
    notice: NoticeRecord,
    slots: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#putting(notice).where(({ version }, { notExists }) => notExists(version));
    return commitFor(reads, this.table, [put.params<PreparedPut>(), ...this.#rowsOf(notice), ...slots], gate);
  }

  /**
   * Writes a notice that nobody changed since `version - 1`, what it said until now where that has changed, and the slots of
   * pictures that it has now.
   */
  async change(
    reads: CollectionReader,
    notice: NoticeRecord,
    slots: readonly PreparedPut[],
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const { id, version, history } = notice;
    const put = this.#putting(notice).where((found, { eq }) => eq(found.version, version - 1));
    const was = history.at(-1);
    const kept =
      was?.version !== version - 1
        ? []
        : [
            this.#versions
              .put({ notice: id, number: String(was.version).padStart(4, '0'), was: storedFormer(was) })
              .params<PreparedPut>(),
          ];
    const puts = [put.params<PreparedPut>(), ...this.#rowsOf(notice), ...kept, ...slots];
    return commitFor(reads, this.table, puts, gate);
  }

  /** Takes away the rows of areas that a notice is not for any more. */
  async removeRows(notice: string, areas: readonly string[]): Promise<void> {
    for (const area of areas) await this.#areas.delete({ notice, area }).go();
  }

  /** The notice in an item, without what it said before. */
  fromItem(item: Record<string, unknown> | undefined): NoticeRecord | undefined {
    const { data } = item === undefined ? { data: null } : this.#notices.parse({ Item: item });
    return data === null ? undefined : toRecord(data);
  }

  #putting({ id, version, requests, ...facts }: NoticeRecord) {
    // What it said before lies beside it.
    return this.#notices.put({ id, version, requests, facts: stored({ ...facts, history: undefined }) });
  }

  #rowsOf(notice: NoticeRecord): PreparedPut[] {
    const row = packed(notice);
    return notice.areas.map((area) =>
      this.#areas
        .put({ notice: notice.id, area, list: listOf(area), turn: turnOf(notice, area), row })
        .params<PreparedPut>(),
    );
  }
}

/** Partition key of a notice and all beside it. */
export function noticeKey(id: string): string {
  return `NOTICE#${id}`;
}

type Facts = Omit<NoticeRecord, 'id' | 'version' | 'requests' | 'history'>;

/** A value with its moments as text. */
function stored<Value extends object>(value: Value): Stored<Value> {
  return JSON.parse(JSON.stringify(value)) as Stored<Value>;
}

function storedFormer(was: FormerContent): Stored<FormerContent> {
  return stored(was);
}

function toRecord({ id, version, requests, facts }: EntityItem<NoticeEntity>): NoticeRecord {
  const { publishedAt, withdrawal, ...rest } = facts as Stored<Facts>;
  return {
    ...{ id, version, ...rest, ...contentFrom(rest) },
    publishedAt: new Date(publishedAt),
    withdrawal: withdrawal && withdrawalFrom(withdrawal),
    requests: requests as readonly Taken[],
    history: [],
  };
}

function withdrawalFrom(withdrawal: Stored<Withdrawal>): Withdrawal {
  return { ...withdrawal, at: new Date(withdrawal.at) };
}

function formerFrom(was: Stored<FormerContent>): FormerContent {
  return { ...was, ...contentFrom(was), changedAt: new Date(was.changedAt) };
}

/** What of a content is not kept as it is. */
function contentFrom({
  from,
  until,
  meeting,
  minutes,
  pictures,
}: Stored<Pick<Facts, 'from' | 'until' | 'meeting' | 'minutes'>> & {
  readonly pictures?: readonly string[];
}) {
  return {
    ...{ from: new Date(from), until: new Date(until) },
    meeting: meeting && ({ ...meeting, at: new Date(meeting.at) } satisfies Meeting),
    minutes: minutes && ({ ...minutes, at: new Date(minutes.at) } satisfies Minutes),
    // Notices from before there were pictures have none.
    pictures: pictures ?? [],
  };
}

function turnIn(item: object): string {
  return (item as { gsi1sk: string }).gsi1sk;
}

function listed(item: object): NoticeRow {
  return unpacked(turnIn(item), (item as { row: PackedRow }).row);
}

/** After every turn of what has ended by a moment, and before every other. */
function afterMoment(now: Date): string {
  return `${momentKey(now)}${END}`;
}

/** ElectroDB's cursor for the index row with this sort key. */
function cursorAfter(list: string, key: string): string {
  const { id, area } = unpacked(key, EMPTY);
  const start = { pk: noticeKey(id), sk: `AREA#${area}`, gsi1pk: `NOTICES#${list}`, gsi1sk: key };
  return Buffer.from(JSON.stringify(start)).toString('base64url');
}

const EMPTY: PackedRow = ['NOTICE', '', false, 'ALL', null, 0, false, '', null];
