import { type TableChange } from '../../data/table-change';
import { checkedBy } from './evidence.events';
import { type FileDueRepo } from './file-due.repo';
import { firstLookAt } from './file-terms.rules';

/** Takes note of when files will have been kept long enough. */
export class FileTermService {
  constructor(private readonly dues: Pick<FileDueRepo, 'keep'>) {}

  /** Notes when to look at the files that changes of the table brought; may be told twice, in any order. Returns how many days. */
  async observe(changes: readonly TableChange[]): Promise<number> {
    return this.dues.keep(
      changes.flatMap((change) => {
        const checked = checkedBy(change);
        return (checked && firstLookAt(checked)) ?? [];
      }),
    );
  }
}
