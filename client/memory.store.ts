import { type Store, type TableName, TABLES, type Tables, type Transaction } from './store';

type Rows = Map<string, Tables[TableName]>;
type Kept = Record<TableName, Rows>;

/** A store that lasts as long as its object: for tests, and for browsers that keep nothing. */
export class MemoryStore implements Store {
  #kept = Object.fromEntries(TABLES.map((name) => [name, new Map()])) as unknown as Kept;
  #turn: Promise<unknown> = Promise.resolve();

  run<Result>(
    mode: 'read' | 'write',
    tables: readonly TableName[],
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const mine = this.#turn.then(async () => {
      const changes = new Map<TableName, Map<string, Tables[TableName] | undefined>>();
      const result = await work(
        new MemoryTransaction(this.#kept, tables, mode === 'write' ? changes : undefined),
      );
      for (const [table, rows] of changes) this.#apply(table, rows);
      return result;
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #apply(table: TableName, rows: ReadonlyMap<string, Tables[TableName] | undefined>): void {
    for (const [id, row] of rows) {
      if (row === undefined) this.#kept[table].delete(id);
      else this.#kept[table].set(id, row);
    }
  }
}

class MemoryTransaction implements Transaction {
  constructor(
    private readonly kept: Kept,
    private readonly tables: readonly TableName[],
    private readonly changes: Map<TableName, Map<string, Tables[TableName] | undefined>> | undefined,
  ) {}

  get<Name extends TableName>(table: Name, id: string): Promise<Tables[Name] | undefined> {
    const changed = this.#changed(table);
    const row = changed?.has(id) === true ? changed.get(id) : this.kept[table].get(id);
    return Promise.resolve(row as Tables[Name] | undefined);
  }

  all<Name extends TableName>(table: Name): Promise<Tables[Name][]> {
    const rows = new Map(this.kept[table]);
    for (const [id, row] of this.#changed(table) ?? []) {
      if (row === undefined) rows.delete(id);
      else rows.set(id, row);
    }
    const sorted = [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    return Promise.resolve(sorted as Tables[Name][]);
  }

  put<Name extends TableName>(table: Name, row: Tables[Name]): Promise<void> {
    return this.#write(table, row.id, row);
  }

  remove(table: TableName, id: string): Promise<void> {
    return this.#write(table, id, undefined);
  }

  #changed(table: TableName) {
    if (!this.tables.includes(table)) throw new Error(`The transaction does not name the table ${table}.`);
    return this.changes?.get(table);
  }

  #write(table: TableName, id: string, row: Tables[TableName] | undefined): Promise<void> {
    const changed = this.#changed(table) ?? new Map<string, Tables[TableName] | undefined>();
    if (this.changes === undefined) throw new Error('This transaction only reads.');
    this.changes.set(table, changed.set(id, row));
    return Promise.resolve();
  }
}
