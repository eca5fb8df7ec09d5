import { type Actor, type Appointment } from '../../auth/actor';
import { type CollectionReader } from '../../data/collection-reader';
import { type PreparedPut } from '../../data/commit';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
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
    before: HouseholdFile,
    input: HouseholdChange,
    together: readonly PreparedPut[] = [],
  ): Promise<{ household: HouseholdFile }> {
    const mark = fingerprint([actor.id, input]);
    if (isRepeated(before.changes, input.id, mark)) return { household: before };
    assertFresh(before, input);
    const change = changeBy(actor, grant, { id: input.id, mark, at: this.clock.now(), what: ['kind'] });
    const after: HouseholdFile = {
      ...before,
      kind: input.kind,
      version: before.version + 1,
      changes: withChange(before.changes, change),
    };
    const { done } = await this.repo.replace(reads, after, together, actor.standing);
    if (!done) throw conflictWith(before.changes, ['expectedVersion']);
    return { household: after };
  }
}
