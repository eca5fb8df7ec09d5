import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { pagesOfShards, shardOf } from '../../data/shards';
import { type Table } from '../../data/table';
import { createCaseDeadlineEntity } from './case-deadline.entity';
import { type CaseDeadline } from './case.events';

/** In how many shards deadlines lie: each takes a thousand writes a second. */
const SHARDS = 4;

/** Reads and writes when the clocks of cases are near their end and run out. */
export class CaseDeadlineRepo {
  readonly #deadlines;

  constructor(private readonly table: Table) {
    this.#deadlines = lazily(() => createCaseDeadlineEntity(table));
  }

  /** Notes deadlines, in batches; those that are noted already stay. Returns how many. */
  async keep(deadlines: readonly CaseDeadline[]): Promise<number> {
    const puts = deadlines.map((deadline) => this.#deadlines.put(keyOf(deadline)).params<PreparedPut>());
    return putAll(this.table, itemsOf(puts));
  }

  /** What was to be looked at before a moment, page after page, shard after shard, longest ago first; as many Queries as pages. */
  before(now: Date, limit: number): AsyncGenerator<CaseDeadline[]> {
    const at = now.toISOString();
    return pagesOfShards(SHARDS, (shard, cursor) =>
      this.#deadlines.query.primary({ shard }).lt({ at }).go({ limit, cursor }),
    );
  }

  /** Takes a deadline away; one that is gone already is fine. */
  async remove(deadline: CaseDeadline): Promise<void> {
    await this.#deadlines.delete(keyOf(deadline)).go();
  }
}

function keyOf({ id, at, began, moment }: CaseDeadline) {
  return { shard: shardOf(id, SHARDS), at, id, began, moment };
}
