import { commit, type CommitResult, type Gate, type PreparedPut } from '../../data/commit';
import { lazily } from '../../data/lazily';
import { type Table } from '../../data/table';
import { type Change } from '../../shared/change';
import { createInspectionPolicyEntity } from './inspection-plan.entity';
import { type InspectionPolicy, USUAL_INSPECTION_POLICY } from './inspection-plan.rules';

/** A district's policy as it is kept, with who made it so. */
export interface KeptPolicy {
  readonly policy: InspectionPolicy;
  readonly changes: readonly Change[];
}

/** Reads and writes how often premises are inspected. */
export class InspectionPolicyRepo {
  readonly #policies;

  constructor(private readonly table: Table) {
    this.#policies = lazily(() => createInspectionPolicyEntity(table));
  }

  /** The policy of a district, the usual one where none was set; one GetItem. */
  async of(district: string, { consistent = false } = {}): Promise<KeptPolicy> {
    const { data } = await this.#policies.get({ district }).go({ consistent });
    if (data === null) return { policy: USUAL_INSPECTION_POLICY, changes: [] };
    return { policy: data.facts as InspectionPolicy, changes: data.changes as readonly Change[] };
  }

  /** Writes a policy, if nobody changed it since `version - 1`. */
  async save(
    district: string,
    { policy, changes }: KeptPolicy,
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
