import { type Actor, type Appointment } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { assertFresh, changeBy, conflictWith, isRepeated } from './change.rules';
import { type HouseholdRepo } from './household.repo';
import { type HouseholdFile, type HouseholdKind } from './household.type';

/** What has changed about a household itself; who lives there changes by residences. */
export interface HouseholdChange {
  /** Id of this change, made by the client. */
  readonly id: string;
  readonly expectedVersion: number;
  readonly kind: HouseholdKind;
}

/** What changes of a household are called that change what it itself is; all others are about who lives there. */
const OF_HOUSEHOLD = ['kind', 'REGISTERED'];

/** How often a change is tried again when somebody moved in or out in between. */
const ATTEMPTS = 4;

/** Changing what is on file about a household. */
export class HouseholdChangeService {
  constructor(
    private readonly repo: HouseholdRepo,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a household, for a caller who has been authorised, together with prepared writes of others: all or nothing.
   * @throws Refusal CONFLICT
   */
  async change(
    actor: Actor,
    grant: Appointment,
    reads: CollectionReader,
    read: HouseholdFile,
    input: HouseholdChange,
    together: readonly PreparedPut[] = [],
  ): Promise<{ household: HouseholdFile }> {
    const mark = fingerprint([actor.id, input]);
    let before = read;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (isRepeated(before.changes, input.id, mark)) return { household: before };
      assertFresh(before, input, ({ what }) => what.some((each) => OF_HOUSEHOLD.includes(each)));
      const change = changeBy(actor, grant, { id: input.id, mark, at: this.clock.now(), what: ['kind'] });
      const household: HouseholdFile = {
        ...before,
        kind: input.kind,
        version: before.version + 1,
        changes: withChange(before.changes, change),
      };
      const result = await this.repo.replace(reads, household, together, actor.standing);
      if (result.done) return { household };
      if (result.found.slice(1).some((item) => item !== undefined))
        throw conflictWith(before.changes, ['id']);
      before = (await this.repo.find(reads, before.id, { consistent: true })) ?? before;
    }
    throw new TechnicalError('TRY_AGAIN');
  }
}
