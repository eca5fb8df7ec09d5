import { type TableChange } from '../../data/table-change';
import { type Clock } from '../../shared/clock';
import { deskApplicationsBy } from './desk-application.events';
import { type DeskApplicationRepo } from './desk-application.repo';
import { deskNotesBy } from './desk-case.events';
import { type DeskCaseRepo } from './desk-case.repo';

/** Keeps desks as cases and applications are. */
export class DeskNoteService {
  constructor(
    private readonly cases: Pick<DeskCaseRepo, 'keep'>,
    private readonly applications: Pick<DeskApplicationRepo, 'keep'>,
    private readonly clock: Clock,
  ) {}

  /** Takes note of changes of the table, in their order; may be told twice, if then with all that followed. Returns how many rows. */
  async observe(changes: readonly TableChange[]): Promise<number> {
    const now = this.clock.now();
    const [cases, applications] = await Promise.all([
      this.cases.keep(changes.flatMap(deskNotesBy), now),
      this.applications.keep(changes.flatMap(deskApplicationsBy), now),
    ]);
    return cases + applications;
  }
}
