import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { Refusal } from '../../shared/errors';
import { isId } from '../../shared/ids';
import { type ApplicationOpeningService } from '../applications/application-opening.service';
import { type SeenApplication } from '../applications/application.type';
import { type ResidentService } from '../residents/resident.service';
import { type TurnIntoApplicationInput } from './log-entry.input';
import { type LogEntryRepo } from './log-entry.repo';
import { isTaken, linkedTo } from './log-entry.rules';
import { type LogEntryService } from './log-entry.service';
import { type LogEntry } from './log-entry.type';

/** Needs that are noted become applications (日志转办件): note and application name each other, in one transaction. */
export class LogApplicationService {
  constructor(
    private readonly repo: LogEntryRepo,
    private readonly entries: LogEntryService,
    private readonly openings: Pick<ApplicationOpeningService, 'open'>,
    private readonly residents: Pick<ResidentService, 'markOf'>,
  ) {}

  /**
   * Opens an application from a note of the actor's own. The same content again gives the same application.
   * @throws Refusal ID_INVALID, LOG_ENTRY_LINKED, CONFLICT, and those of opening an application; NOT_FOUND for a note of
   *   somebody else's
   */
  async turnIntoApplication(
    actor: Actor,
    reads: CollectionReader,
    input: TurnIntoApplicationInput,
  ): Promise<{ entry: LogEntry; application: SeenApplication }> {
    const { id } = input;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const [before, mark] = await Promise.all([
      this.entries.own(actor, reads, input.entry),
      this.residents.markOf(actor, input),
    ]);
    const origin = { type: 'LOG_ENTRY', id: before.id } as const;
    if (isTaken(before.requests, { id, mark }))
      return { entry: before, ...(await this.openings.open(actor, reads, input, { origin })) };
    const entry = linkedTo(before, { type: 'APPLICATION', id }, { id, mark });
    const together = [this.repo.replacing(entry)];
    return { entry, ...(await this.openings.open(actor, reads, input, { origin, together })) };
  }
}
