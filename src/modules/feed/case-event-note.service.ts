import { type Clock } from '../../shared/clock';
import { type CaseEventNote } from './case-event.events';
import { type CaseEventRepo } from './case-event.repo';

/** Notes what happens to cases, in each area they lie in. */
export class CaseEventNoteService {
  constructor(
    private readonly repo: Pick<CaseEventRepo, 'keep'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes note of an event, by the time of noting and not by that of the step, so that what comes late is told to those who have
   * asked before. May be told twice. To be awaited before anybody is told: whoever misses the telling finds the note.
   */
  async note(event: CaseEventNote): Promise<void> {
    await this.repo.keep([event], this.clock.now());
  }
}
