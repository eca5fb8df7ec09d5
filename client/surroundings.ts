/** Whether there is a network, as far as the device can tell. */
export interface OnlineSignal {
  isOnline(): boolean;
  /** Calls back whenever that changes; returns how to stop it. */
  subscribe(listener: () => void): () => void;
}

/** Lets one at a time do something, over all tabs of a browser. */
export interface Locks {
  /** Runs `work` when nobody else runs under that name; gives undefined without running it when somebody does. */
  tryRun<Result>(name: string, work: () => Promise<Result>): Promise<Result | undefined>;
}

/** All that the module takes from the outside besides its store. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back after so many milliseconds; returns how to stop it. */
  readonly later: (milliseconds: number, callback: () => void) => () => void;
  /** At least 0, less than 1; unpredictable, for ids are made of it. */
  readonly random: () => number;
  readonly online: OnlineSignal;
  readonly locks: Locks;
}

/** What of a browser is asked for, where it is there. */
interface BrowserGlobals {
  readonly navigator?: {
    readonly onLine?: boolean;
    readonly locks?: {
      request<Result>(
        name: string,
        options: { ifAvailable: true },
        work: (lock: object | null) => Promise<Result | undefined>,
      ): Promise<Result | undefined>;
    };
  };
  readonly addEventListener?: (type: string, listener: () => void) => void;
  readonly removeEventListener?: (type: string, listener: () => void) => void;
}

const browser = globalThis as unknown as BrowserGlobals;

/** What the browser (or Node) offers. */
export function surroundingsHere(): Surroundings {
  return {
    fetch: (...request) => globalThis.fetch(...request),
    now: () => Date.now(),
    later: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    random: () => (globalThis.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
    online: {
      // A browser that says "online" may be wrong, one that says "offline" is right.
      isOnline: () => browser.navigator?.onLine !== false,
      subscribe: (listener) => {
        browser.addEventListener?.('online', listener);
        browser.addEventListener?.('offline', listener);
        return () => {
          browser.removeEventListener?.('online', listener);
          browser.removeEventListener?.('offline', listener);
        };
      },
    },
    locks: {
      tryRun: (name, work) => {
        const locks = browser.navigator?.locks;
        // Without Web Locks two tabs may send the same; the server takes it once.
        if (locks === undefined) return work();
        return locks.request(name, { ifAvailable: true }, (lock) =>
          lock === null ? Promise.resolve(undefined) : work(),
        );
      },
    },
  };
}
