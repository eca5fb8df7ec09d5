import { commit, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { createRetentionEntity, type RetentionEntity } from './retention.entity';

/** Parts of the queue, so that no one key takes all of a district's writes. */
const SHARDS = ['0', '1', '2', '3'] as const;

/** Most records of a part that one round looks at. */
const MOST_AT_ONCE = 25;

/** Reads and writes until when records are kept. */
export class RetentionRepo {
  readonly #retentions: RetentionEntity;

  constructor(private readonly table: Table) {
    this.#retentions = lazily(() => createRetentionEntity(table));
  }

  /** Whose record is kept long enough on a day, the longest first; one Query a shard, all at once. */
  async due(day: string): Promise<string[]> {
    const pages = await Promise.all(
      SHARDS.map((shard) =>
        this.#retentions.query
          .due({ shard })
          .lte({ due: day })
          .go({ limit: MOST_AT_ONCE, ignoreOwnership: true }),
      ),
    );
    return pages.flatMap(({ data }) => data.map(({ id }) => id));
  }

  /** A prepared write of the day on which a record is to be erased. */
  keepingUntil(id: string, due: string): PreparedPut {
    return this.#retentions.put({ id, shard: shardOf(id), due }).params<PreparedPut>();
  }

  /** A prepared write that takes a record out of the queue. */
  settling(id: string): PreparedPut {
    return this.#retentions.put({ id }).params<PreparedPut>();
  }

  /** Takes a record out of the queue. */
  async settle(id: string): Promise<void> {
    await commit(this.table, [this.settling(id)], undefined);
  }
}

/** The last hexadecimal digit of an id is random. */
function shardOf(id: string): string {
  return SHARDS[Number.parseInt(id.slice(-1), 16) % SHARDS.length] ?? SHARDS[0];
}
