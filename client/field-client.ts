import { type Backoff, BACKOFF } from './backoff.rules';
import { Needs } from './batch.rules';
import { type Conflict, Conflicts, type ConflictSides } from './conflicts';
import { Copier, copyKey } from './copier';
import { FieldError } from './field-error';
import { isFileSettled } from './file.machine';
import { Hasher } from './hasher';
import { type Parts } from './parts';
import { type Progress, progressOf } from './progress';
import { isSettled } from './queue.machine';
import { type NewFile, Queue, type Recorded } from './queue';
import { type Change, type FileRow, type ItemRow, type Trouble } from './rows';
import { Runner } from './runner';
import { Sender } from './sender';
import { type Store, TABLES } from './store';
import { type Surroundings, surroundingsHere } from './surroundings';
import { type TokenSource, Transport } from './transport';
import { Uploader } from './uploader';
import { type FieldWork } from './work.rules';

/** What a client needs to know. */
export interface FieldClientOptions {
  /** Address of the API. */
  readonly url: string;
  readonly store: Store;
  /** Gives the bearer token of the person whose store it is. */
  readonly token: TokenSource;
  /** Whose store it is: one person at a time sends from it. */
  readonly name?: string;
  /** In which the server answers; Chinese when it is not said. */
  readonly language?: 'zh' | 'en';
  /** Codes of the areas of which a copy is kept here; none when it is not said. */
  readonly areas?: readonly string[];
  readonly backoff?: Backoff;
  /** Files over so many bytes go in parts of 8 MB; 16 MB when it is not said. */
  readonly partsOver?: number;
  /** Milliseconds after which a request counts as lost; 30 seconds when it is not said. */
  readonly patience?: number;
  /** Days for which what is settled is still listed; 7 when it is not said. */
  readonly keepDays?: number;
  /** What is taken from the outside, where it is not to be the browser's. */
  readonly surroundings?: Partial<Surroundings>;
}

/** An entry as it is listed: where it stands, its files, and what it waits for that its user has to see to. */
export interface ListedItem extends ItemRow {
  readonly files: readonly FileRow[];
  /** Id of an entry that was refused or given up, and that this one needs. */
  readonly blockedBy?: string | undefined;
}

/** Opens the queue of a person on this device. */
export async function openFieldClient(options: FieldClientOptions): Promise<FieldClient> {
  const client = new FieldClient(options);
  await client.prune();
  return client;
}

const DAY = 86_400_000;

/** The queue of a person on this device, and all that goes on with it. */
export class FieldClient {
  readonly #parts: Parts;
  readonly #queue: Queue;
  readonly #conflicts: Conflicts;
  readonly #runner: Runner;
  readonly #listeners = new Set<(progress: Progress) => void>();
  #areas: readonly string[];
  #telling = false;

