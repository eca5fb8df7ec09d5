import { type CollectionReader } from '../../data/collection-reader';
import { type NoticeOutingRepo } from './notice-outing.repo';
import { type NoticeRepo } from './notice.repo';
import { stateOfRecord } from './notice.rules';

/** Urgent notices that were planned come out: a note of it beside the notice, of which the table's stream tells. */
export class NoticeOutingService {
  constructor(
    private readonly notices: Pick<NoticeRepo, 'find'>,
    private readonly outings: Pick<NoticeOutingRepo, 'keep'>,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * Brings out the notice that was to come out at a moment (milliseconds since 1970); nothing where it is none of these by now,
   * or was brought out before. Returns whether it was. May be asked twice, and by two at once.
   */
  async bringOut(id: string, from: number, now: Date): Promise<boolean> {
    const reads = this.newReads();
    const found = await this.notices.find(reads, id, { consistent: true });
    if (found?.urgent !== true || found.from.getTime() !== from || stateOfRecord(found, now) !== 'OUT')
      return false;
    return this.outings.keep(reads, found);
  }
}
