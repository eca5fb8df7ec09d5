import { type Actor } from '../../auth/actor';
import { type Action, grantFor } from '../../auth/permissions';
import { ancestorAt } from '../../shared/area-code';
import { withChange } from '../../shared/change';
import { type Clock } from '../../shared/clock';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { assertFresh, changeBy, conflictWith, isRepeated } from '../residents/change.rules';
import { type PolicyRepo, type Versioned } from './policy.repo';

/** What every request to set a policy says. */
export interface PolicyRequest {
  readonly id: string;
  readonly district: string;
  readonly expectedVersion: number;
}

/** A policy, and whose it is. */
export type PolicyOf<Policy> = Policy & { readonly district: string };

/** How often something is done: data of a district, which its staff sets. */
export class PolicyService<Policy extends Versioned, Request extends PolicyRequest> {
  constructor(
    private readonly repo: PolicyRepo<Policy>,
    private readonly rules: {
      readonly read: Action;
      readonly set: Action;
      /** The policy that somebody sets; throws a Refusal where it cannot hold. */
      readonly from: (request: Request) => Policy;
    },
    private readonly clock: Clock,
  ) {}

  /** The policy of the actor's district; one GetItem. */
  async get(actor: Actor): Promise<PolicyOf<Policy>> {
    const own = actor.appointments.find(
      ({ area }) => grantFor(actor, this.rules.read, { area }) !== undefined,
    );
    const district = own && ancestorAt(own.area, 'DISTRICT');
    if (district === undefined) throw new TechnicalError('NOT_FOUND');
    return { district, ...(await this.in(district)) };
  }

  /** The policy that holds in an area, for a caller who has been authorised; one GetItem. */
  async in(area: string): Promise<Policy> {
    return (await this.repo.of(ancestorAt(area, 'DISTRICT') ?? area)).policy;
  }

  /**
   * Sets it. What it is about follows as things happen to it, and all the rest in the next daily count of its grid.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, CONFLICT, and those of the policy itself
   */
  async set(actor: Actor, request: Request): Promise<PolicyOf<Policy>> {
    const { id, district } = request;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const grant = grantFor(actor, this.rules.set, { area: district });
    if (grant === undefined || ancestorAt(district, 'DISTRICT') !== district)
      throw new Refusal('OUT_OF_AREA', {}, ['district']);
    const policy = this.rules.from(request);
    const mark = fingerprint([actor.id, request]);
    const before = await this.repo.of(district, { consistent: true });
    if (isRepeated(before.changes, id, mark)) return { district, ...before.policy };
    assertFresh({ version: before.policy.version, changes: before.changes }, request);
    const change = changeBy(actor, grant, { id, mark, at: this.clock.now(), what: ['POLICY'] });
    const after = { policy, changes: withChange(before.changes, change) };
    const { done } = await this.repo.save(district, after, actor.standing);
    if (!done) throw conflictWith(before.changes, ['expectedVersion']);
    return { district, ...policy };
  }
}
