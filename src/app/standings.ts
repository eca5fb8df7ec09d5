import { StandingRepo } from '../auth/standing.repo';
import { StandingService } from '../auth/standing.service';
import { createCollectionReader } from '../data/collection-reader';
import { AccountFollowService } from '../modules/accounts/account-follow.service';
import { AccountHolderService } from '../modules/accounts/account-holder.service';
import { AccountSpeakerService } from '../modules/accounts/account-speaker.service';
import { AccountRepo } from '../modules/accounts/account.repo';
import { ResidentRepo } from '../modules/residents/resident.repo';
import { ResidentService } from '../modules/residents/resident.service';
import { type Foundation } from './foundation';

/** What knows whether tokens still stand. */
export function createStandings({ table, clock }: Pick<Foundation, 'table' | 'clock'>): StandingService {
  const accounts = new AccountHolderService(new AccountRepo(table), clock);
  return new StandingService(new StandingRepo(table), clock, accounts);
}

/** Only what lets accounts follow the residents they are bound to. */
export function createAccountFollowing({
  table,
  vault,
  clock,
}: Pick<Foundation, 'table' | 'vault' | 'clock'>): AccountFollowService {
  const residents = new ResidentService(new ResidentRepo(table), vault);
  const newReads = () => createCollectionReader(table);
  return new AccountFollowService(new AccountRepo(table), residents, newReads, clock);
}

/** Only what finds whose accounts speak for a resident. */
export function createAccountSpeakers({
  table,
  vault,
  clock,
}: Pick<Foundation, 'table' | 'vault' | 'clock'>): AccountSpeakerService {
  const repo = new AccountRepo(table);
  const residents = new ResidentService(new ResidentRepo(table), vault);
  const newReads = () => createCollectionReader(table);
  return new AccountSpeakerService(repo, new AccountHolderService(repo, clock), residents, newReads);
}
