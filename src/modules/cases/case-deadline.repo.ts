import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
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
  async *before(now: Date, limit: number): AsyncGenerator<CaseDeadline[]> {
    for (let shard = 0; shard < SHARDS; shard += 1) {
      let cursor: string | null = null;
      do {
        const answer: { data: CaseDeadline[]; cursor: string | null } = await this.#deadlines.query
          .primary({ shard })
          .lt({ at: now.toISOString() })
          .go({ limit, cursor });
        if (answer.data.length > 0) yield answer.data;
        ({ cursor } = answer);
      } while (cursor !== null);
    }
  }

  /** Takes a deadline away; one that is gone already is fine. */
  async remove(deadline: CaseDeadline): Promise<void> {
    await this.#deadlines.delete(keyOf(deadline)).go();
  }
}

function keyOf({ id, at, began, moment }: CaseDeadline) {
  return { shard: shardOf(id), at, id, began, moment };
}

/** The last digit of an id is as good as drawn by lot. */
function shardOf(id: string): number {
  return Number.parseInt(id.slice(-1), 16) % SHARDS;
}
