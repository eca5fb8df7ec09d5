import { type AccountHolder, type AccountLookUp } from '../../auth/account-look-up';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type AccountRepo } from './account.repo';
import { liveOf } from './account.rules';

/** Whom accounts speak for today, as their own rows say: no resident is read. */
export class AccountHolderService implements AccountLookUp {
  constructor(
    private readonly repo: AccountRepo,
    private readonly clock: Clock,
  ) {}

  /** The holders of those of these accounts that are bound, each named once; strongly consistent, a hundred a request. */
  async holdersOf(accounts: readonly string[]): Promise<ReadonlyMap<string, AccountHolder>> {
    const today = businessDate(this.clock.now());
    const found = await this.repo.many(accounts);
    return new Map(
      found.flatMap((account) => {
        const live = liveOf(account, today);
        const own = live.find(({ relation }) => relation === 'SELF');
        if (own === undefined) return [];
        const family = live.flatMap(({ resident, ids, relation }) =>
          relation === 'SELF' ? [] : [{ resident, ids, relation }],
        );
        const { resident, name, area } = own;
        return [[account.id, { resident, name, area, family }] as const];
      }),
    );
  }
}
