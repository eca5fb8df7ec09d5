import { FileDueRepo } from '../modules/evidence/file-due.repo';
import { FileTermService } from '../modules/evidence/file-term.service';
import { type Foundation } from './foundation';

/** Only what takes note of when files will have been kept long enough. */
export function createFileTerms({ table }: Pick<Foundation, 'table'>): FileTermService {
  return new FileTermService(new FileDueRepo(table));
}
