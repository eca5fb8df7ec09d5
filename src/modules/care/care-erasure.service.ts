import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { type CareTagRepo } from './care.repo';

/** What must go from care tags when a person is erased. */
export class CareErasureService {
  constructor(private readonly repo: CareTagRepo) {}

  /** Prepared writes that leave nothing of a resident's tags but that there were some. */
  async erasing(reads: CollectionReader, resident: string): Promise<PreparedPut[]> {
    return this.repo.erasing(await this.repo.of(reads, resident));
  }
}
