import { type CollectionReader } from '../../data/collection-reader';
import { businessDate, type Day } from '../../shared/business-date';
import { type CareTagRepo } from './care.repo';
import { isValid, type VisitTier } from './care.rules';

/** That somebody is to be visited so often, from one day until before another; neither why nor by which kind of tag. */
export interface CareNeed {
  readonly tag: string;
  readonly resident: string;
  readonly tier: VisitTier;
  readonly from: Day;
  readonly until: Day;
}

/** What care tags say about visits, and nothing else of them: this is no reading of tags. */
export class CareVisitsService {
  constructor(private readonly repo: CareTagRepo) {}

  /** How often a resident is to be visited by the tags that are valid on a day; shares the Query of their collection. */
  async needsOf(reads: CollectionReader, resident: string, today: Day): Promise<CareNeed[]> {
    const tags = await this.repo.of(reads, resident);
    return tags
      .filter((tag) => isValid(tag, today))
      .map(({ id, visits, setAt, expiresOn }) => ({
        ...{ tag: id, resident, tier: visits, from: businessDate(setAt), until: expiresOn },
      }));
  }
}
