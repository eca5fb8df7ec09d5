import { waitAfter } from './backoff.rules';
import { type Conflicts } from './conflicts';
import { type Copier } from './copier';
import { isFileOpen } from './file.machine';
import { type Hasher } from './hasher';
import { type Parts, type PassEnd } from './parts';
import { type Doing } from './progress';
import { isUnsent } from './queue.machine';
import { type Trouble } from './rows';
import { type Sender } from './sender';
import { type Uploader } from './uploader';

/** The rooms that a pass goes through. */
export interface Rooms {
  readonly hasher: Hasher;
  readonly sender: Sender;
  readonly uploader: Uploader;
  readonly conflicts: Conflicts;
  readonly copier: Copier;
}

/** What a pass came to. */
export interface PassStatus {
  readonly doing: Doing;
  readonly trouble?: Trouble | undefined;
}

/** How often to ask for what has changed while nothing else is to be done, in milliseconds. */
const ASK_EVERY = 60_000;

/** Goes through everything that is to be done, one pass at a time, by itself or when asked. */
export class Runner {
  #status: PassStatus = { doing: 'IDLE' };
  #running: Promise<void> | undefined;
  #again = false;
  #failures = 0;
  #asked = 0;
  #started = false;
  #cancel: (() => void) | undefined;
  #unsubscribe: (() => void) | undefined;
  readonly refusals = new Map<string, Trouble[]>();

  constructor(
    private readonly parts: Parts,
    private readonly rooms: Rooms,
    private readonly options: { readonly name: string; readonly areas: () => readonly string[] },
  ) {}

  get status(): PassStatus {
    return this.#status;
  }

  /** One pass: as far as it goes now. A pass that is under way is waited for, and another follows. */
  async pass(all: boolean): Promise<void> {
    while (this.#running !== undefined) await this.#running;
    this.#running = this.#locked(all).finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  /** From now on by itself: now, when something was entered, when the network is back, when a wait is over. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#unsubscribe = this.parts.surroundings.online.subscribe(() => {
      this.#failures = 0;
      this.wake();
    });
    this.wake();
  }

  /** Ends that; what is under way is finished. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#cancel?.();
    this.#unsubscribe?.();
    await this.#running;
  }

  /** Something is to be done. */
  wake(): void {
    if (!this.#started) return;
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#running === undefined) void this.#turn();
    else this.#again = true;
  }

  async #turn(): Promise<void> {
    this.#again = false;
    const begun = this.parts.surroundings.now();
    // The store itself may fail; then the next turn tries again.
    await this.pass(false).catch((error: unknown) => {
      this.#failures += 1;
      this.#say({ doing: 'BUSY', trouble: { code: 'STORE', message: String(error) } });
    });
    const wait = await this.#waitBeforeNext(begun);
    if (this.#started)
      this.#cancel = this.parts.surroundings.later(wait, () => {
        this.wake();
      });
  }

  /** Until the next thing is due, or until the next try after a failure. */
  async #waitBeforeNext(begun: number): Promise<number> {
    const { now, random } = this.parts.surroundings;
    if (this.#again && this.#failures === 0) return 0;
    if (this.#failures > 0)
      return Math.max(250, waitAfter(this.#failures, random, this.parts.backoff, this.#asked));
    const due = await this.parts.store
      .run('read', ['items', 'files'], async (transaction) => [
        ...(await transaction.all('items')).filter(isUnsent),
        ...(await transaction.all('files')).filter(isFileOpen),
      ])
      .catch(() => []);
    // What was due as the pass began has had its turn; what fell due in its course has not.
    const next = due.map(({ notBefore }) => notBefore).filter((moment) => moment > begun);
    return Math.max(50, Math.min(ASK_EVERY, ...next.map((moment) => moment - now())));
  }

  async #locked(all: boolean): Promise<void> {
    const { locks } = this.parts.surroundings;
    const ran = await locks.tryRun(`wangge-field:${this.options.name}`, () => this.#through(all));
    // Another tab is at it.
    if (ran === undefined) this.#say({ doing: 'IDLE' });
  }

  async #through(all: boolean): Promise<true> {
    await this.rooms.hasher.hashAll();
    if (!this.parts.surroundings.online.isOnline()) {
      this.#say({ doing: 'OFFLINE' });
      return true;
    }
    this.#say({ doing: 'SENDING' });
    const end = await this.#rooms(all);
    this.#failures = end === undefined ? 0 : this.#failures + 1;
    this.#asked = end?.waitAtLeast ?? 0;
    this.#say(end === undefined ? { doing: 'IDLE' } : { doing: end.why, trouble: end.trouble });
    return true;
  }

  /** Entries first, then files, for a file needs its entry; then what others did. */
  async #rooms(all: boolean): Promise<PassEnd | undefined> {
    const { sender, uploader, conflicts, copier } = this.rooms;
    return (
      (await sender.send(all)) ??
      (await conflicts.send(this.refusals)) ??
      (await uploader.upload(all)) ??
      (await copier.follow(this.options.areas()))
    );
  }

  #say(status: PassStatus): void {
    this.#status = status;
    this.parts.changed();
  }
}
