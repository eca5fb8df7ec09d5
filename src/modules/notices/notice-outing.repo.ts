import { type CollectionReader } from '../../data/collection-reader';
import { commitFor, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { createNoticeOutingEntity } from './notice.entity';
import { type NoticeRecord } from './notice.rules';

/** Writes that planned notices have come out. */
export class NoticeOutingRepo {
  readonly #outings;

  constructor(private readonly table: Table) {
    this.#outings = lazily(() => createNoticeOutingEntity(table));
  }

  /** Notes it, unless it is noted; whether it was not. One conditional write. */
  async keep(reads: CollectionReader, { id, from, areas, audience }: NoticeRecord): Promise<boolean> {
    const put = this.#outings
      .put({ notice: id, from: from.toISOString(), areas: [...areas], audience })
      .where((found, { notExists }) => notExists(found.from));
    return (await commitFor(reads, this.table, [put.params<PreparedPut>()], undefined)).done;
  }
}
