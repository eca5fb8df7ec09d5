import { type CollectionReader } from '../../data/collection-reader';
import { ancestorAt } from '../../shared/area-code';
import { type Day } from '../../shared/business-date';
import { type Case } from '../cases/case.type';
import { dueOn, standingSession } from './mediation.rules';
import { type MediationRepo } from './mediation.repo';

/** Finds the case of a mediation, for the system. */
export type FindCase = (
  reads: CollectionReader,
  id: string,
) => Promise<Pick<Case, 'area' | 'holder'> | undefined>;

/** Who has to see to a follow-up. */
export interface FollowUpFound {
  readonly area: string;
  /** Id of whoever mediated. */
  readonly mediator: string;
  /** Code of the area or department that holds the case, or of its community where nobody holds it any more. */
  readonly holder: string;
}

/** What the clock is told of mediations. */
export class FollowUpReminderService {
  constructor(
    private readonly repo: Pick<MediationRepo, 'of'>,
    private readonly findCase: FindCase,
    private readonly newReads: () => CollectionReader,
  ) {}

  /** Who has to see to the follow-up of a day; undefined where it is not the next any more. One Query, strongly consistent. */
  async next(caseId: string, on: Day): Promise<FollowUpFound | undefined> {
    const reads = this.newReads();
    const record = await this.repo.of(reads, caseId, { consistent: true });
    const found = await this.findCase(reads, caseId);
    const session = record && standingSession(record.sessions);
    if (found === undefined || record === undefined || session === undefined) return undefined;
    if (dueOn(record) !== on) return undefined;
    const { area, holder } = found;
    const code = holder?.code ?? ancestorAt(area, 'COMMUNITY') ?? area;
    return { area, mediator: session.by.id, holder: code };
  }
}
