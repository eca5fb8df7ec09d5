import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { dutyOf } from '../../auth/relations';
import { type CollectionReader } from '../../data/collection-reader';
import { TechnicalError } from '../../shared/errors';
import { type CaseService } from '../cases/case.service';
import { TOPIC } from './topic.rules';

/** Which topics somebody may watch; what they are told of is asked again at each event. */
export class WatchTopicService {
  constructor(private readonly cases: Pick<CaseService, 'get'>) {}

  /** A case; NOT_FOUND when they may not see it. */
  async ofCase(actor: Actor, reads: CollectionReader, id: string): Promise<readonly string[]> {
    const found = await this.cases.get(actor, reads, id);
    return [TOPIC.case(found.id)];
  }

  /** An area with all that lies in it; NOT_FOUND when it is not theirs. */
  ofArea(actor: Actor, area: string): readonly string[] {
    if (grantFor(actor, 'case:watch', { area }) === undefined) throw new TechnicalError('NOT_FOUND');
    return [TOPIC.area(area)];
  }

  /** What a department has; NOT_FOUND when it is not theirs. */
  ofDepartment(actor: Actor, department: string): readonly string[] {
    const target = { holder: department };
    if (grantFor(actor, 'case:watch-department', target) === undefined) throw new TechnicalError('NOT_FOUND');
    return [TOPIC.holder(department)];
  }

  /** What they reported, and what they have to deal with by each of their duties. */
  ofOwnWork(actor: Actor): readonly string[] {
    const duties = actor.appointments.map(dutyOf).filter((duty) => duty !== undefined);
    return [TOPIC.reporter(actor.id), ...new Set(duties.map(TOPIC.holder))];
  }
}
