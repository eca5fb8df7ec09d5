import { type CollectionReader } from '../../data/collection-reader';
import { type TableChange } from '../../data/table-change';
import { logger } from '../../shared/logger';
import { type EvidenceKeepingService } from '../evidence/evidence-keeping.service';
import { caseClosedBy } from './case.events';

/** Keeps the files of closed cases for as long as they may be asked for. */
export class CaseKeepingService {
  constructor(
    private readonly files: EvidenceKeepingService,
    private readonly newReads: () => CollectionReader,
  ) {}

  /** Takes note of changes of the table: locks the files of the cases that were closed. May be told twice. */
  async observe(changes: readonly TableChange[]): Promise<void> {
    for (const closed of changes.map(caseClosedBy)) {
      if (closed === undefined) continue;
      const files = await this.files.keep(this.newReads(), closed.owner, closed.at);
      if (files > 0) logger.info('files of a closed case kept', { files });
    }
  }
}
