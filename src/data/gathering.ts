import { commitFor, type Gate, itemsOf, type PreparedPut } from './commit';
import { type CollectionReader } from './collection-reader';
import { type Table } from './table';
import { TechnicalError } from '../shared/errors';

/** Most items of a transaction. */
const MOST_AT_ONCE = 100;

/**
 * Writes that follow from one another, to be made at once. Who writes behind it goes on as if that were done, and the request's
 * reader tells the next of it; then {@link make} writes all or nothing.
 */
export class Gathering implements Gate {
  readonly #puts = new Map<string, PreparedPut>();
  #fits = true;

  /** Nothing is written before `make`, which waits for whatever has to be known. */
  async confirmed(): Promise<void> {
    // There is nothing to wait for.
  }

  takesOver(puts: readonly PreparedPut[]): Promise<boolean> {
    for (const put of puts) this.#take(put);
    return Promise.resolve(true);
  }

  /**
   * Makes what was gathered, in one transaction. False where that cannot be, and nothing is written: somebody else has changed a
   * record, or one of the writes was not made on top of the one before.
   */
  async make(reads: CollectionReader, table: Table, gate: Gate | undefined): Promise<boolean> {
    const puts = [...this.#puts.values()];
    if (puts.length === 0) return true;
    if (!this.#fits || puts.length > MOST_AT_ONCE) return false;
    try {
      return (await commitFor(reads, table, puts, gate)).done;
    } catch (error) {
      if (error instanceof TechnicalError && error.code === 'TRY_AGAIN') return false;
      throw error;
    }
  }

  /** Has the reader forget what it was told of writes that were not made. */
  forgetIn(reads: CollectionReader): void {
    for (const { pk } of itemsOf([...this.#puts.values()])) reads.forget(String(pk));
  }

  /** The last of several writes of an item, under the condition of the first. */
  #take(put: PreparedPut): void {
    const key = `${String(put.Item?.pk)} ${String(put.Item?.sk)}`;
    const before = this.#puts.get(key);
    this.#fits &&= before === undefined || isOnTopOf(put, before);
    this.#puts.set(key, before === undefined ? put : { ...before, Item: put.Item });
  }
}

/** Whether a write was made from what another leaves: of the next version, or both whatever stands there. */
function isOnTopOf(put: PreparedPut, before: PreparedPut): boolean {
  const [next, last] = [put.Item?.version, before.Item?.version].map(Number) as [number, number];
  const isPlain = put.ConditionExpression === undefined && before.ConditionExpression === undefined;
  return isPlain || next === last + 1;
}
