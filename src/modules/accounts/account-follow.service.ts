import { type CollectionReader } from '../../data/collection-reader';
import { type TableChange } from '../../data/table-change';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { newlyBound, residentToFollow } from './account.events';
import { type AccountRepo } from './account.repo';
import { followed } from './account-follow.rules';

/** How often it begins again when others write in between. */
const ATTEMPTS = 6;

/**
 * Lets accounts follow the residents they are bound to: who moves, is called otherwise, is merged, dies or is erased. It goes by
 * the records as they stand, not by what an event says: events may come twice, late and in any order.
 */
export class AccountFollowService {
  constructor(
    private readonly repo: AccountRepo,
    private readonly residents: ResidentService,
    private readonly newReads: () => CollectionReader,
    private readonly clock: Clock,
  ) {}

  /** Follows everybody whom changes of the table are about. May be repeated. */
  async observe(changes: readonly TableChange[]): Promise<void> {
    const ids = new Set(changes.map(residentToFollow).filter((id) => id !== undefined));
    for (const id of ids) await this.#follow(id);
    for (const { account, resident } of changes.flatMap(newlyBound))
      await this.#update(account, resident, resident);
  }

  async #follow(id: string): Promise<void> {
    const reads = this.newReads();
    const resident = await this.residents.current(reads, id, { consistent: true });
    if (resident === undefined) return;
    // Also those that were bound under a record that was merged into this one.
    for (const each of new Set([id, ...idsOf(resident)])) {
      const { places } = await this.repo.ofResident(each);
      for (const account of new Set(places.map((place) => place.account)))
        await this.#update(account, each, id);
    }
  }

  /** The account as the resident's record stands at every attempt, so that the last writer has read the last record. */
  async #update(account: string, bound: string, changed: string): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = await this.repo.find(account);
      const resident = await this.residents.current(this.newReads(), bound, { consistent: true });
      const request = {
        id: changed,
        mark: '',
        at: this.clock.now().toISOString(),
        why: 'RECORD_CLOSED',
      } as const;
      const next = resident && followed(before, bound, resident, request);
      if (next === undefined || (await this.repo.commit([this.repo.saving(next)], undefined)).done) return;
    }
    throw new TechnicalError('TRY_AGAIN');
  }
}
