import { type TableChange } from '../../data/table-change';
import { caseListRowsBy } from './case-list.events';
import { type CaseListRepo } from './case-list.repo';

/** Keeps the lists of cases as the cases are. */
export class CaseListNoteService {
  constructor(private readonly repo: Pick<CaseListRepo, 'keep'>) {}

  /**
   * Takes note of changes of the table, in their order; may be told twice, if then with all that followed. A row for each area
   * that a case lies in and for each that supervises it. Returns how many rows.
   */
  async observe(changes: readonly TableChange[]): Promise<number> {
    return this.repo.keep(changes.flatMap(caseListRowsBy));
  }
}
