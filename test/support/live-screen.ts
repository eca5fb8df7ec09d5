import { print } from 'graphql';
import { type GraphQLClient } from 'graphql-request';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  CaseEventsDocument,
  type CaseEventToldFragment,
  LiveBoardDocument,
  type LiveBoardSubscription,
} from '../generated/operations';
import { eventually } from './eventually';
import { laptop } from './laptop';

/** How an event came to a screen: by the feed of a connection, or the answer to a question, each counted from 1. */
type Way = { readonly feed: number } | { readonly question: number };
type Told = CaseEventToldFragment & { readonly way: Way };

/**
 * A screen as the guide of live says (docs/live.md): the ordinary client watches an area, and asks `caseEvents` from its last cursor
 * whenever it is connected. Its network can be cut.
 */
export class LiveScreen {
  /** All that it was told, in the order of arrival; the same event may come again. */
  readonly arrivals: Told[] = [];
  readonly failures: unknown[] = [];
  /** What the door said before it closed. */
  readonly farewells: unknown[] = [];
  /** How many of its pings were answered. */
  pongs = 0;
  /** How often it was connected. */
  connections = 0;
  /** How many of its connections have ended. */
  cuts = 0;
  readonly #client: Client;
  #socket: WebSocket | undefined;
  #cursor: string | undefined;
  #asked = 0;
  #asking = Promise.resolve();
  #network = new AbortController();

  constructor(
    private readonly api: GraphQLClient,
    private readonly area: string,
    options: {
      /** A token for each connection. */
      readonly token: () => Promise<string>;
      readonly msToRetry: () => number;
      /** After how many ms of silence it pings; never when left out. */
      readonly keepAlive?: number;
    },
  ) {
    this.#client = createClient({
      url: laptop().socketUrl,
      webSocketImpl: WebSocket,
      connectionParams: async () => ({ authorization: `Bearer ${await options.token()}` }),
      keepAlive: options.keepAlive ?? 0,
      retryAttempts: Infinity,
      // What is no network's fault is the end: a token that is refused (docs/live.md).
      shouldRetry: (reason) => !(reason instanceof Error),
      retryWait: () => wait(options.msToRetry()),
      on: {
        opened: (socket) => (this.#socket = socket as WebSocket),
        connected: () => {
          this.connections += 1;
          this.#network = new AbortController();
          void this.catchUp();
        },
        ping: (received, payload) => received && this.farewells.push(payload),
        pong: (received) => (this.pongs += received ? 1 : 0),
        closed: () => (this.cuts += 1),
      },
    });
  }

  /** Begins: from the cursor of this moment on. */
  async begin(): Promise<void> {
    await this.catchUp();
    this.#client.subscribe<LiveBoardSubscription>(
      { query: print(LiveBoardDocument), variables: { area: this.area } },
      {
        next: ({ data, errors }) => {
          if (data?.areaFeed) this.#take(data.areaFeed, { feed: this.connections });
          if (errors) this.failures.push(errors);
        },
        error: (error) => this.failures.push(error),
        complete: () => undefined,
      },
    );
  }

  /** Ids of all it knows. */
  known(): Set<string> {
    return new Set(this.arrivals.map(({ id }) => id));
  }

  /** Cuts the connection without a word, and whatever it is asking just then. */
  cut(): void {
    this.#network.abort();
    this.#socket?.terminate();
  }

  /** Asks what was missed, in small pages, one question after another; where it is cut, the next one goes on. */
  catchUp(): Promise<void> {
    return (this.#asking = this.#asking.then(() => this.#ask()));
  }

  /** When it has asked all that it was to ask. */
  rest(): Promise<void> {
    return this.#asking;
  }

  async end(): Promise<void> {
    // A connection that is being made just now may end otherwise.
    await Promise.resolve(this.#client.dispose()).catch(() => undefined);
  }

  async #ask(): Promise<void> {
    const { signal } = this.#network;
    const question = (this.#asked += 1);
    for (let more = true; more && !signal.aborted;) {
      const variables = { area: this.area, cursor: this.#cursor, first: 40 };
      const page = await this.api
        .request({ document: CaseEventsDocument, variables, signal })
        .catch((error: unknown) => {
          if (!signal.aborted) this.failures.push(error);
        });
      if (!page?.caseEvents) return;
      for (const event of page.caseEvents.events) this.#take(event, { question });
      this.#cursor = page.caseEvents.cursor;
      more = page.caseEvents.hasMore;
    }
  }

  #take(event: CaseEventToldFragment, way: Way): void {
    this.arrivals.push({ ...event, way });
  }
}

/** Asks until an event is noted: on a laptop that has just started, what was seeded is read before. */
export async function untilNoted(screen: LiveScreen, id: string): Promise<void> {
  await eventually(async () => {
    await screen.catchUp();
    return screen.known().has(id) || undefined;
  }, 60);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
