import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { ancestorAt } from '../../shared/area-code';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { assertFresh, changeBy, conflictWith, isRepeated } from '../residents/change.rules';
import { type VisitPolicy } from './visit-plan.rules';
import { type VisitPolicyRepo } from './visit-policy.repo';
import { policyFrom, shownPolicy } from './visit-policy.rules';
import { type SetVisitPolicyInput, type VisitPolicyType } from './visit-policy.type';

/** How often households are visited: data of a district. */
export class VisitPolicyService {
  constructor(
    private readonly repo: VisitPolicyRepo,
    private readonly clock: Clock,
  ) {}

  /** The policy of the actor's district; one GetItem. */
  async get(actor: Actor): Promise<VisitPolicyType> {
    const own = actor.appointments.find(
      ({ area }) => grantFor(actor, 'visit:read-policy', { area }) !== undefined,
    );
    const district = own && ancestorAt(own.area, 'DISTRICT');
    if (district === undefined) throw new TechnicalError('NOT_FOUND');
    return shownPolicy(district, await this.in(district));
  }

  /** The policy that holds in an area, for a caller who has been authorised; one GetItem. */
  async in(area: string): Promise<VisitPolicy> {
    return (await this.repo.of(ancestorAt(area, 'DISTRICT') ?? area)).policy;
  }

  /**
   * Sets it. Households follow as they are visited, and all others in the next daily count of their grid.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, VISIT_POLICY_INVALID, CONFLICT
   */
  async set(actor: Actor, input: SetVisitPolicyInput): Promise<{ policy: VisitPolicyType }> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const { district } = input;
    const grant = grantFor(actor, 'visit:set-policy', { area: district });
    if (grant === undefined || ancestorAt(district, 'DISTRICT') !== district)
      throw new Refusal('OUT_OF_AREA', {}, ['district']);
    const policy = policyFrom(input);
    const mark = fingerprint([actor.id, input]);
    const before = await this.repo.of(district, { consistent: true });
    if (isRepeated(before.changes, input.id, mark)) return { policy: shownPolicy(district, before.policy) };
    assertFresh({ version: before.policy.version, changes: before.changes }, input);
    const change = changeBy(actor, grant, { id: input.id, mark, at: this.clock.now(), what: ['POLICY'] });
    const after = { policy, changes: withChange(before.changes, change) };
    const { done } = await this.repo.save(district, after, actor.standing);
    if (!done) throw conflictWith(before.changes, ['expectedVersion']);
    return { policy: shownPolicy(district, policy) };
  }
}
