import { type Actor } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { pathOf } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { type ResidentService } from '../residents/resident.service';
import { alertTopic } from './notice-alert.rules';
import { type UrgentNotice } from './notice-alert.type';
import { NO_FACTS, reachOf, type ReaderFacts } from './notice-reach.rules';
import { type NoticeRepo } from './notice.repo';
import { stateOfRecord } from './notice.rules';

/** Urgent notices as they come out, to whoever they are for. */
export class NoticeAlertService {
  constructor(
    private readonly repo: Pick<NoticeRepo, 'find'>,
    private readonly residents: Pick<ResidentService, 'current'>,
    private readonly clock: Clock,
  ) {}

  /** What somebody watches: where they live and work, up to the district. */
  topicsOf({ appointments }: Actor): readonly string[] {
    const areas = appointments
      .filter(({ role }) => role !== 'ADMINISTRATOR')
      .flatMap(({ area }) => pathOf(area));
    return [...new Set(areas)].map(alertTopic);
  }

  /** The urgent notice as it stands. @throws TechnicalError NOT_FOUND where it is not out, or not for the actor */
  async told(actor: Actor, reads: CollectionReader, id: string): Promise<UrgentNotice> {
    const found = await this.repo.find(reads, id);
    if (found?.urgent !== true || stateOfRecord(found, this.clock.now()) !== 'OUT')
      throw new TechnicalError('NOT_FOUND');
    const isPersonal = found.audience === 'FLOATING_RESIDENTS';
    const facts = isPersonal ? await this.#factsOf(actor, reads) : NO_FACTS;
    const isReached = found.areas.some(
      (area) => reachOf({ ...found, area }, actor.appointments, facts) !== undefined,
    );
    if (!isReached) throw new TechnicalError('NOT_FOUND');
    const { version, kind, title, from, until } = found;
    return { id, version, kind, title, from, until };
  }

  async #factsOf(actor: Actor, reads: CollectionReader): Promise<ReaderFacts> {
    const resident = await this.residents.current(reads, actor.id);
    return { ...NO_FACTS, kind: resident?.kind };
  }
}
