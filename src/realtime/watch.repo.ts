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
      watches: [...new Set(watches.map(({ id }) => id))],
    };
  }

  /** When the token of a connection ends; undefined where nobody is known there. One GetItem. */
  async until(connection: string): Promise<Date | undefined> {
    const { data } = await this.#connections.get({ connection }).go();
    return data === null ? undefined : new Date(data.until);
  }

  /** Keeps that a listener watches topics; again is the same. */
  async watch(
    { connection, id, bearer, language, until, operation }: Watch,
    topics: readonly string[],
  ): Promise<void> {
    const row: Row = { connection, bearer, language, until: until.toISOString(), operation };
    const expiresAt = secondsOf(until);
    await Promise.all(
      topics.map((topic) => this.#watches.put({ connection, id, topic, row, expiresAt }).go()),
    );
  }

  /** Ends one thing that is watched; none is as good. */
  async unwatch(connection: string, id: string): Promise<void> {
    await this.#remove(connection, (watch) => watch.id === id);
  }

  /** Forgets a connection and all that is watched there. */
  async forget(connection: string): Promise<void> {
    await Promise.all([this.#connections.delete({ connection }).go(), this.#remove(connection, () => true)]);
  }

  async #remove(connection: string, isMeant: (watch: { readonly id: string }) => boolean): Promise<void> {
    const { data } = await this.#watches.query.primary({ connection }).go({ pages: 'all', consistent: true });
    const meant = data.filter(isMeant);
    await Promise.all(meant.map(({ topic, id }) => this.#watches.delete({ connection, topic, id }).go()));
  }

  /** Who watches any of these topics, each watch once; one Query a topic, all at once. */
  async watching(topics: readonly string[]): Promise<Watch[]> {
    const pages = await Promise.all(
      topics.map((topic) =>
        this.#watches.query.watched({ topic }).go({ pages: 'all', ignoreOwnership: true }),
      ),
    );
    const watches = pages.flatMap(({ data }) =>
      data.map(({ id, row }): Watch => {
        const { until, ...rest }: Row = row as Row;
        return { id, until: new Date(until), ...rest };
      }),
    );
    return [...new Map(watches.map((watch) => [`${watch.connection}#${watch.id}`, watch])).values()];
  }
}

function secondsOf(date: Date): number {
  return Math.ceil(date.getTime() / 1000);
}

function isTaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && cause.name === 'ConditionalCheckFailedException';
}
