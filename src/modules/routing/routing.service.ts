import { type Actor, type Appointment } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { ancestorAt } from '../../shared/area-code';
import { businessDate, type Day, isValidOn } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, Refusals, TechnicalError } from '../../shared/errors';
import { fingerprint } from '../../shared/fingerprint';
import { isId } from '../../shared/ids';
import { type Page, pageOf } from '../../shared/page';
import { type AreaService } from '../areas/area.service';
import { type DepartmentService } from '../people/department.service';
import { flawsOf } from './routing-check.rules';
import {
  type DecideRoutingInput,
  type ProposeRoutingInput,
  type WithdrawRoutingInput,
} from './routing.input';
import { mayMove, ROUTING_MOVES, type RoutingMove } from './routing.machine';
import { decisionOf, type RoutingRepo } from './routing.repo';
import { type RoutingRule } from './routing.rules';
import { type RoutingSet, type RoutingSetSummary, type RoutingStep } from './routing.type';
import { MOVE_NAMES } from './routing.words';

/** Most characters of a reason. */
const MOST_REASON = 500;

interface Moved {
  readonly routingSet: RoutingSet;
}

/** The rules of a district: what holds, proposing, and deciding with four eyes. */
export class RoutingService {
  constructor(
    private readonly repo: RoutingRepo,
    private readonly areas: AreaService,
    private readonly departments: DepartmentService,
    private readonly clock: Clock,
  ) {}

  /** The set that holds in a district on a day; undefined where there is none; NOT_FOUND in another district. */
  async holding(
    actor: Actor,
    district: string | undefined,
    on: Day | undefined,
  ): Promise<RoutingSet | undefined> {
    const code = assertReader(actor, district);
    const holding = await this.repo.holding(code, on ?? businessDate(this.clock.now()));
    return holding && this.repo.find(holding.set);
  }

  /** The set with this id; NOT_FOUND when there is none or it is of another district. */
  async get(actor: Actor, id: string): Promise<RoutingSet> {
    const found = await this.#find(actor, id);
    if (found === undefined) throw new TechnicalError('NOT_FOUND');
    return found;
  }

  /** The sets of a district, newest first; NOT_FOUND in another district. */
  async proposals(
    actor: Actor,
    district: string | undefined,
    args: PageArgs,
  ): Promise<Page<RoutingSetSummary>> {
    return this.repo.ofDistrict(assertReader(actor, district), pageOf(args));
  }

