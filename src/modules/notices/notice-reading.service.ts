import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { type Vault } from '../../data/vault';
import { isWithin, levelOf } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { TechnicalError } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type CareTagService } from '../care/care.service';
import { type ResidentService } from '../residents/resident.service';
import { manages, seesAsStaff } from './notice-access.service';
import { listOf, listsFor, NO_FACTS, type Reach, type ReaderFacts, reachOf } from './notice-reach.rules';
import { type NoticeReaderRepo } from './notice-reader.repo';
import { hasRead, isNewTo, type NoticeReader } from './notice-reader.rules';
import { type NoticeRow, positionOf } from './notice-row.rules';
import { type NoticeRepo } from './notice.repo';
import { type NoticeRecord, stateOf, stateOfRecord } from './notice.rules';
import { type Notice, type NoticeSummary } from './notice.type';

/** A notice that somebody has found, and how it concerns them. */
export interface FoundNotice {
  readonly record: NoticeRecord;
  /** As whom it reaches them; undefined where they see it as staff only. */
  readonly reach: Reach | undefined;
  readonly isManaged: boolean;
  readonly isSeenAsStaff: boolean;
  readonly reader: NoticeReader;
}

/** What is made known to somebody, and what they have seen of it. */
interface Mine {
  readonly rows: readonly NoticeRow[];
  readonly reader: NoticeReader;
  readonly now: Date;
}

/** What is made known (通知公告): my notices, one with its text, those of an area. */
export class NoticeReadingService {
  /** What was read in a request, for all its fields. */
  readonly #known = new WeakMap<CollectionReader, Map<string, Promise<Mine>>>();

  constructor(
    private readonly repo: NoticeRepo,
    private readonly readers: NoticeReaderRepo,
    private readonly residents: Pick<ResidentService, 'current'>,
    private readonly careTags: Pick<CareTagService, 'kindsFor'>,
    private readonly vault: Pick<Vault, 'indexOf'>,
    private readonly clock: Clock,
  ) {}

  /**
   * What is out now for the actor: urgent and unread first, then the newest. One round trip: a Query for each list their areas
   * are in, three at most for each area, what they have read, and who they are on file.
   */
  async mine(actor: Actor, reads: CollectionReader, args: PageArgs): Promise<Page<NoticeSummary>> {
    const { limit, afterKey } = pageOf(args);
    const { rows, reader, now } = await this.#mineOf(actor, reads);
    const keyed = rows
      .map((row) => ({ row, key: positionOf(row, hasRead(reader, row.id)) }))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .filter(({ key }) => afterKey === undefined || key > afterKey);
    const page = keyed
      .slice(0, limit)
      .map(({ row, key }) => ({ row: summaryOf(actor, row, reader, now), key }));
    return { rows: page, hasNextPage: keyed.length > limit };
  }

  /** How many of them have come out since the actor's last look; from what {@link mine} reads. */
  async countNew(actor: Actor, reads: CollectionReader): Promise<number> {
    const { rows, reader } = await this.#mineOf(actor, reads);
    return rows.filter(({ from }) => isNewTo(reader, from)).length;
  }

  /** The notice with this id as the actor sees it; NOT_FOUND where it is not for them. One round trip. */
  async get(actor: Actor, reads: CollectionReader, id: string): Promise<Notice> {
    return this.shown(actor, await this.find(actor, reads, id));
  }

  /**
   * The notice with this id, and how it concerns the actor; one round trip.
   * @throws TechnicalError NOT_FOUND where it is not for them, or not out
   */
  async find(
    actor: Actor,
    reads: CollectionReader,
    id: string,
    options: { consistent?: boolean } = {},
  ): Promise<FoundNotice> {
    if (!isId(id)) throw new TechnicalError('NOT_FOUND');
    const [record, reader, facts] = await Promise.all([
      this.repo.find(reads, id, options),
      this.readerOf(actor, reads, options),
      this.#factsOf(actor, reads),
    ]);
    if (record === undefined) throw new TechnicalError('NOT_FOUND');
    const state = stateOfRecord(record, this.clock.now());
    const isOut = state === 'OUT' || state === 'OVER';
    const reach = isOut ? reachOfRecord(record, actor, facts) : undefined;
    const [isManaged, isSeenAsStaff] = [manages(actor, record), seesAsStaff(actor, record, isOut)];
    if (reach === undefined && !isManaged && !isSeenAsStaff) throw new TechnicalError('NOT_FOUND');
    return { record, reach, isManaged, isSeenAsStaff, reader };
  }

