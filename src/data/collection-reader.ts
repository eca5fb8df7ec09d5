import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Table } from './table';

type Item = Record<string, unknown>;

/**
 * Reads whole item collections (all items under one partition key), each at most once per request. Modules whose items
 * lie side by side each pick out their own, and together cost one Query and one round trip.
 */
export interface CollectionReader {
  /** All items under `pk`, in key order. Strongly consistent when asked, for a write that depends on them. */
  read(pk: string, options?: { consistent?: boolean }): Promise<readonly Item[]>;
  /** Takes over what was just written: the whole of a new collection, or new and changed items of a known one. */
  wrote(pk: string, items: readonly Item[], collection: 'NEW' | 'KNOWN'): void;
  /** Drops what was read under `pk`, because somebody else has written since. */
  forget(pk: string): void;
}

/** A reader for one request. */
export function createCollectionReader(table: Table): CollectionReader {
  const eventual = new Map<string, Promise<readonly Item[]>>();
  const strong = new Map<string, Promise<readonly Item[]>>();
  return {
    read(pk, { consistent = false } = {}) {
      const known = strong.get(pk) ?? (consistent ? undefined : eventual.get(pk));
      return known ?? keep(consistent ? strong : eventual, pk, queryAll(table, pk, consistent));
    },
    wrote(pk, items, collection) {
      const known = collection === 'NEW' ? Promise.resolve([]) : strong.get(pk);
      eventual.delete(pk);
      if (known !== undefined)
        void keep(
          strong,
          pk,
          known.then((before) => merge(before, items)),
        );
    },
    forget(pk) {
      eventual.delete(pk);
      strong.delete(pk);
    },
  };
}

/** Keeps what is being read. What fails is told to whoever awaits it, and read again by whoever asks next. */
function keep(
  kept: Map<string, Promise<readonly Item[]>>,
  pk: string,
  reading: Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  kept.set(pk, reading);
  reading.catch(() => {
    if (kept.get(pk) === reading) kept.delete(pk);
  });
  return reading;
}

/** The items with those of the same sort key replaced, in key order. */
function merge(before: readonly Item[], written: readonly Item[]): readonly Item[] {
  const all = new Map([...before, ...written].map((item) => [String(item.sk), item]));
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

async function queryAll(table: Table, pk: string, consistent: boolean): Promise<readonly Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: consistent,
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}