  /**
   * Proposes a set. The same id with the same content gives the same answer again.
   * @throws Refusal ID_INVALID, OUT_OF_AREA, TEXT_REQUIRED, TEXT_TOO_LONG, CONFLICT, ROUTING_DAY_TOO_EARLY, and all for which a
   *   set is refused
   */
  async propose(actor: Actor, input: ProposeRoutingInput): Promise<Moved> {
    if (!isId(input.id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const grant = grantFor(actor, 'routing:propose', { area: input.district });
    if (grant === undefined) throw new Refusal('OUT_OF_AREA', {}, ['district']);
    const mark = fingerprint([actor.id, input]);
    // The ground may have changed since, so the repeat is known before anything is checked.
    const known = await this.repo.find(input.id, { consistent: true });
    if (known !== undefined) return repeated(known, input.id, mark);
    const set = await this.#drafted(actor, grant, input, mark);
    if (set.from <= businessDate(this.clock.now()))
      throw new Refusal('ROUTING_DAY_TOO_EARLY', { date: set.from }, ['from']);
    const result = await this.repo.create(set, actor.standing);
    if (result.done) return { routingSet: set };
    if (result.standing === undefined) throw new TechnicalError('TRY_AGAIN');
    return repeated(result.standing, input.id, mark);
  }

  /**
   * Approves or rejects a set that somebody else proposed.
   * @throws Refusal ID_INVALID, NOT_FOUND, OUT_OF_AREA, TEXT_REQUIRED, TEXT_TOO_LONG, OWN_PROPOSAL, CONFLICT,
   *   EFFECTIVE_DATE_PAST, and all for which a set is refused
   */
  async decide(actor: Actor, input: DecideRoutingInput): Promise<Moved> {
    return this.#move(actor, input.decision, input);
  }

  /**
   * Withdraws a set, by whoever proposed it.
   * @throws Refusal ID_INVALID, NOT_FOUND, OUT_OF_AREA, TEXT_REQUIRED, TEXT_TOO_LONG, ROUTING_NOT_PROPOSER, CONFLICT
   */
  async withdraw(actor: Actor, input: WithdrawRoutingInput): Promise<Moved> {
    return this.#move(actor, 'WITHDRAW', input);
  }

  /** Takes in a set that holds already; may be repeated. For the seed, not exposed by the API. */
  async importApproved(proposer: Actor, decider: Actor, input: ProposeRoutingInput): Promise<void> {
    const grants = [proposer, decider].map((actor) =>
      grantFor(actor, 'routing:decide', { area: input.district }),
    );
    const [proposes, decides] = grants;
    if (proposes === undefined || decides === undefined || !mayMove('APPROVE', decider.id, proposer.id))
      throw new Refusal('OWN_PROPOSAL');
    const set = await this.#drafted(proposer, proposes, input, fingerprint(input));
    const step = this.#step('APPROVE', decider, decides, { id: input.id, mark: fingerprint(input) });
    await this.repo.create(settled(set, 'APPROVE', step), undefined);
  }

  async #move(
    actor: Actor,
    move: RoutingMove,
    request: {
      readonly id: string;
      readonly routingSet: string;
      readonly reason?: string | null | undefined;
    },
  ): Promise<Moved> {
    const { id } = request;
    if (!isId(id)) throw new Refusal('ID_INVALID', {}, ['id']);
    const reason = reasonOf(request.reason, move !== 'APPROVE');
    const found = await this.#find(actor, request.routingSet, { consistent: true });
    if (found === undefined) throw new Refusal('NOT_FOUND', {}, ['routingSet']);
    const mark = fingerprint([actor.id, move, request]);
    if (found.state !== 'PROPOSED') return repeated(found, id, mark);
    const action = move === 'WITHDRAW' ? 'routing:propose' : 'routing:decide';
    const grant = grantFor(actor, action, { area: found.district });
    if (grant === undefined) throw new Refusal('OUT_OF_AREA');
    if (!mayMove(move, actor.id, found.proposedBy.id))
      throw new Refusal(move === 'WITHDRAW' ? 'ROUTING_NOT_PROPOSER' : 'OWN_PROPOSAL');
    if (move === 'APPROVE') await this.#assertApprovable(found);
    const moved = settled(found, move, this.#step(move, actor, grant, { id, mark, reason }));
    const result = await this.repo.settle(moved, move, actor.standing);
    if (result.done) return { routingSet: moved };
    return repeated(result.standing ?? found, id, mark);
  }

  /** What was sound when it was proposed may not be any more. */
  async #assertApprovable({ district, from, rules }: RoutingSet): Promise<void> {
    if (from <= businessDate(this.clock.now())) throw new Refusal('EFFECTIVE_DATE_PAST', { date: from });
    await this.#checked(district, from, rules);
  }

  async #find(actor: Actor, id: string, { consistent = false } = {}): Promise<RoutingSet | undefined> {
    const found = isId(id) ? await this.repo.find(id, { consistent }) : undefined;
    return found && grantFor(actor, 'routing:read', { area: found.district }) && found;
  }

