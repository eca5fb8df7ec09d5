import { type Actor, type Appointment } from '../../auth/actor';
import { type Action, grantFor } from '../../auth/permissions';
import { ancestorAt } from '../../shared/area-code';
import { businessDate, type Day } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { mayMove, RULESET_MOVES, type RulesetMove } from './ruleset.machine';
import { type RulesetRepo } from './ruleset.repo';
import {
  decisionOf,
  type HoldingRules,
  type Ruleset,
  type RulesetStep,
  type RulesetSummary,
} from './ruleset.rules';
import { MOVE_NAMES } from './ruleset.words';

/** Most characters of a reason. */
const MOST_REASON = 500;

/** How long a container keeps the rules it has read. */
const KEPT_MILLISECONDS = 60_000;

interface Kept<Rules> {
  readonly until: number;
  readonly holding: Promise<HoldingRules<Rules> | undefined>;
}

/** What tells one kind of a district's rules from another. */
export interface RulesetKind<Rules> {
  /** What somebody must be granted to read, to propose and withdraw, and to decide. */
  readonly read: Action;
  readonly propose: Action;
  readonly decide: Action;
  /** The rules as they are kept; refused where they are not sound. They are checked at the proposal and at the approval. */
  readonly check: (district: string, from: Day, rules: Rules) => Promise<Rules>;
}

/** A set as it is proposed; `sent` is what the client sent, by which a repeat is known. */
export interface Proposal<Rules> {
  readonly id: string;
  readonly district: string;
  readonly from: Day;
  readonly reason: string;
  readonly rules: Rules;
  readonly sent: object;
}

/** A move on a set; `sent` is what the client sent, by which a repeat is known. */
export interface RulesetRequest {
  readonly id: string;
  readonly set: string;
  readonly reason?: string | null | undefined;
  readonly sent: object;
  /** The field of the input that names the set. */
  readonly field: string;
}

/** The rules of one kind that a district gives itself: what holds, proposing, and deciding with four eyes. */
export class RulesetService<Rules> {
  readonly #kept = new Map<string, Kept<Rules>>();

  constructor(
    private readonly repo: RulesetRepo<Rules>,
    private readonly kind: RulesetKind<Rules>,
    private readonly clock: Clock,
  ) {}

  /** What holds in a district on a day, for whoever asks; one Query of one row. */
  async inForce(district: string, day: Day): Promise<HoldingRules<Rules> | undefined> {
    return this.repo.holding(district, day);
  }

