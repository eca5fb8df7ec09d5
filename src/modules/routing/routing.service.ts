import { type Actor } from '../../auth/actor';
import { type Day, isValidOn } from '../../shared/business-date';
import { type PageArgs } from '../../shared/connection.type';
import { Refusals } from '../../shared/errors';
import { type Page } from '../../shared/page';
import { type AreaService } from '../areas/area.service';
import { type DepartmentService } from '../people/department.service';
import {
  type Proposal,
  type RulesetKind,
  type RulesetRequest,
  type RulesetService,
} from '../rulesets/ruleset.service';
import { type HoldingRules } from '../rulesets/ruleset.rules';
import { flawsOf } from './routing-check.rules';
import {
  type DecideRoutingInput,
  type ProposeRoutingInput,
  type WithdrawRoutingInput,
} from './routing.input';
import { type RoutingRule } from './routing.rules';
import { type RoutingSet, type RoutingSetSummary } from './routing.type';

type Rules = readonly RoutingRule[];

interface Moved {
  readonly routingSet: RoutingSet;
}

/** The rules by which a district routes its cases: a kind of the rules that it gives itself. */
export class RoutingService {
  readonly #sets: RulesetService<Rules>;

  constructor(
    sets: (kind: RulesetKind<Rules>) => RulesetService<Rules>,
    private readonly areas: AreaService,
    private readonly departments: DepartmentService,
  ) {
    this.#sets = sets({
      ...{ read: 'routing:read', propose: 'routing:propose', decide: 'routing:decide' },
      check: (district, from, rules) => this.#checked(district, from, rules),
    });
  }

  /** The set that holds in a district on a day; undefined where there is none; NOT_FOUND in another district. */
  async holding(
    actor: Actor,
    district: string | undefined,
    on: Day | undefined,
  ): Promise<RoutingSet | undefined> {
    return this.#sets.holding(actor, district, on);
  }

  /** What holds in a district on a day, for whoever routes by it; one Query of one row. */
  async inForce(district: string, day: Day): Promise<HoldingRules<Rules> | undefined> {
    return this.#sets.inForce(district, day);
  }

  /** The same, as it was read within the last minute. */
  inForceKept(district: string, day: Day): Promise<HoldingRules<Rules> | undefined> {
    return this.#sets.inForceKept(district, day);
  }

  /** The set with this id; NOT_FOUND when there is none or it is of another district. */
  async get(actor: Actor, id: string): Promise<RoutingSet> {
    return this.#sets.get(actor, id);
  }

  /** The sets of a district, newest first; NOT_FOUND in another district. */
  async proposals(
    actor: Actor,
    district: string | undefined,
    args: PageArgs,
  ): Promise<Page<RoutingSetSummary>> {
    return this.#sets.proposals(actor, district, args);
  }

  /** Proposes a set; see `RulesetService`. */
  async propose(actor: Actor, input: ProposeRoutingInput): Promise<Moved> {
    return { routingSet: await this.#sets.propose(actor, proposalOf(input)) };
  }

  /** Approves or rejects a set that somebody else proposed; see `RulesetService`. */
  async decide(actor: Actor, input: DecideRoutingInput): Promise<Moved> {
    return { routingSet: await this.#sets.move(actor, input.decision, requestOf(input)) };
  }

  /** Withdraws a set, by whoever proposed it; see `RulesetService`. */
  async withdraw(actor: Actor, input: WithdrawRoutingInput): Promise<Moved> {
    return { routingSet: await this.#sets.move(actor, 'WITHDRAW', requestOf(input)) };
  }

  /** Takes in a set that holds already; may be repeated. For the seed, not exposed by the API. */
  async importApproved(proposer: Actor, decider: Actor, input: ProposeRoutingInput): Promise<void> {
    await this.#sets.importApproved(proposer, decider, proposalOf(input));
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
}

/** Most flaws told at once: a set that forgets everything has two for each category. */
const MOST_FLAWS = 20;

/** A set as it was sent; the names of what it names are found when it is checked. */
function proposalOf(input: ProposeRoutingInput): Proposal<Rules> {
  const { id, district, from, reason } = input;
  const rules = input.rules.map(({ category, area, time, level, lead, coHandlers, note }, index) => ({
    ...{ number: index + 1, category: category ?? undefined, time: time ?? undefined, level },
    area: area == null ? undefined : { code: area, name: area },
    lead: { code: lead, name: lead },
    coHandlers: coHandlers.map((code) => ({ code, name: code })),
    note: note?.trim() ?? undefined,
  }));
  return { id, district, from, reason, rules, sent: input };
}

function requestOf(input: DecideRoutingInput | WithdrawRoutingInput): RulesetRequest {
  return { id: input.id, set: input.routingSet, reason: input.reason, sent: input, field: 'routingSet' };
}
