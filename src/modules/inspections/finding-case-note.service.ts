import { type TableChange } from '../../data/table-change';
import { findingCasesBy } from './finding-case.events';
import { type FindingCaseRepo } from './finding-case.repo';

/** Keeps the files of premises as the cases of their findings are. */
export class FindingCaseNoteService {
  constructor(private readonly repo: Pick<FindingCaseRepo, 'keep'>) {}

  /** Takes note of changes of the table, in their order; may be told twice, if then with all that followed. Returns how many rows. */
  async observe(changes: readonly TableChange[]): Promise<number> {
    return this.repo.keep(changes.flatMap(findingCasesBy));
  }
}
