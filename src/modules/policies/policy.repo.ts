import { commit, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Change } from '../../shared/change';
import { createPolicyEntity, type PolicyKind } from './policy.entity';

/** What every policy has: 0 where none was set. */
export interface Versioned {
  readonly version: number;
}

/** A district's policy as it is kept, with who made it so. */
export interface KeptPolicy<Policy extends Versioned> {
  readonly policy: Policy;
  readonly changes: readonly Change[];
}

/** Reads and writes the policies of districts of one kind. */
export class PolicyRepo<Policy extends Versioned> {
  readonly #policies;

  constructor(
    private readonly table: Table,
    kind: PolicyKind,
    private readonly usual: Policy,
  ) {
    this.#policies = lazily(() => createPolicyEntity(table, kind));
  }

  /** The policy of a district, the usual one where none was set; one GetItem. */
  async of(district: string, { consistent = false } = {}): Promise<KeptPolicy<Policy>> {
    const { data } = await this.#policies.get({ district }).go({ consistent });
    if (data === null) return { policy: this.usual, changes: [] };
    return { policy: data.facts as Policy, changes: data.changes as readonly Change[] };
  }

  /** Writes a policy, if nobody changed it since `version - 1`. */
  async save(
    district: string,
    { policy, changes }: KeptPolicy<Policy>,
    gate: Gate | undefined,
  ): Promise<CommitResult> {
    const put = this.#policies
      .put({ district, version: policy.version, facts: policy, changes })
      .where(({ version }, { eq, notExists }) =>
        policy.version === 1 ? notExists(version) : eq(version, policy.version - 1),
      )
      .params<PreparedPut>();
    return commit(this.table, [put], gate);
  }
}
