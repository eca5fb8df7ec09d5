import { type CollectionReader } from '../../data/collection-reader';
import { type RecordLink } from '../../shared/record-link.type';
import { ownerKeyOf } from './evidence-owner.rules';
import { type EvidenceRepo } from './evidence.repo';
import { isSettled } from './evidence.rules';

/** Files that were announced and are not there. */
export interface MissingFound {
  readonly area: string;
  /** Ids of those who announced them. */
  readonly people: readonly string[];
}

/** What the clock is told of files. */
export class FileReminderService {
  constructor(
    private readonly repo: Pick<EvidenceRepo, 'ofOwner'>,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * Who announced files of a record at this moment (milliseconds since 1970) that have not come, or were refused; undefined
   * where all are there. One Query, strongly consistent.
   */
  async missing(
    { type, id }: Pick<RecordLink, 'type' | 'id'>,
    openedAt: number,
  ): Promise<MissingFound | undefined> {
    const owner = ownerKeyOf({ type, id });
    if (owner === undefined) return undefined;
    const all = await this.repo.ofOwner(this.newReads(), owner, true);
    const missing = all.filter((each) => !isSettled(each.status) && each.openedAt.getTime() === openedAt);
    const [first] = missing;
    return first && { area: first.area, people: [...new Set(missing.map(({ by }) => by))] };
  }
}
