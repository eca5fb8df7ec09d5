import { StandingRepo } from '../auth/standing.repo';
import { StandingService } from '../auth/standing.service';
import { type Foundation } from './foundation';

/** What knows whether tokens still stand. */
export function createStandings({ table, clock }: Pick<Foundation, 'table' | 'clock'>): StandingService {
  return new StandingService(new StandingRepo(table), clock);
}
