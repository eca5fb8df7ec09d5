import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, TransactWriteCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { TechnicalError } from '../shared/errors';
import { type CollectionReader } from './collection-reader';
import { type Table } from './table';

/** A prepared write with its condition, as an entity makes it. */
export type PreparedPut = Pick<
  PutCommandInput,
  'Item' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/** What must be known before anything is written. */
export interface Gate {
  /** Resolves when the write may happen; rejects with the reason why it may not. */
  confirmed(): Promise<void>;
  /** Is told when something has been written, for who must know whether anything was. */
  written?(): void;
  /** Whether these prepared writes are another's to make: they went with what the gate waits for, or go with others that follow. */
  takesOver?(puts: readonly PreparedPut[]): Promise<boolean>;
}

/** What became of a commit: done, or for each write whose condition failed, what stands there now. */
export type CommitResult =
  | { readonly done: true }
  | { readonly done: false; readonly found: readonly (Record<string, unknown> | undefined)[] };

/**
 * Writes everything or nothing, in one round trip: a plain conditional put for one item (so it costs single units), a
 * transaction for more. A failed condition brings the item that stands there, so that nobody has to read it. It waits for
 * the gate, the standing of whoever acts; undefined is for what nobody does by a token, and has to be said.
 */
export async function commit(
  table: Table,
  puts: readonly PreparedPut[],
  gate: Gate | undefined,
): Promise<CommitResult> {
  await gate?.confirmed();
  try {
    const [first, ...more] = (await gate?.takesOver?.(puts)) === true ? [] : puts;
    if (first !== undefined) await (more.length === 0 ? putOne(table, first) : putAll(table, puts));
    gate?.written?.();
    return { done: true };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return { done: false, found: [error.Item && unmarshall(error.Item)] };
    }
    if (error instanceof TransactionCanceledException) {
      const reasons = error.CancellationReasons ?? [];
      if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) {
        return { done: false, found: reasons.map(({ Item }) => Item && unmarshall(Item)) };
      }
      // Another transaction held one of the items: nothing was written, and the same request may be repeated.
      throw new TechnicalError('TRY_AGAIN');
    }
    throw error;
  }
}

const RETURN_OLD = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

async function putOne(table: Table, put: PreparedPut): Promise<void> {
  await table.client.send(new PutCommand({ ...put, TableName: table.name, ...RETURN_OLD }));
}

async function putAll(table: Table, puts: readonly PreparedPut[]): Promise<void> {
  const items = puts.map((put) => ({ Put: { ...put, TableName: table.name, ...RETURN_OLD } }));
  await table.client.send(new TransactWriteCommand({ TransactItems: items }));
}

/** {@link commit}, and tells a request's reader what now stands in the collections it wrote to. */
export async function commitFor(
  reads: CollectionReader,
  table: Table,
  puts: readonly PreparedPut[],
  gate: Gate | undefined,
): Promise<CommitResult> {
  const result = await commit(table, puts, gate);
  const items = itemsOf(puts);
  for (const pk of new Set(items.map((item) => String(item.pk)))) {
    if (result.done)
      reads.wrote(
        pk,
        items.filter((item) => item.pk === pk),
        'KNOWN',
      );
    else reads.forget(pk);
  }
  return result;
}

/** Removes an item that nobody changed since this version; false when somebody did. One that is gone already is fine. */
export async function removeUnchanged(
  table: Table,
  key: { readonly pk: string; readonly sk: string },
  version: number,
): Promise<boolean> {
  try {
    await table.client.send(
      new DeleteCommand({
        TableName: table.name,
        Key: key,
        ConditionExpression: 'attribute_not_exists(pk) OR version = :version',
        ExpressionAttributeValues: { ':version': version },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** The items that prepared writes put, as a read would bring them. */
export function itemsOf(puts: readonly PreparedPut[]): readonly Record<string, unknown>[] {
  return puts.flatMap(({ Item }) => (Item === undefined ? [] : [Item]));
}
