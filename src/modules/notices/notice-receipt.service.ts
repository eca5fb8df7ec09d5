import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type CommitResult } from '../../data/commit';
import { type Vault } from '../../data/vault';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { type Page, pageOf } from '../../shared/page';
import { MOST_DAYS } from './notice-content.rules';
import { countedIn, type Reach, reachOf } from './notice-reach.rules';
import { type FoundNotice, type NoticeReadingService } from './notice-reading.service';
import { type NoticeReaderRepo } from './notice-reader.repo';
import { hasRead, type NoticeReader, withLook, withRead, type WorkerRead } from './notice-reader.rules';
import { type NoticeReceipts } from './notice-receipt.type';
import { type Notice } from './notice.type';
import { type NoticeRecord } from './notice.rules';

/** How often something is tried again when another device, or another reader, was faster. */
const ATTEMPTS = 8;

const DAY_MS = 86_400_000;

/** Who has read what: residents as counts, workers by name, and for oneself the last look. */
export class NoticeReceiptService {
  constructor(
    private readonly readers: NoticeReaderRepo,
    private readonly reading: NoticeReadingService,
    private readonly vault: Pick<Vault, 'indexOf'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Confirms that the actor has read a notice: a worker by name, a resident as one more of their grid or community, each once
   * however often it is said. Of what is for people with a care tag nothing is counted.
   * @throws Refusal NOT_FOUND
   */
  async confirm(actor: Actor, reads: CollectionReader, id: string): Promise<{ notice: Notice }> {
    const found = await this.#reached(actor, reads, id);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const reader = await this.reading.readerOf(actor, reads, { consistent: true });
      if (hasRead(reader, id)) return { notice: this.reading.shown(actor, { ...found, reader }) };
      const next = withRead(reader, found.record, this.clock.now());
      const result = await this.#write(actor, reads, found, next).catch(unlessBusy);
      if (result === undefined) continue;
      if (result.done) return { notice: this.reading.shown(actor, { ...found, reader: next }) };
      reads.forget(`NOTICE_READER#${reader.hash}`);
      // They were counted before, and their own mark was forgotten with the end that the notice had then.
      if (result.found[0] !== undefined && found.record.audience !== 'CARE_TAG')
        await this.readers.see(reads, next, actor.standing);
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /**
   * Keeps that the actor has looked at their notices: the latest moment of all that were told, never one in the future.
   * @throws TechnicalError TRY_AGAIN
   */
  async markSeen(
    actor: Actor,
    reads: CollectionReader,
    told: Date | null | undefined,
  ): Promise<{ seenAt: Date }> {
    const now = this.clock.now();
    const at = told == null || told > now ? now : told;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const reader = await this.reading.readerOf(actor, reads, { consistent: true });
      const next = withLook(reader, at);
      if (next === undefined) return { seenAt: reader.seenAt ?? at };
      if ((await this.readers.see(reads, next, actor.standing)).done) return { seenAt: at };
      reads.forget(`NOTICE_READER#${reader.hash}`);
    }
    throw new TechnicalError('TRY_AGAIN');
  }

  /** How many residents have read a notice, for who may change it; undefined for all others, and where nobody is counted. */
  async ofNotice(reads: CollectionReader, notice: Notice): Promise<NoticeReceipts | undefined> {
    if (!notice.isManaged || !notice.isCounted) return undefined;
    const counts = await this.readers.countsOf(reads, notice.id);
    const areas = [...counts].map(([area, count]) => ({ area, count }));
    return { residents: areas.reduce((sum, { count }) => sum + count, 0), areas };
  }

  /** Which workers have read a notice, for who may change it; undefined for all others. */
  async workersOf(notice: Notice, args: PageArgs): Promise<Page<WorkerRead> | undefined> {
    return notice.isManaged ? this.readers.workersOf(notice.id, pageOf(args)) : undefined;
  }

  async #write(
    actor: Actor,
    reads: CollectionReader,
    { record, reach }: FoundNotice & { readonly reach: Reach },
    next: NoticeReader,
  ): Promise<CommitResult> {
    if (record.audience === 'CARE_TAG') return this.readers.see(reads, next, actor.standing);
    if (reach.as === 'WORKER') {
      const { role } =
        actor.appointments.find(({ area, role: each }) => area === reach.area && each !== 'RESIDENT') ?? {};
      const at = this.clock.now();
      const worker = {
        notice: record.id,
        person: actor.id,
        name: actor.name,
        role: role ?? '',
        area: reach.area,
        at,
      };
      return this.readers.note(reads, next, worker, actor.standing);
    }
    const counting = {
      ...{ notice: record.id, area: countedArea(record, reach) },
      mark: await this.vault.indexOf('NOTICE_READ', `${actor.id}#${record.id}`),
      until: new Date(record.from.getTime() + (MOST_DAYS + 1) * DAY_MS),
    };
    return this.readers.count(reads, next, counting, actor.standing);
  }

  /** A notice that reaches the actor. @throws Refusal NOT_FOUND */
  async #reached(
    actor: Actor,
    reads: CollectionReader,
    id: string,
  ): Promise<FoundNotice & { readonly reach: Reach }> {
    const found = await this.reading.find(actor, reads, id).catch((error: unknown) => {
      if (error instanceof TechnicalError && error.code === 'NOT_FOUND') return undefined;
      throw error;
    });
    const reach = found?.reach;
    if (found === undefined || reach === undefined) throw new Refusal('NOT_FOUND', {}, ['notice']);
    return { ...found, reach };
  }
}

/** Many are counted at one time: whoever met another there tries again. */
function unlessBusy(error: unknown): undefined {
  if (!(error instanceof TechnicalError) || error.code !== 'TRY_AGAIN') throw error;
}

/** In which area a resident is counted: by the one of the notice's areas in which they live. */
function countedArea(record: NoticeRecord, { area: home }: Reach): string {
  const appointments = [{ role: 'RESIDENT', area: home }] as const;
  const everybody = { ...record, audience: 'ALL' } as const;
  const own = record.areas.find(
    (area) => reachOf({ ...everybody, area }, appointments, { careKinds: new Set() }) !== undefined,
  );
  return countedIn({ ...record, area: own ?? home }, home);
}
