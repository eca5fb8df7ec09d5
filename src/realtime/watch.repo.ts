import { type Bearer } from '../auth/actor';
import { lazily } from '../data/lazily';
import { type Table } from '../data/table';
import { type Language } from '../shared/language';
import { type LiveOperation } from './protocol';
import { type Listener, type Watch } from './watch.type';
import {
  type ConnectionEntity,
  createConnectionEntity,
  createWatchEntity,
  type WatchEntity,
} from './watch.entity';

interface Row {
  readonly connection: string;
  readonly bearer: Bearer;
  readonly language: Language;
  readonly until: string;
  readonly operation: LiveOperation;
}

/** Reads and writes connections and what they watch. */
export class WatchRepo {
  readonly #connections: ConnectionEntity;
  readonly #watches: WatchEntity;

  constructor(table: Table) {
    this.#connections = lazily(() => createConnectionEntity(table));
    this.#watches = lazily(() => createWatchEntity(table));
  }

  /** Keeps who is on a connection; false when that is known already. */
  async introduce({ connection, bearer, language, until }: Listener): Promise<boolean> {
    const item = { connection, bearer, language, until: until.toISOString(), expiresAt: secondsOf(until) };
    try {
      await this.#connections.create(item).go();
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  /** Who is on a connection, and how many things are watched there; one Query, strongly consistent. */
  async listener(
    connection: string,
  ): Promise<{ listener: Listener; watches: readonly string[] } | undefined> {
    const [{ data: found }, { data: watches }] = await Promise.all([
      this.#connections.get({ connection }).go({ consistent: true }),
      this.#watches.query.primary({ connection }).go({ consistent: true, pages: 'all' }),
    ]);
    if (found === null) return undefined;
    const { language, until } = found;
    return {
      listener: { connection, bearer: found.bearer as Bearer, language, until: new Date(until) },
      watches: watches.map(({ id }) => id),
    };
  }

  /** Keeps what a listener watches; again is the same. */
  async watch({ connection, id, bearer, language, until, operation }: Watch, area: string): Promise<void> {
    const row: Row = { connection, bearer, language, until: until.toISOString(), operation };
    await this.#watches.put({ connection, id, area, row, expiresAt: secondsOf(until) }).go();
  }

  /** Ends one thing that is watched; none is as good. */
  async unwatch(connection: string, id: string): Promise<void> {
    await this.#watches.delete({ connection, id }).go();
  }

  /** Forgets a connection and all that is watched there. */
  async forget(connection: string): Promise<void> {
    const { data: watches } = await this.#watches.query.primary({ connection }).go({ pages: 'all' });
    await Promise.all([
      this.#connections.delete({ connection }).go(),
      ...watches.map(({ id }) => this.unwatch(connection, id)),
    ]);
  }

  /** Who watches any of these areas; one Query an area, all at once. */
  async watching(areas: readonly string[]): Promise<Watch[]> {
    const pages = await Promise.all(
      areas.map((area) => this.#watches.query.watched({ area }).go({ pages: 'all', ignoreOwnership: true })),
    );
    return pages.flatMap(({ data }) =>
      data.map(({ id, row }) => {
        const { until, ...rest }: Row = row as Row;
        return { id, until: new Date(until), ...rest };
      }),
    );
  }
}

function secondsOf(date: Date): number {
  return Math.ceil(date.getTime() / 1000);
}

function isTaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && cause.name === 'ConditionalCheckFailedException';
}
