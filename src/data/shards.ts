/** The shard of a record among so many: the last digit of an id is as good as drawn by lot. */
export function shardOf(id: string, shards: number): number {
  return Number.parseInt(id.slice(-1), 16) % shards;
}

/** A page of rows, and where the next begins; null after the last. */
interface ShardPage<Row> {
  readonly data: Row[];
  readonly cursor: string | null;
}

/** What lies in some shards, page after page, shard after shard; as many requests as pages. Pages without rows are left out. */
export async function* pagesOfShards<Row>(
  shards: number,
  read: (shard: number, cursor: string | null) => Promise<ShardPage<Row>>,
): AsyncGenerator<Row[]> {
  for (let shard = 0; shard < shards; shard += 1) {
    let cursor: string | null = null;
    do {
      const page: ShardPage<Row> = await read(shard, cursor);
      if (page.data.length > 0) yield page.data;
      ({ cursor } = page);
    } while (cursor !== null);
  }
}
