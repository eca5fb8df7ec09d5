import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { TechnicalError } from '../shared/errors';
import { type Table } from './table';

type Item = Record<string, unknown>;

/** Key of an item in the table. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Most items that one request may ask for. */
const BATCH = 100;

/** How often items that the table did not answer for are asked for again, and how long it waits the first time, in ms. */
const RETRIES = 4;
const FIRST_WAIT_MS = 25;

/**
 * Reads items by their keys, a hundred in a request and all requests at once; those that are not there are missing in the
 * answer, which is in no order. Eventually consistent, half a read unit for 4 kB of each, unless asked otherwise. No key may come
 * twice.
 */
export async function readMany(
  table: Table,
  keys: readonly ItemKey[],
  { consistent = false } = {},
): Promise<readonly Item[]> {
  const batches = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_none, index) =>
    readBatch(table, keys.slice(index * BATCH, (index + 1) * BATCH), consistent),
  );
  return (await Promise.all(batches)).flat();
}

async function readBatch(table: Table, keys: readonly ItemKey[], consistent: boolean): Promise<Item[]> {
  const found: Item[] = [];
  let open: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt > RETRIES) throw new TechnicalError('TRY_AGAIN');
    if (attempt > 0) await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1));
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({
        RequestItems: { [table.name]: { Keys: open, ...(consistent && { ConsistentRead: true }) } },
      }),
    );
    found.push(...(Responses?.[table.name] ?? []));
    open = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return found;
}
