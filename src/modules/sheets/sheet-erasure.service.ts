import { type CollectionReader } from '../../data/collection-reader';
import { type Gate } from '../../data/commit';
import { TechnicalError } from '../../shared/errors';
import { type SheetFillRepo } from './fill.repo';

/** Rows that are looked at at a time. */
const READ_AT_ONCE = 100;

/** What must go from filled sheets when a person is erased. */
export class SheetErasureService {
  constructor(private readonly repo: SheetFillRepo) {}

  /**
   * Leaves nothing of what was filled in about a resident but that there was something, each for itself: what is cut off
   * goes on with the rest. What was erased before is left alone.
   */
  async erase(reads: CollectionReader, resident: string, gate: Gate | undefined): Promise<void> {
    let afterKey: string | undefined;
    do {
      const page = await this.repo.about([resident], { limit: READ_AT_ONCE, afterKey });
      for (const { row } of page.rows) if (row.of !== '') await this.#eraseOne(reads, row.id, gate);
      afterKey = page.hasNextPage ? page.rows.at(-1)?.key : undefined;
    } while (afterKey !== undefined);
  }

  async #eraseOne(reads: CollectionReader, id: string, gate: Gate | undefined): Promise<void> {
    const found = await this.repo.find(reads, id, { consistent: true });
    if (found === undefined) return;
    const { steps, ...fill } = found;
    const erased = {
      ...{ ...fill, of: '', answers: {}, sealed: undefined, changes: [] },
      revision: fill.revision + 1,
    };
    const puts = [
      this.repo.saving(erased),
      ...steps.map((step) => this.repo.noting(id, { ...step, reason: undefined, before: {} })),
    ];
    const { done } = await this.repo.commit(reads, puts, gate);
    if (!done) throw new TechnicalError('TRY_AGAIN');
  }
}
