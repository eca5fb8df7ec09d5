import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { shardOf } from '../../data/shards';
import { type Table } from '../../data/table';
import { type Day, daysAfter } from '../../shared/business-date';
import { createFileDueEntity } from './file-due.entity';
import { type FileDue } from './file-terms.rules';

/** In how many shards the days lie: each takes a thousand writes a second. */
const SHARDS = [0, 1, 2, 3] as const;

/** Most records looked at in one round of the clock, per shard: a day has more rounds than a district has records. */
const MOST_LOOKS = 25;

/** Reads and writes when the clock has to look at files. */
export class FileDueRepo {
  readonly #dues;

  constructor(private readonly table: Table) {
    this.#dues = lazily(() => createFileDueEntity(table));
  }

  /** Notes days, in batches; those that are noted already stay. Returns how many. */
  async keep(dues: readonly FileDue[]): Promise<number> {
    const known = new Map(dues.map((due) => [`${due.day}#${due.owner}`, due]));
    const puts = [...known.values()].map((due) => this.#dues.put(placed(due)).params<PreparedPut>());
    return putAll(this.table, itemsOf(puts));
  }

  /** What is to be looked at by a day, longest ago first, so many of each shard; one Query a shard, all at once. */
  async upTo(day: Day): Promise<FileDue[]> {
    const shards = await Promise.all(
      SHARDS.map((shard) =>
        this.#dues.query
          .primary({ shard })
          .lt({ day: daysAfter(day, 1) })
          .go({ limit: MOST_LOOKS }),
      ),
    );
    return shards.flatMap(({ data }) => data.map(({ day: on, owner }) => ({ day: on, owner })));
  }

  /** Takes a day away; one that is gone already is fine. */
  async remove(due: FileDue): Promise<void> {
    await this.#dues.delete(placed(due)).go();
  }
}

/** With its shard. */
function placed({ day, owner }: FileDue) {
  return { shard: shardOf(owner, SHARDS.length), day, owner };
}
