import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Store, type TableName, TABLES, type Tables, type Transaction } from './store';

/** The tables as IndexedDB has them: each row under its `id`. */
type Schema = DBSchema & { [Name in TableName]: { key: string; value: Tables[Name] } };

/** Raised when a table is added. */
const VERSION = 1;

/**
 * Opens the database of this name, and asks the browser not to throw it away when it runs out of room. One name for each
 * person who uses the device.
 */
export async function openIndexedDbStore(name = 'wangge-field'): Promise<Store> {
  await askToKeep();
  const store = new IndexedDbStore(name);
  await store.open();
  return store;
}

class IndexedDbStore implements Store {
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(private readonly name: string) {}

  /** The database; opened anew where the browser has closed it, as phones do with what lies in the background. */
  open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= openDB<Schema>(this.name, VERSION, {
      upgrade: (database) => {
        for (const table of TABLES)
          if (!database.objectStoreNames.contains(table))
            database.createObjectStore(table, { keyPath: 'id' });
      },
      blocking: () => {
        void this.close();
      },
      terminated: () => {
        this.#database = undefined;
      },
    }).catch((error: unknown) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }

  async run<Result>(
    mode: 'read' | 'write',
    tables: readonly TableName[],
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const database = await this.open();
    // Strict: it is on the disk when it is done, and not in the system's memory, which an empty battery ends.
    const transaction = database.transaction([...tables], mode === 'write' ? 'readwrite' : 'readonly', {
      durability: mode === 'write' ? 'strict' : 'default',
    });
    const ended = transaction.done;
    // Where the work fails, that is the error to tell.
    ended.catch(() => undefined);
    const write = (table: TableName) => {
      const { put, delete: remove } = transaction.objectStore(table);
      if (put === undefined || remove === undefined) throw new Error('This transaction only reads.');
      return transaction.objectStore(table);
    };
    try {
      const result = await work({
        get: (table, id) => transaction.objectStore(table).get(id) as Promise<never>,
        all: (table) => transaction.objectStore(table).getAll() as Promise<never>,
        put: async (table, row) => {
          await write(table).put?.(row);
        },
        remove: async (table, id) => {
          await write(table).delete?.(id);
        },
      });
      await ended;
      return result;
    } catch (error) {
      abort(transaction);
      throw error;
    }
  }

  async close(): Promise<void> {
    const database = await this.#database?.catch(() => undefined);
    this.#database = undefined;
    database?.close();
  }
}

/** What of a transaction is needed to end it. */
interface Abortable {
  readonly done: Promise<void>;
  abort?(): void;
}

/** Nothing of it stays; where it has ended already there is nothing to end. */
function abort(transaction: Abortable): void {
  try {
    transaction.abort?.();
  } catch {
    // It had ended.
  }
}

/** Asks for storage that is not thrown away; a browser that grants none keeps it as long as it can. */
async function askToKeep(): Promise<void> {
  const { navigator } = globalThis as unknown as {
    readonly navigator?: { readonly storage?: { persist?(): Promise<boolean> } };
  };
  await navigator?.storage?.persist?.().catch(() => false);
}
