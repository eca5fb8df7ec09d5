import { putAll } from '../../data/bulk-write';
import { itemsOf, type PreparedPut } from '../../data/commit';
import { fillPage } from '../../data/fill-page';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { applicationSummaryIn } from '../applications/application.events';
import { type ApplicationSummary } from '../applications/application.rules';
import { createDeskApplicationEntity } from './desk-application.entity';
import { liesThere, markedBy } from './desk-row.rules';
import { type DeskApplicationNote } from './desk-application.events';

/** Reads and writes the applications on desks. */
export class DeskApplicationRepo {
  readonly #desks;

  constructor(private readonly table: Table) {
    this.#desks = lazily(() => createDeskApplicationEntity(table));
  }

  /** Writes what lies where, in batches, over what stood there; of several of one place the last. Returns how many. */
  async keep(notes: readonly DeskApplicationNote[], now: Date): Promise<number> {
    const last = new Map(notes.map((note) => [`${note.holder} ${note.id}`, note]));
    const puts = [...last.values()].map(({ holder, id, row, isThere }) =>
      this.#desks.put({ holder, id, row, ...markedBy(isThere, now) }).params<PreparedPut>(),
    );
    return putAll(this.table, itemsOf(puts));
  }

  /** All that lies on a desk, at most so many; one Query, and more where much has left of late. */
  async of(holder: string, most: number): Promise<readonly ApplicationSummary[]> {
    const rows = await fillPage(
      { rows: most, from: null },
      (limit, cursor) => this.#desks.query.primary({ holder }).go({ limit, cursor }),
      liesThere,
    );
    return rows.map(({ id, row }) => applicationSummaryIn(id, row));
  }
}
