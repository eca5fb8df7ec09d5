import { decodeJwt } from 'jose';
import { type StandingService } from '../auth/standing.service';
import { bearerToken, type TokenReader } from '../auth/token';
import { type Clock } from '../shared/clock';
import { TechnicalError } from '../shared/errors';
import { languageOf } from '../shared/language';
import { sentence, TECHNICAL_ERRORS, type TechnicalErrorCode } from '../shared/messages';
import { subscriptionIn, type LiveRunner } from './live-runner';
import {
  type ClientMessage,
  type Farewell,
  farewell,
  INIT_WAIT_MS,
  type LiveOperation,
  parseMessage,
  type ServerMessage,
  TOKEN_ENDED,
} from './protocol';
import { type WatchRepo } from './watch.repo';
import { type Listener } from './watch.type';

/** Most things that one connection watches. */
export const MOST_WATCHES = 20;

/** API Gateway ends every connection after two hours; what is watched is not kept longer. */
const LONGEST_CONNECTION = 2 * 60 * 60 * 1000;

/** What to answer on the connection, and whether to close it then. */
export interface Reply {
  readonly messages: readonly ServerMessage[];
  readonly close: boolean;
}

const SILENCE: Reply = { messages: [], close: false };
const closing = (why: Farewell): Reply => ({ messages: farewell(why), close: true });
const say = (...messages: ServerMessage[]): Reply => ({ messages, close: false });

/** Listens to what clients say on their connections. */
export class ListeningService {
  constructor(
    private readonly repo: WatchRepo,
    private readonly run: LiveRunner,
    private readonly readToken: TokenReader,
    private readonly standings: StandingService,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers a message that came `age` ms after its connection was made. One that breaks the protocol, or comes from nobody
   * known, closes the connection; the last message says by which code of the protocol.
   */
  async received(connection: string, text: string, age = 0): Promise<Reply> {
    const message = parseMessage(text);
    switch (message?.type) {
      case 'connection_init':
        return age > INIT_WAIT_MS
          ? this.#refuse(connection, { code: 4408, reason: 'Connection initialisation timeout' })
          : this.#introduce(connection, message.payload);
      case 'ping':
        return this.#pong(connection);
      case 'pong':
        return SILENCE;
      case 'subscribe':
        return this.#subscribe(connection, message);
      case 'complete':
        await this.repo.unwatch(connection, message.id);
        return SILENCE;
      default:
        return closing({ code: 4400, reason: 'Invalid message' });
    }
  }

  /** Refuses an introduction: also a late or a wrong one is one too many, where one was acknowledged. */
  async #refuse(connection: string, why: Farewell): Promise<Reply> {
    const isKnown = (await this.repo.listener(connection)) !== undefined;
    return closing(isKnown ? { code: 4429, reason: 'Too many initialisation requests' } : why);
  }

  /** Answers a ping, unless the token has ended: so a client that pings learns of it though nothing happens. */
  async #pong(connection: string): Promise<Reply> {
    const until = await this.repo.until(connection);
    return until !== undefined && until <= this.clock.now() ? closing(TOKEN_ENDED) : say({ type: 'pong' });
  }

  /** Forgets a connection that has ended. */
  async ended(connection: string): Promise<void> {
    await this.repo.forget(connection);
  }

  async #introduce(connection: string, payload: Readonly<Record<string, unknown>>): Promise<Reply> {
    const header = textOf(payload.authorization);
    try {
      const token = bearerToken(header);
      if (token === undefined) return await this.#refuse(connection, TOKEN_ENDED);
      const bearer = await this.standings.bearerOf(await this.readToken(token));
      await this.standings.actorOf(bearer).standing.confirmed();
      const language = languageOf(textOf(payload['accept-language']));
      const until = this.#end(decodeJwt(token).exp);
      // A reader of tokens is patient for some seconds; nobody can watch for so long.
      if (until <= this.clock.now()) return await this.#refuse(connection, TOKEN_ENDED);
      const isNew = await this.repo.introduce({ connection, bearer, language, until });
      return isNew
        ? say({ type: 'connection_ack' })
        : closing({ code: 4429, reason: 'Too many initialisation requests' });
    } catch (error) {
      if (error instanceof TechnicalError) return this.#refuse(connection, TOKEN_ENDED);
      throw error;
    }
  }

  #end(tokenEnd: number | undefined): Date {
    const longest = this.clock.now().getTime() + LONGEST_CONNECTION;
    return new Date(Math.min(longest, (tokenEnd ?? Infinity) * 1000));
  }

  async #subscribe(
    connection: string,
    { id, payload: operation }: Extract<ClientMessage, { type: 'subscribe' }>,
  ): Promise<Reply> {
    const known = await this.repo.listener(connection);
    if (known === undefined) return closing({ code: 4401, reason: 'Unauthorized' });
    const { listener, watches } = known;
    if (listener.until <= this.clock.now()) return closing(TOKEN_ENDED);
    if (watches.includes(id)) return closing({ code: 4409, reason: `Subscriber for ${id} already exists` });
    const own = subscriptionIn(operation);
    if (own === undefined) return refusal(id, listener, 'SUBSCRIPTION_EXPECTED');
    if (watches.length >= MOST_WATCHES) return refusal(id, listener, 'TOO_MANY_WATCHES');
    return this.#watch(listener, id, own);
  }

  async #watch(listener: Listener, id: string, operation: LiveOperation): Promise<Reply> {
    const topics: string[] = [];
    const { errors } = await this.run(operation, listener, {
      moment: 'OPENED',
      watch: (topic) => topics.push(topic),
    });
    if (errors || topics.length === 0) return say({ type: 'error', id, payload: errors ?? [] });
    await this.repo.watch({ ...listener, id, operation }, topics);
    return SILENCE;
  }
}

function refusal(id: string, { language }: Listener, code: TechnicalErrorCode): Reply {
  const message = sentence(TECHNICAL_ERRORS[code], language, { max: MOST_WATCHES });
  return say({ type: 'error', id, payload: [{ message, extensions: { code } }] });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
