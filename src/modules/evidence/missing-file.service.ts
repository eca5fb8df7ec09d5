import { type Actor } from '../../auth/actor';
import { type PageArgs } from '../../shared/connection.type';
import { type Clock } from '../../shared/clock';
import { type Page, pageOf } from '../../shared/page';
import { type EvidenceRepo } from './evidence.repo';
import { MISSED_FOR_DAYS } from './evidence.rules';
import { type MissingFile } from './missing-file.type';

const HOUR = 3_600_000;

/** What somebody announced and never sent, or sent in vain. */
export class MissingFileService {
  constructor(
    private readonly repo: EvidenceRepo,
    private readonly clock: Clock,
  ) {}

  /** The actor's files of the last thirty days that are not there, newest first. One Query. */
  async list(actor: Actor, args: PageArgs): Promise<Page<MissingFile>> {
    return this.repo.missingOf(actor.id, this.#since(), pageOf(args));
  }

  /** How many of them were announced so many hours ago or more: the reminder. One Query, which only counts. */
  async count(actor: Actor, olderThanHours: number): Promise<number> {
    const until = new Date(this.clock.now().getTime() - Math.max(0, olderThanHours) * HOUR);
    return this.repo.missingCount(actor.id, this.#since(), until);
  }

  #since(): Date {
    return new Date(this.clock.now().getTime() - MISSED_FOR_DAYS * 24 * HOUR);
  }
}
