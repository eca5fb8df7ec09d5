import { type CollectionReader } from '../../data/collection-reader';
import { idsOf } from '../residents/merge.rules';
import { type ResidentService } from '../residents/resident.service';
import { type AccountHolderService } from './account-holder.service';
import { type AccountRepo } from './account.repo';

/** What was asked for somebody: for whom, and who asked. */
export interface AskedFor {
  readonly resident: string;
  readonly askedBy: string;
}

/** Who hears of what is a resident's, by the accounts that speak for them today. */
export class AccountSpeakerService {
  constructor(
    private readonly repo: AccountRepo,
    private readonly holders: AccountHolderService,
    private readonly residents: ResidentService,
    private readonly newReads: () => CollectionReader,
  ) {}

  /**
   * The holders of the resident's own account, of those of guardians, and of whoever asked for it, while these are bound to them;
   * other family is not told. The record; a Query for each id it has; then the accounts in one BatchGet.
   */
  async hearersOf({ resident, askedBy }: AskedFor): Promise<readonly string[]> {
    const found = await this.residents.current(this.newReads(), resident, { consistent: true });
    const ids = found === undefined ? [resident] : idsOf(found);
    const beside = await Promise.all(ids.map(async (id) => this.repo.ofResident(id)));
    const accounts = new Set(beside.flatMap(({ places }) => places.map(({ account }) => account)));
    const holders = [...(await this.holders.holdersOf([...accounts])).values()];
    const hears = holders.filter(({ resident: own, family }) => {
      const ties = family.filter((tie) => tie.ids.some((id) => ids.includes(id)));
      const isKin = ties.some(({ relation }) => relation === 'GUARDIAN' || own === askedBy);
      return ids.includes(own) || isKin;
    });
    return hears.map(({ resident: own }) => own);
  }
}
