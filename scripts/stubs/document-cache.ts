/** Characters of what is kept, as JSON: what the library allows. */
const MOST = 30 * 2 ** 20;

/**
 * In what Apollo keeps parsed documents and persisted queries: when there is too much together, what was asked for least lately
 * goes first. The library's own brings times to live, fetches and events along that no door asks for.
 */
export class InMemoryLRUCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly size: number }>();
  #size = 0;

  get(key: string): Promise<Value | undefined> {
    const entry = this.#entries.get(key);
    // The last in the map is what was asked for last.
    if (entry !== undefined && this.#entries.delete(key)) this.#entries.set(key, entry);
    return Promise.resolve(entry?.value);
  }

  set(key: string, value: Value): Promise<void> {
    this.#remove(key);
    const { length: size } = typeof value === 'string' ? value : JSON.stringify(value);
    this.#entries.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= MOST) break;
      this.#remove(oldest);
    }
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#remove(key));
  }

  #remove(key: string): boolean {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    return this.#entries.delete(key);
  }
}

/** A cache of its own inside another one. */
export class PrefixingKeyValueCache<Value> {
  static readonly prefixesAreUnnecessaryForIsolation = () => false;

  constructor(
    private readonly within: InMemoryLRUCache<Value>,
    private readonly prefix: string,
  ) {}

  get(key: string): Promise<Value | undefined> {
    return this.within.get(this.prefix + key);
  }

  set(key: string, value: Value): Promise<void> {
    return this.within.set(this.prefix + key, value);
  }

  delete(key: string): Promise<boolean> {
    return this.within.delete(this.prefix + key);
  }
}
