import { type TableChange } from '../../data/table-change';
import { type Clock } from '../../shared/clock';
import { deskNotesBy } from './desk-case.events';
import { type DeskCaseRepo } from './desk-case.repo';

/** Keeps desks as the cases are. */
export class DeskNoteService {
  constructor(
    private readonly repo: Pick<DeskCaseRepo, 'keep'>,
    private readonly clock: Clock,
  ) {}

  /** Takes note of changes of the table, in their order; may be told twice, if then with all that followed. Returns how many rows. */
  async observe(changes: readonly TableChange[]): Promise<number> {
    return this.repo.keep(changes.flatMap(deskNotesBy), this.clock.now());
  }
}