  /**
   * The same as it was read here within the last minute. A set holds from a later day than that of its approval, so what was
   * read on a day, of that day or of one before it, stays right.
   */
  inForceKept(district: string, day: Day): Promise<HoldingRules<Rules> | undefined> {
    const [key, now] = [`${district} ${day}`, this.clock.now().getTime()];
    const known = this.#kept.get(key);
    if (known !== undefined && now < known.until) return known.holding;
    const holding = this.repo.holding(district, day);
    // Yesterday's and other districts' go with the minute.
    for (const [old, { until }] of this.#kept) if (until <= now) this.#kept.delete(old);
    this.#kept.set(key, { until: now + KEPT_MILLISECONDS, holding });
    holding.catch(() => this.#kept.delete(key));
    return holding;
  }

  /** The set that holds in a district on a day; undefined where there is none; NOT_FOUND in another district. */
  async holding(
    actor: Actor,
    district: string | undefined,
    on: Day | undefined,
  ): Promise<Ruleset<Rules> | undefined> {
    const code = this.#assertReader(actor, district);
    const holding = await this.repo.holding(code, on ?? businessDate(this.clock.now()));
    return holding && this.repo.find(holding.set);
  }

  /** The set with this id; NOT_FOUND when there is none or it is of another district. */
  async get(actor: Actor, id: string): Promise<Ruleset<Rules>> {
    const found = await this.#find(actor, id);
    if (found === undefined) throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** The sets of a district, newest first; NOT_FOUND in another district. */
  async proposals(actor: Actor, district: string | undefined, args: PageArgs): Promise<Page<RulesetSummary>> {
    return this.repo.ofDistrict(this.#assertReader(actor, district), pageOf(args));
  }

  /**
   * Proposes a set. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, TEXT_REQUIRED, TEXT_TOO_LONG, CONFLICT, ROUTING_DAY_TOO_EARLY, and all for which a
   *   set of its kind is refused
   */
  async propose(actor: Actor, proposal: Proposal<Rules>): Promise<Ruleset<Rules>> {
    const { id, district } = proposal;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const grant = grantFor(actor, this.kind.propose, { area: district });
    if (grant === undefined) throw new Refusal('OUT_OF_AREA', {}, ['district']);
    const mark = fingerprint([actor.id, proposal.sent]);
    // The ground may have changed since, so the repeat is known before anything is checked.
    const known = await this.repo.find(id, { consistent: true });
    if (known !== undefined) return repeated(known, id, mark);
    const set = await this.#drafted(actor, grant, proposal, mark);
    if (set.from <= businessDate(this.clock.now()))
      throw new Refusal('ROUTING_DAY_TOO_EARLY', { date: set.from }, ['from']);
    const result = await this.repo.create(set, actor.standing);
    if (result.done) return set;
    if (result.standing === undefined) throw new TechnicalError('TRY_AGAIN');
    return repeated(result.standing, id, mark);
  }

  /** Takes in a set that holds already; may be repeated. For the seed, not exposed by the API. */
  async importApproved(proposer: Actor, decider: Actor, proposal: Proposal<Rules>): Promise<void> {
    const grants = [proposer, decider].map((actor) =>
      grantFor(actor, this.kind.decide, { area: proposal.district }),
    );
    const [proposes, decides] = grants;
    if (proposes === undefined || decides === undefined || !mayMove('APPROVE', decider.id, proposer.id))
      throw new Refusal('OWN_PROPOSAL');
    const mark = fingerprint(proposal.sent);
    const set = await this.#drafted(proposer, proposes, proposal, mark);
    const step = this.#step('APPROVE', decider, decides, { id: proposal.id, mark });
    await this.repo.create(settled(set, 'APPROVE', step), undefined);
  }

  /**
   * Approves or rejects a set that somebody else proposed, or withdraws one's own.
   * @throws Refusal ID_INVALID, NOT_FOUND, OUT_OF_AREA, TEXT_REQUIRED, TEXT_TOO_LONG, OWN_PROPOSAL, ROUTING_NOT_PROPOSER,
   *   CONFLICT, EFFECTIVE_DATE_PAST, and all for which a set of its kind is refused
   */
  async move(actor: Actor, move: RulesetMove, request: RulesetRequest): Promise<Ruleset<Rules>> {
    const { id, field, sent } = request;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = reasonOf(request.reason, move !== 'APPROVE');
    const found = await this.#find(actor, request.set, { consistent: true });
    if (found === undefined) throw new Refusal('NOT_FOUND', {}, [field]);
    const mark = fingerprint([actor.id, move, sent]);
    if (found.state !== 'PROPOSED') return repeated(found, id, mark);
    const action = move === 'WITHDRAW' ? this.kind.propose : this.kind.decide;
    const grant = grantFor(actor, action, { area: found.district });
    if (grant === undefined) throw new Refusal('OUT_OF_AREA');
    if (!mayMove(move, actor.id, found.proposedBy.id))
      throw new Refusal(move === 'WITHDRAW' ? 'ROUTING_NOT_PROPOSER' : 'OWN_PROPOSAL');
    if (move === 'APPROVE') await this.#assertApprovable(found);
    const moved = settled(found, move, this.#step(move, actor, grant, { id, mark, reason }));
    const result = await this.repo.settle(moved, move, actor.standing);
    if (result.done) return moved;
    return repeated(result.standing ?? found, id, mark);
  }

  /** What was sound when it was proposed may not be any more. */
  async #assertApprovable({ district, from, rules }: Ruleset<Rules>): Promise<void> {
    if (from <= businessDate(this.clock.now())) throw new Refusal('EFFECTIVE_DATE_PAST', { date: from });
    await this.kind.check(district, from, rules);
  }

  async #find(actor: Actor, id: string, { consistent = false } = {}): Promise<Ruleset<Rules> | undefined> {
    const found = isId(id) ? await this.repo.find(id, { consistent }) : undefined;
    return found && grantFor(actor, this.kind.read, { area: found.district }) && found;
  }

  async #drafted(
    actor: Actor,
    grant: Appointment,
    { id, district, from, reason: said, rules: proposed }: Proposal<Rules>,
    mark: string,
  ): Promise<Ruleset<Rules>> {
    const reason = reasonOf(said, true) ?? '';
    const rules = await this.kind.check(district, from, proposed);
    const step = this.#step('PROPOSE', actor, grant, { id, mark, reason });
    return {
      ...{ id, district, from, reason, rules, state: 'PROPOSED', steps: [step] },
      ...{ proposedBy: step.by, proposedAt: new Date(step.at) },
    };
  }

  #step(
    move: RulesetStep['move'],
    { id: person, name }: Actor,
    { role }: Appointment,
    request: { readonly id: string; readonly mark: string; readonly reason?: string | undefined },
  ): RulesetStep {
    return { ...request, move, at: this.clock.now().toISOString(), by: { id: person, name, role } };
  }

  /** The district that the actor may read of: the one named, else their own. */
  #assertReader(actor: Actor, district: string | undefined): string {
    const { read } = this.kind;
    const own = actor.appointments.find(({ area }) => grantFor(actor, read, { area }) !== undefined);
    const code = district ?? (own && ancestorAt(own.area, 'DISTRICT'));
    if (code === undefined || grantFor(actor, read, { area: code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    return code;
  }
}

function settled<Rules>(set: Ruleset<Rules>, move: RulesetMove, step: RulesetStep): Ruleset<Rules> {
  const steps = [...set.steps, step];
  return { ...set, state: RULESET_MOVES[move].to, steps, ...decisionOf(steps) };
}

function reasonOf(text: string | null | undefined, isNeeded: boolean): string | undefined {
  const reason = text?.trim() ?? '';
  if (reason === '' && isNeeded) throw new Refusal('TEXT_REQUIRED', {}, ['reason']);
  if (reason.length > MOST_REASON) throw new Refusal('TEXT_TOO_LONG', { max: MOST_REASON }, ['reason']);
  return reason === '' ? undefined : reason;
}

/** The answer to a request that was done before; else CONFLICT, telling what somebody did. */
function repeated<Rules>(found: Ruleset<Rules>, id: string, mark: string): Ruleset<Rules> {
  if (found.steps.some((step) => step.id === id && step.mark === mark)) return found;
  const last = found.steps.at(-1);
  const move = MOVE_NAMES[last?.move ?? 'PROPOSE'];
  const [who, when] = [last?.by.name ?? '', last?.at.replace(/\.\d+Z$/, 'Z') ?? ''];
  throw new Refusal(
    'CONFLICT',
    { what: { zh: `${who}于 ${when} ${move.zh}`, en: `${who}, ${move.en}, ${when}` } },
    ['id'],
  );
}
