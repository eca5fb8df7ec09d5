import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { ancestorAt } from '../../shared/area-code';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { assertFresh, changeBy, conflictWith, isRepeated } from '../residents/change.rules';
import { type InspectionPolicy } from './inspection-plan.rules';
import { type InspectionPolicyRepo } from './inspection-policy.repo';
import { inspectionPolicyFrom } from './inspection-policy.rules';
import { type InspectionPolicyType, type SetInspectionPolicyInput } from './inspection-policy.type';

/** How often premises are inspected: data of a district. */
export class InspectionPolicyService {
  constructor(
    private readonly repo: InspectionPolicyRepo,
    private readonly clock: Clock,
  ) {}

  /** The policy of the actor's district; one GetItem. */
  async get(actor: Actor): Promise<InspectionPolicyType> {
    const own = actor.appointments.find(
      ({ area }) => grantFor(actor, 'inspection:read-policy', { area }) !== undefined,
    );
    const district = own && ancestorAt(own.area, 'DISTRICT');
    if (district === undefined) throw new TechnicalError('NOT_FOUND');
    return { district, ...(await this.in(district)) };
  }

  /** The policy that holds in an area, for a caller who has been authorised; one GetItem. */
  async in(area: string): Promise<InspectionPolicy> {
    return (await this.repo.of(ancestorAt(area, 'DISTRICT') ?? area)).policy;
  }

  /**
   * Sets it. Premises follow as they are inspected or changed, and all others in the next daily count of their grid.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, CONFLICT, those of `inspectionPolicyFrom`
   */
  async set(actor: Actor, input: SetInspectionPolicyInput): Promise<{ policy: InspectionPolicyType }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const { district } = input;
    const grant = grantFor(actor, 'inspection:set-policy', { area: district });
    if (grant === undefined || ancestorAt(district, 'DISTRICT') !== district)
      throw new Refusal('OUT_OF_AREA', {}, ['district']);
    const policy = inspectionPolicyFrom(input);
    const mark = fingerprint([actor.id, input]);
    const before = await this.repo.of(district, { consistent: true });
    if (isRepeated(before.changes, input.id, mark)) return { policy: { district, ...before.policy } };
    assertFresh({ version: before.policy.version, changes: before.changes }, input);
    const change = changeBy(actor, grant, { id: input.id, mark, at: this.clock.now(), what: ['POLICY'] });
    const after = { policy, changes: withChange(before.changes, change) };
    const { done } = await this.repo.save(district, after, actor.standing);
    if (!done) throw conflictWith(before.changes, ['expectedVersion']);
    return { policy: { district, ...policy } };
  }
}