  /** A notice as its reader sees it. */
  shown(actor: Actor, { record, isManaged, reader }: Omit<FoundNotice, 'reach' | 'isSeenAsStaff'>): Notice {
    const { audience, careKind, history, pictures } = record;
    const isOwn = record.by.id === actor.id;
    return {
      ...record,
      ...{ audience: isOwn ? audience : undefined, careKind: isOwn ? careKind : undefined },
      history: isManaged ? history : undefined,
      pictureIds: pictures,
      ...{ changedAt: history.at(-1)?.changedAt, isManaged, isCounted: audience !== 'CARE_TAG' },
      ...{ state: stateOfRecord(record, this.clock.now()), read: hasRead(reader, record.id) },
    };
  }

  /**
   * What is planned or out for an area, or over: for a community also what is for areas inside it. The latest end first.
   * @throws TechnicalError NOT_FOUND for an area that is not theirs
   */
  async ofArea(
    actor: Actor,
    reads: CollectionReader,
    { area: named, over }: { readonly area: string | undefined; readonly over: boolean },
    args: PageArgs,
  ): Promise<Page<NoticeSummary>> {
    const own = actor.appointments.find((each) => dutyOf(each) !== undefined)?.area;
    const area = named ?? own;
    if (area === undefined || levelOf(area) === undefined) throw new TechnicalError('NOT_FOUND');
    if (grantFor(actor, 'notice:list-area', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    const now = this.clock.now();
    const isWanted = (row: NoticeRow) =>
      isWithin(row.area, area) && (row.audience !== 'CARE_TAG' || row.by === actor.id);
    const [page, reader] = await Promise.all([
      this.repo.page(listOf(area), { now, over }, pageOf(args), isWanted),
      this.readerOf(actor, reads),
    ]);
    return {
      ...page,
      rows: page.rows.map(({ row, key }) => ({ row: summaryOf(actor, row, reader, now), key })),
    };
  }

  /** What the actor has seen and read: under a keyed hash, so that it tells nobody who they are. */
  async readerOf(
    actor: Actor,
    reads: CollectionReader,
    options: { consistent?: boolean } = {},
  ): Promise<NoticeReader> {
    return this.readers.reader(reads, await this.vault.indexOf('NOTICE_READER', actor.id), options);
  }

  #mineOf(actor: Actor, reads: CollectionReader): Promise<Mine> {
    const known = this.#known.get(reads) ?? new Map<string, Promise<Mine>>();
    this.#known.set(reads, known);
    const mine = known.get(actor.id) ?? this.#readMine(actor, reads);
    known.set(actor.id, mine);
    return mine;
  }

  async #readMine(actor: Actor, reads: CollectionReader): Promise<Mine> {
    const now = this.clock.now();
    const [lists, reader, facts] = await Promise.all([
      Promise.all(listsFor(actor.appointments).map((list) => this.repo.current(list, now))),
      this.readerOf(actor, reads),
      this.#factsOf(actor, reads),
    ]);
    const reached = lists
      .flat()
      .filter((row) => stateOf(row, now) === 'OUT' && reachOf(row, actor.appointments, facts) !== undefined);
    return { rows: [...new Map(reached.map((row) => [row.id, row])).values()], reader, now };
  }

  /** Who the actor is on file; nothing is read for who is no resident. */
  async #factsOf(actor: Actor, reads: CollectionReader): Promise<ReaderFacts> {
    if (!actor.appointments.some(({ role }) => role === 'RESIDENT')) return NO_FACTS;
    const resident = await this.residents.current(reads, actor.id);
    if (resident === undefined) return NO_FACTS;
    return { kind: resident.kind, careKinds: await this.careTags.kindsFor(reads, resident) };
  }
}

function reachOfRecord(record: NoticeRecord, actor: Actor, facts: ReaderFacts): Reach | undefined {
  const reaches = record.areas.flatMap(
    (area) => reachOf({ ...record, area }, actor.appointments, facts) ?? [],
  );
  return reaches.find((reach) => reach.as === 'WORKER') ?? reaches[0];
}

function summaryOf(actor: Actor, row: NoticeRow, reader: NoticeReader, now: Date): NoticeSummary {
  const { audience, careKind, by, id, kind, title, urgent, from, until, meetsAt } = row;
  return {
    ...{ id, kind, title, urgent, from, until, meetsAt, state: stateOf(row, now) },
    ...(by === actor.id && { audience, careKind }),
    ...{ read: hasRead(reader, id), isNew: isNewTo(reader, from) },
  };
}
