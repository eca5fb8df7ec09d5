import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { pagesOfShards, shardOf } from '../../data/shards';
import { type Table } from '../../data/table';
import { createReminderEntity } from './reminder.entity';
import { keyOf, type MomentDue } from './reminder.rules';

/** In how many shards the moments lie: each takes a thousand writes a second. */
const SHARDS = 4;

/** Reads and writes when the clock has to look at records. */
export class ReminderRepo {
  readonly #moments;

  constructor(private readonly table: Table) {
    this.#moments = lazily(() => createReminderEntity(table));
  }

  /** Notes moments, in batches; those that are noted already stay. Returns how many. */
  async keep(moments: readonly MomentDue[]): Promise<number> {
    const known = new Map(moments.map((each) => [keyOf(each), each]));
    const puts = [...known.values()].map((each) => this.#moments.put(placed(each)).params<PreparedPut>());
    return putAll(this.table, itemsOf(puts));
  }

  /** What was to be looked at before a moment, page after page, shard after shard, longest ago first; as many Queries as pages. */
  before(now: Date, limit: number): AsyncGenerator<MomentDue[]> {
    const at = now.toISOString();
    return pagesOfShards(SHARDS, (shard, cursor) =>
      this.#moments.query.primary({ shard }).lt({ at }).go({ limit, cursor }),
    );
  }

  /** Takes a moment away; one that is gone already is fine. */
  async remove(moment: MomentDue): Promise<void> {
    await this.#moments.delete(placed(moment)).go();
  }
}

/** With its shard. */
function placed({ at, kind, id, source }: MomentDue) {
  return { shard: shardOf(id, SHARDS), at, kind, id, source };
}
