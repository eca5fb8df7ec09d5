import {
  attributeOf,
  type Condition,
  type Item,
  meets,
  type Terms,
  unknown,
  valueOf,
} from './memory-expressions';

/** Attributes that the indexes of the table copy besides the keys; `infra/table.yml`. */
const COPIED = ['id', 'row'] as const;
const TABLE_KEY = ['pk', 'sk'] as const;
const KEYS = { gsi1: ['gsi1pk', 'gsi1sk'], gsi2: ['gsi2pk', 'gsi2sk'] } as const;

interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** What a key condition asks for: a partition, and what the sort key must be like. */
interface Asked {
  readonly partition: string;
  readonly isIn: (row: Item) => boolean;
}

/** Items by one pair of keys: the table itself, or an index that has only those with both. */
class Shelf {
  readonly #partitions = new Map<string, Map<string, Item>>();

  constructor(
    private readonly keys: readonly [string, string],
    private readonly copies: boolean,
  ) {}

  put(name: string, item: Item): void {
    const [partition, sort] = this.keys.map((key) => item[key]);
    if (partition === undefined || sort === undefined) return;
    if (typeof partition !== 'string' || typeof sort !== 'string') throw unknown('key', [partition, sort]);
    const rows = this.#partitions.get(partition) ?? new Map<string, Item>();
    this.#partitions.set(partition, rows.set(name, item));
  }

  remove(name: string, item: Item): void {
    this.#partitions.get(String(item[this.keys[0]]))?.delete(name);
  }

  /** Reads a key condition; throws where it is none. */
  asked(condition: Condition, terms: Terms): Asked {
    const parts = condition.kind === 'all' ? condition.of : [condition];
    const [first, second, ...more] = parts;
    if (first?.kind !== 'compare' || first.by !== '=' || more.length > 0)
      throw unknown('key condition', condition);
    if (attributeOf(first.left, terms) !== this.keys[0]) throw unknown('key condition', condition);
    const partition = valueOf(first.right, undefined, terms);
    if (typeof partition !== 'string') throw unknown('key', partition);
    if (second === undefined) return { partition, isIn: () => true };
    this.#assertOfSortKey(second, terms);
    return { partition, isIn: (row) => meets(second, row, terms) };
  }

  /** The rows in order, from after a key. */
  rows(
    { partition, isIn }: Asked,
    { backwards, after }: { readonly backwards: boolean; readonly after?: Item | undefined },
  ): Item[] {
    const all = [...(this.#partitions.get(partition)?.values() ?? [])].filter(isIn);
    const way = backwards ? -1 : 1;
    const order = (a: Item, b: Item) => way * compared(this.#sortOf(a), this.#sortOf(b));
    const sorted = all.length > 1 ? all.sort(order) : all;
    return after === undefined ? sorted : sorted.filter((row) => order(row, after) > 0);
  }

  /** A row as a Query shows it. */
  shown(row: Item): Item {
    if (!this.copies) return { ...row };
    const copied = [...TABLE_KEY, ...this.keys, ...COPIED].filter((name) => row[name] !== undefined);
    return Object.fromEntries(copied.map((name) => [name, row[name]]));
  }

  /** The key of a row, to go on after it. */
  keyOf(row: Item): Item {
    return Object.fromEntries([...TABLE_KEY, ...this.keys].map((name) => [name, row[name]]));
  }

  #sortOf(row: Item): readonly string[] {
    return [this.keys[1], ...TABLE_KEY].map((name) => String(row[name]));
  }

  #assertOfSortKey(condition: Condition, terms: Terms): void {
    const isKnown =
      (condition.kind === 'compare' &&
        condition.by !== '<>' &&
        attributeOf(condition.left, terms) === this.keys[1]) ||
      (condition.kind === 'between' && attributeOf(condition.value, terms) === this.keys[1]) ||
      (condition.kind === 'call' &&
        condition.name === 'begins_with' &&
        condition.args[0] !== undefined &&
        attributeOf(condition.args[0], terms) === this.keys[1]);
    if (!isKnown) throw unknown('key condition', condition);
  }
}

/** A table with its two indexes. What is in it is frozen: whoever alters what they read is told so. */
export class Shelves {
  readonly #table = new Shelf(TABLE_KEY, false);
  readonly #indexes = { gsi1: new Shelf(KEYS.gsi1, true), gsi2: new Shelf(KEYS.gsi2, true) };
  readonly #all = [this.#table, this.#indexes.gsi1, this.#indexes.gsi2];
  readonly #items = new Map<string, Item>();
  /** What stood where something was written or removed since the last `keep`, oldest first. */
  #undo: (readonly [name: string, stood: Item | undefined])[] = [];

  /** Each change from when they are first asked for, oldest first. */
  #changes: { readonly before: Item | undefined; readonly after: Item | undefined }[] | undefined;

  /** Every change from now on, oldest first, as the table's stream would tell them. */
  record(): readonly { readonly before: Item | undefined; readonly after: Item | undefined }[] {
    this.#changes = [];
    return this.#changes;
  }

  /** Keeps what is in it; the function that is returned brings it back. */
  keep(): () => void {
    this.#undo = [];
    return () => {
      const undo = this.#undo.reverse();
      for (const [name, stood] of undo) this.#set(name, stood);
      this.#undo = [];
    };
  }

  /** The table, or an index by its name. */
  shelf(index: string | undefined): Shelf {
    if (index === undefined) return this.#table;
    if (index !== 'gsi1' && index !== 'gsi2') throw unknown('index', index);
    return this.#indexes[index];
  }

  find(key: Key): Item | undefined {
    return this.#items.get(nameOf(key));
  }

  put(item: Item): void {
    this.#change(nameOf(item), item);
  }

  remove(key: Key): void {
    this.#change(nameOf(key), undefined);
  }

  everything(): Item[] {
    return [...this.#items.values()];
  }

  #change(name: string, item: Item | undefined): void {
    const stood = this.#items.get(name);
    this.#undo.push([name, stood]);
    this.#changes?.push({ before: stood, after: item });
    this.#set(name, item);
  }

  #set(name: string, item: Item | undefined): void {
    const stood = this.#items.get(name);
    for (const shelf of this.#all) {
      if (stood !== undefined) shelf.remove(name, stood);
      if (item !== undefined) shelf.put(name, item);
    }
    if (item === undefined) this.#items.delete(name);
    else this.#items.set(name, item);
  }
}

/** A frozen copy as the SDK would lay it down: without what is undefined, and nothing that is shared. */
export function copyOf(item: Item): Item {
  return copied(item) as Item;
}

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol') throw unknown('value', typeof value);
    return value;
  }
  if (Array.isArray(value)) return Object.freeze(value.filter((each) => each !== undefined).map(copied));
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (value instanceof Set) return new Set(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw unknown('value', value);
  const copy: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) if (each !== undefined) copy[name] = copied(each);
  return Object.freeze(copy);
}

function nameOf({ pk, sk }: Item | Key): string {
  return `${String(pk)}\0${String(sk)}`;
}

/** The order of keys; that of bytes, as long as nobody puts an emoji into one. */
function compared(left: readonly string[], right: readonly string[]): number {
  for (const [at, one] of left.entries()) {
    const other = right[at] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
