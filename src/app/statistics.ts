import { SolvedRepo } from '../modules/statistics/solved.repo';
import { SolvedService } from '../modules/statistics/solved.service';
import { type Foundation } from './foundation';

/** At which level cases are solved: what counts them, and what tells. */
export function createSolved({ table, clock }: Pick<Foundation, 'table' | 'clock'>): SolvedService {
  return new SolvedService(new SolvedRepo(table), clock);
}