  constructor(private readonly options: FieldClientOptions) {
    const surroundings = { ...surroundingsHere(), ...options.surroundings };
    const { url, token, language = 'zh', patience = 30_000 } = options;
    this.#areas = options.areas ?? [];
    this.#parts = {
      store: options.store,
      transport: new Transport({ url, token, language, patience }, surroundings),
      surroundings,
      backoff: options.backoff ?? BACKOFF,
      partsOver: options.partsOver ?? 16 * 1024 * 1024,
      changed: () => {
        this.#tell();
      },
    };
    this.#queue = new Queue(this.#parts);
    this.#conflicts = new Conflicts(this.#parts);
    this.#runner = new Runner(
      this.#parts,
      {
        hasher: new Hasher(this.#parts),
        sender: new Sender(this.#parts),
        uploader: new Uploader(this.#parts),
        conflicts: this.#conflicts,
        copier: new Copier(this.#parts),
      },
      { name: options.name ?? 'field', areas: () => this.#areas },
    );
  }

  /**
   * Keeps an entry with its files on the device, and returns as soon as it is there; it goes when it can.
   * @throws FieldError, and the store's own error when the device is full: nothing is kept then
   */
  async record(work: FieldWork, more: { readonly files?: readonly NewFile[] } = {}): Promise<Recorded> {
    const recorded = await this.#queue.record(work, more.files);
    this.#runner.wake();
    return recorded;
  }

  /** A new id (UUID version 7), for entries that name one another; those that are left out are filled in. */
  newId(): Promise<string> {
    return this.#queue.newId();
  }

  /** Does all that can be done now, also what was to wait, and says where things stand then. */
  async sync(): Promise<Progress> {
    await this.#runner.pass(true);
    return this.progress();
  }

  /** From now on by itself. */
  start(): void {
    this.#runner.start();
  }

  /** Not by itself any more; what is under way is finished. */
  stop(): Promise<void> {
    return this.#runner.stop();
  }

  /** Where things stand. */
  async progress(): Promise<Progress> {
    const [items, files] = await this.#rows();
    return progressOf(items, files, this.#runner.status);
  }

  /** Calls back with where things stand, now and whenever that changes; returns how to stop it. */
  watch(listener: (progress: Progress) => void): () => void {
    this.#listeners.add(listener);
    this.#tell();
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** All entries that are not forgotten yet, in the order in which they were entered. */
  async items(): Promise<ListedItem[]> {
    const [items, files] = await this.#rows();
    const needs = new Needs(items);
    return items.map((item) => ({
      ...item,
      files: files.filter((file) => file.item === item.id),
      blockedBy: isSettled(item) ? undefined : needs.blockerOf(item)?.id,
    }));
  }

  /** Puts another content in place of one that was refused or not sent yet; ids and files stay. False: too late. */
  async mend(id: string, work: FieldWork): Promise<boolean> {
    return this.#woken(await this.#queue.mend(id, work));
  }

  /** Sends what was refused once more as it is, and what waits at once. */
  async retry(id: string): Promise<boolean> {
    return this.#woken(await this.#queue.retry(id));
  }

  /** Drops an entry for good, with its files. False while the server may have it without our knowing, or has it. */
  giveUp(id: string): Promise<boolean> {
    return this.#queue.giveUp(id);
  }

  /** Sends a file once more that the check refused. */
  async retryFile(id: string): Promise<boolean> {
    return this.#woken(await this.#queue.retryFile(id));
  }

  /** Drops a file for good. False while its entry, which names it, may be on its way. */
  giveUpFile(id: string): Promise<boolean> {
    return this.#queue.giveUpFile(id);
  }

  /** Conflicts that are open; without a network those that were known last. */
  async conflicts(): Promise<Conflict[]> {
    await this.#conflicts.refresh();
    return this.#conflicts.list();
  }

  /** Both versions of one side by side; without a network as they were known last. */
  conflict(id: string): Promise<ConflictSides | undefined> {
    return this.#conflicts.sides(id);
  }

  /**
   * Keeps a person's decision about a conflict, and sends it as soon as it can. Gives the refusals, where it was answered
   * already: then it stands otherwise than was seen, and is to be decided again.
   */
  async resolve(
    id: string,
    choice: 'MINE' | 'THEIRS',
    more: { readonly seenVersion?: number } = {},
  ): Promise<readonly Trouble[]> {
    this.#runner.refusals.delete(id);
    await this.#conflicts.choose({ id, request: await this.newId(), choice, ...more });
    await this.#runner.pass(false);
    return this.#runner.refusals.get(id) ?? [];
  }

  /** The local copy of the records of some areas. */
  readonly copy = {
    /** A record as the server last told it. */
    get: async (type: string, id: string): Promise<Change | undefined> => {
      const row = await this.#parts.store.run('read', ['copy'], (kept) =>
        kept.get('copy', copyKey(type, id)),
      );
      return row?.change;
    },
    /** All records of a kind. */
    list: async (type: string): Promise<Change[]> => {
      const rows = await this.#parts.store.run('read', ['copy'], (kept) => kept.all('copy'));
      return rows.map(({ change }) => change).filter((change) => change.type === type);
    },
    /** From now on of other areas; what is kept of the old ones goes with the next pass. */
    follow: (areas: readonly string[]): void => {
      this.#areas = areas;
      this.#runner.wake();
    },
  };

  /** Forgets what was settled long ago. */
  prune(): Promise<void> {
    return this.#queue.prune(this.#parts.surroundings.now() - (this.options.keepDays ?? 7) * DAY);
  }

  /**
   * Removes everything of this person from the device.
   * @throws FieldError NOT_SENT_YET while something was not taken in, unless `evenUnsent`
   */
  async wipe({ evenUnsent = false } = {}): Promise<void> {
    await this.stop();
    await this.#parts.store.run('write', TABLES, async (transaction) => {
      const isAllThere =
        (await transaction.all('items')).every(isSettled) &&
        (await transaction.all('files')).every(isFileSettled);
      if (!isAllThere && !evenUnsent) throw new FieldError('NOT_SENT_YET');
      for (const table of TABLES)
        for (const { id } of await transaction.all(table)) await transaction.remove(table, id);
    });
    this.#tell();
  }

  /** Ends everything; what is kept stays. */
  async close(): Promise<void> {
    await this.stop();
    this.#listeners.clear();
    await this.#parts.store.close();
  }

  #rows(): Promise<[ItemRow[], FileRow[]]> {
    return this.#parts.store.run('read', ['items', 'files'], async (transaction) => [
      await transaction.all('items'),
      await transaction.all('files'),
    ]);
  }

  #woken(done: boolean): boolean {
    if (done) this.#runner.wake();
    return done;
  }

  /** Tells whoever watches, once for all that changes meanwhile. */
  #tell(): void {
    if (this.#telling || this.#listeners.size === 0) return;
    this.#telling = true;
    void Promise.resolve()
      .then(() => {
        this.#telling = false;
        return this.progress();
      })
      .then(
        (progress) => {
          for (const listener of this.#listeners) listener(progress);
        },
        // The store was closed meanwhile.
        () => undefined,
      );
  }
}
