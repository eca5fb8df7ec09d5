import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Backoff,
  type FieldClient,
  type FieldClientOptions,
  MemoryStore,
  openFieldClient,
  type Store,
  type Surroundings,
} from '../../../client';
import { FakeServer } from './fake-server';

/** A clock that goes only when it is told to. */
export class HandClock {
  time = Date.UTC(2026, 10, 26, 1);
  #timers: { at: number; callback: () => void }[] = [];

  readonly now = (): number => this.time;
  readonly later = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.time + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** When the next timer is due, in milliseconds from now. */
  next(): number | undefined {
    const [first] = this.#timers.map(({ at }) => at).sort((one, other) => one - other);
    return first === undefined ? undefined : Math.max(0, first - this.time);
  }

  /** Time goes by; what is due happens. */
  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.time);
    this.#timers = this.#timers.filter(({ at }) => at > this.time);
    for (const { callback } of due) callback();
    await settled();
  }
}

/** When all that was under way in this process has come to rest; sleeps meanwhile, as hashes are made by other threads. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await sleep(1);
}

/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A phone with its store; the server it talks to; its network. */
export interface Device {
  readonly server: FakeServer;
  readonly clock: HandClock;
  readonly store: Store;
  online: boolean;
  /** The network comes or goes. */
  setOnline(online: boolean): void;
  /** The app is opened (again) on the same store. */
  open(more?: Partial<FieldClientOptions>): Promise<FieldClient>;
}

/** Makes a phone. */
export function makeDevice(options: { server?: FakeServer; store?: Store; seed?: number } = {}): Device {
  const { server = new FakeServer(), store = new MemoryStore(), seed = 7 } = options;
  const clock = new HandClock();
  const listeners = new Set<() => void>();
  const surroundings: Surroundings = {
    fetch: (input, init) =>
      device.online ? server.fetch(input, init) : Promise.reject(new TypeError('offline')),
    now: clock.now,
    later: clock.later,
    random: seeded(seed),
    online: {
      isOnline: () => device.online,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
    locks: { tryRun: (_name, work) => work() },
  };
  const device: Device = {
    ...{ server, clock, store, online: true },
    setOnline: (online) => {
      device.online = online;
      for (const listener of listeners) listener();
    },
    open: (more = {}) =>
      openFieldClient({
        url: 'https://api.example/graphql',
        store,
        token: () => 'token',
        surroundings,
        ...more,
      }),
  };
  return device;
}

/** No waits at all. */
export const AT_ONCE: Backoff = { base: 0, cap: 0 };

/** A photo of so many bytes. */
export function photo(bytes = 1_000, fill = 1): Blob {
  return new Blob([new Uint8Array(bytes).fill(fill)], { type: 'image/jpeg' });
}

/** A case as an app enters it. */
export function aCase(text = '地下车库有人搬运成箱货物') {
  return {
    case: { category: 'SECURITY_DANGEROUS_GOODS', text, place: { area: '510108008003001' } },
  } as const;
}
