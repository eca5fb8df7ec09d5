import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type Table } from './table';

type Item = Record<string, unknown>;

/** Most items that one request may carry. */
const BATCH = 25;

/** How often items that the table had no room for are sent again, and how long it waits the first time, in ms. */
const RETRIES = 8;
const FIRST_WAIT_MS = 50;

/**
 * Puts items in batches, several under way at once, and returns how many. Nothing is checked: whatever stands under an
 * item's key is replaced, and when it fails some are written. Items are taken as there is room to write them, so they
 * may be more than memory holds. No two of them may have the same key.
 */
export async function putAll(
  table: Table,
  items: AsyncIterable<Item> | Iterable<Item>,
  { underWay = 6 } = {},
): Promise<number> {
  const writing = new Set<Promise<void>>();
  let count = 0;
  let batch: Item[] = [];
  let failure: { readonly error: unknown } | undefined;
  const send = () => {
    const done = putBatch(table, batch)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => writing.delete(done));
    writing.add(done);
    count += batch.length;
    batch = [];
  };
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    send();
    if (writing.size >= underWay) await Promise.race(writing);
    if (failure !== undefined) break;
  }
  if (batch.length > 0 && failure === undefined) send();
  await Promise.all(writing);
  if (failure !== undefined) throw failure.error;
  return count;
}

async function putBatch(table: Table, items: readonly Item[]): Promise<void> {
  let open = items.map((Item) => ({ PutRequest: { Item } }));
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > RETRIES) throw new Error(`${open.length} items were not written; repeat.`);
    if (attempt > 0) await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
    const { UnprocessedItems } = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: open } }),
    );
    open = (UnprocessedItems?.[table.name] ?? []) as typeof open;
  }
}
