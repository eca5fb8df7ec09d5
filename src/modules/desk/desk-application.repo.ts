import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { applicationSummaryIn } from '../applications/application.events';
import { type ApplicationSummary } from '../applications/application.rules';
import { createDeskApplicationEntity } from './desk-application.entity';
import { type DeskApplicationNote } from './desk-application.events';

/** How long one that has left a desk is kept as such, in ms: longer than the stream brings anything again. */
const KEPT_MS = 15 * 86_400_000;

/** Reads and writes the applications on desks. */
export class DeskApplicationRepo {
  readonly #desks;

  constructor(private readonly table: Table) {
    this.#desks = lazily(() => createDeskApplicationEntity(table));
  }

  /** Writes what lies where, in batches, over what stood there; of several of one place the last. Returns how many. */
  async keep(notes: readonly DeskApplicationNote[], now: Date): Promise<number> {
    const last = new Map(notes.map((note) => [`${note.holder} ${note.id}`, note]));
    const expiresAt = Math.ceil((now.getTime() + KEPT_MS) / 1000);
    const puts = [...last.values()].map(({ holder, id, row, isThere }) =>
      this.#desks.put({ holder, id, row, ...(isThere ? {} : { expiresAt }) }).params<PreparedPut>(),
    );
    return putAll(this.table, itemsOf(puts));
  }

  /** All that lies on a desk, at most so many rows read; one Query. */
  async of(holder: string, most: number): Promise<readonly ApplicationSummary[]> {
    const { data } = await this.#desks.query.primary({ holder }).go({ limit: most });
    return data
      .filter(({ expiresAt }) => expiresAt === undefined)
      .map(({ id, row }) => applicationSummaryIn(id, row));
  }
}