  async #drafted(
    actor: Actor,
    grant: Appointment,
    input: ProposeRoutingInput,
    mark: string,
  ): Promise<RoutingSet> {
    const { id, district, from } = input;
    const reason = reasonOf(input.reason, true) ?? '';
    const named = input.rules.map(({ category, area, time, level, lead, coHandlers, note }, index) => ({
      ...{ number: index + 1, category: category ?? undefined, time: time ?? undefined, level },
      area: area == null ? undefined : { code: area, name: area },
      lead: { code: lead, name: lead },
      coHandlers: coHandlers.map((code) => ({ code, name: code })),
      note: note?.trim() ?? undefined,
    }));
    const rules = await this.#checked(district, from, named);
    const step = this.#step('PROPOSE', actor, grant, { id, mark, reason });
    return {
      ...{ id, district, from, reason, rules, state: 'PROPOSED', steps: [step] },
      ...{ proposedBy: step.by, proposedAt: new Date(step.at) },
    };
  }

  /** The rules with the names of what they name; one Query and one BatchGetItem. */
  async #checked(
    district: string,
    from: Day,
    rules: readonly RoutingRule[],
  ): Promise<readonly RoutingRule[]> {
    const codes = [...new Set(rules.flatMap(({ area }) => (area === undefined ? [] : [area.code])))];
    const [areas, departments] = await Promise.all([
      this.areas.lookUpAll(codes),
      this.departments.ofDistrict(district),
    ]);
    const facts = await Promise.all(areas.map(async (area) => this.areas.factsOf(area)));
    const holding = areas.filter((_area, index) => isValidOn(facts[index] ?? {}, from));
    const names = new Map([...holding, ...departments].map(({ code, name }) => [code, name]));
    const flaws = flawsOf(rules, {
      district,
      areas: new Set(holding.map(({ code }) => code)),
      departments: new Map(departments.map((each) => [each.code, each])),
    });
    if (flaws.length > 0) throw new Refusals(flaws.slice(0, MOST_FLAWS));
    const named = ({ code }: { code: string }) => ({ code, name: names.get(code) ?? code });
    return rules.map((rule) => ({
      ...{ ...rule, area: rule.area && named(rule.area), lead: named(rule.lead) },
      coHandlers: rule.coHandlers.map(named),
    }));
  }

  #step(
    move: RoutingStep['move'],
    { id: person, name }: Actor,
    { role }: Appointment,
    request: { readonly id: string; readonly mark: string; readonly reason?: string | undefined },
  ): RoutingStep {
    return { ...request, move, at: this.clock.now().toISOString(), by: { id: person, name, role } };
  }
}

/** Most flaws told at once: a set that forgets everything has two for each category. */
const MOST_FLAWS = 20;

function settled(set: RoutingSet, move: RoutingMove, step: RoutingStep): RoutingSet {
  const steps = [...set.steps, step];
  return { ...set, state: ROUTING_MOVES[move].to, steps, ...decisionOf(steps) };
}

/** The district that the actor may read of: the one named, else their own. */
function assertReader(actor: Actor, district: string | undefined): string {
  const own = actor.appointments.find(({ area }) => grantFor(actor, 'routing:read', { area }) !== undefined);
  const code = district ?? (own && ancestorAt(own.area, 'DISTRICT'));
  if (code === undefined || grantFor(actor, 'routing:read', { area: code }) === undefined)
    throw new TechnicalError('NOT_FOUND');
  return code;
}

function reasonOf(text: string | null | undefined, isNeeded: boolean): string | undefined {
  const reason = text?.trim() ?? '';
  if (reason === '' && isNeeded) throw new Refusal('TEXT_REQUIRED', {}, ['reason']);
  if (reason.length > MOST_REASON) throw new Refusal('TEXT_TOO_LONG', { max: MOST_REASON }, ['reason']);
  return reason === '' ? undefined : reason;
}

/** The answer to a request that was done before; else CONFLICT, telling what somebody did. */
function repeated(found: RoutingSet, id: string, mark: string): Moved {
  if (found.steps.some((step) => step.id === id && step.mark === mark)) return { routingSet: found };
  const last = found.steps.at(-1);
  const move = MOVE_NAMES[last?.move ?? 'PROPOSE'];
  const [who, when] = [last?.by.name ?? '', last?.at.replace(/\.\d+Z$/, 'Z') ?? ''];
  throw new Refusal(
    'CONFLICT',
    { what: { zh: `${who}于 ${when} ${move.zh}`, en: `${who}, ${move.en}, ${when}` } },
    ['id'],
  );
}
