import { type Actor } from '../../auth/actor';
import { businessDate, type Day } from '../../shared/business-date';
import { ancestorAt } from '../../shared/area-code';
import { type Clock } from '../../shared/clock';
import { type PageArgs } from '../../shared/connection.type';
import { Refusal, Refusals } from '../../shared/errors';
import { type Limit } from '../../shared/limit';
import { type Page } from '../../shared/page';
import { type OfficeHours, USUAL_HOURS } from '../../shared/working-time';
import { type ClockStep } from '../cases/case-clock.rules';
import { type CaseTerms, type FindTerms, type OwnCategory, type Terms } from '../cases/case-terms.rules';
import {
  type Proposal,
  type RulesetKind,
  type RulesetRequest,
  type RulesetService,
} from '../rulesets/ruleset.service';
import { type Ruleset } from '../rulesets/ruleset.rules';
import {
  type DecideDistrictRulesInput,
  type OwnCategoryInput,
  type OwnTextInput,
  type ProposeDistrictRulesInput,
  type WithdrawDistrictRulesInput,
} from './district-rules.input';
import { flawsOfRules, officeOf, type OwnRules, termsIn } from './district-rules.rules';
import { type DistrictRules, type DistrictRulesSummary } from './district-rules.type';

interface Moved {
  readonly districtRules: DistrictRules;
}

/** Most flaws told at once. */
const MOST_FLAWS = 20;

/** A district's own rules: proposing and deciding them, and what they say of a case. */
export class DistrictRulesService implements Terms {
  readonly #sets: RulesetService<OwnRules>;

  constructor(
    sets: (kind: RulesetKind<OwnRules>) => RulesetService<OwnRules>,
    private readonly clock: Clock,
  ) {
    this.#sets = sets({
      ...{ read: 'district-rules:read', propose: 'district-rules:propose', decide: 'district-rules:decide' },
      check: (_district, from, rules) => {
        const flaws = flawsOfRules(rules, from);
        return flaws.length > 0
          ? Promise.reject(new Refusals(flaws.slice(0, MOST_FLAWS)))
          : Promise.resolve(rules);
      },
    });
  }

  /** The rules that hold in districts at a moment, or now; one Query a district, kept for a minute. */
  async of(districts: readonly string[], at: Date = this.clock.now()): Promise<FindTerms> {
    const day = businessDate(at);
    const own = [...new Set(districts)];
    const read = await Promise.all(own.map((district) => this.#sets.inForceKept(district, day)));
    const holding = new Map(own.map((district, index) => [district, read[index]]));
    return (category, area) => {
      const district = ancestorAt(area, 'DISTRICT') ?? area;
      return termsIn(holding.get(district), { district, category, area, day });
    };
  }

  /** When the offices of a district work at a moment; at most one Query, kept for a minute. */
  async officeAt(district: string, at: Date): Promise<OfficeHours> {
    const day = businessDate(at);
    const holding = await this.#sets.inForceKept(district, day);
    return holding === undefined || (holding.rules.to ?? day) < day ? USUAL_HOURS : officeOf(holding.rules);
  }

  /** What the rules of a district that held since a day say of a category; one Query, kept for a minute. */
  async ownOf(
    { district, from }: Pick<CaseTerms, 'district' | 'from'>,
    category: string,
  ): Promise<OwnCategory | undefined> {
    const holding = await this.#sets.inForceKept(district, from);
    return holding?.rules.categories.find(({ code }) => code === category);
  }

  /** The set that holds in a district on a day; undefined where there is none; NOT_FOUND in another district. */
  async holding(
    actor: Actor,
    district: string | undefined,
    on: Day | undefined,
  ): Promise<DistrictRules | undefined> {
    const day = on ?? businessDate(this.clock.now());
    const found = await this.#sets.holding(actor, district, day);
    return found === undefined || (found.rules.to ?? day) < day ? undefined : shown(found);
  }

  /** The set with this id; NOT_FOUND when there is none or it is of another district. */
  async get(actor: Actor, id: string): Promise<DistrictRules> {
    return shown(await this.#sets.get(actor, id));
  }

  /** The sets of a district, newest first; NOT_FOUND in another district. */
  async proposals(
    actor: Actor,
    district: string | undefined,
    args: PageArgs,
  ): Promise<Page<DistrictRulesSummary>> {
    return this.#sets.proposals(actor, district, args);
  }

  /**
   * Proposes a set; see `RulesetService`.
   * @throws Refusal NAMED_TWICE and those of `flawsOfRules`
   */
  async propose(actor: Actor, input: ProposeDistrictRulesInput): Promise<Moved> {
    return { districtRules: shown(await this.#sets.propose(actor, proposalOf(input))) };
  }

  /** Records a set as approved on another's word, as a district's own data brings it. */
  async importApproved(proposer: Actor, decider: Actor, input: ProposeDistrictRulesInput): Promise<void> {
    await this.#sets.importApproved(proposer, decider, proposalOf(input));
  }

  /** Approves or rejects a set that somebody else proposed; see `RulesetService`. */
  async decide(actor: Actor, input: DecideDistrictRulesInput): Promise<Moved> {
    return { districtRules: shown(await this.#sets.move(actor, input.decision, requestOf(input))) };
  }

  /** Withdraws a set, by whoever proposed it; see `RulesetService`. */
  async withdraw(actor: Actor, input: WithdrawDistrictRulesInput): Promise<Moved> {
    return { districtRules: shown(await this.#sets.move(actor, 'WITHDRAW', requestOf(input))) };
  }
}

function shown({ rules, ...set }: Ruleset<OwnRules>): DistrictRules {
  const categories = rules.categories.map(({ limits, ...each }) => ({
    ...each,
    limits: (Object.entries(limits) as [ClockStep, Limit][]).map(([step, limit]) => ({ step, limit })),
  }));
  return { ...set, ...rules, categories };
}

function proposalOf(input: ProposeDistrictRulesInput): Proposal<OwnRules> {
  const { id, district, from, to, reason, hours, free, worked } = input;
  const rules = {
    to: to ?? undefined,
    hours: hours.map((span) => ({ from: span.from, to: span.to })),
    ...{ free: [...new Set(free)].sort(), worked: [...new Set(worked)].sort() },
    categories: input.categories.map(categoryFrom),
  };
  return { id, district, from, reason, rules, sent: input };
}

function categoryFrom(input: OwnCategoryInput, index: number): OwnCategory {
  const { code, isOffered, urgency, limits, name, filing, closing } = input;
  const steps = limits.map(({ step }) => step);
  const twice = steps.find((step, at) => steps.indexOf(step) < at);
  if (twice !== undefined)
    throw new Refusal('NAMED_TWICE', { code: twice }, ['categories', String(index), 'limits']);
  return {
    ...{ code, isOffered, urgency: urgency ?? undefined },
    limits: Object.fromEntries(limits.map(({ step, count, unit }) => [step, { count, unit }])),
    ...{ name: textFrom(name), filing: textFrom(filing), closing: textFrom(closing) },
  };
}

function textFrom(text: OwnTextInput | null | undefined) {
  return text == null ? undefined : { zh: text.zh.trim(), en: text.en.trim() };
}

function requestOf(input: DecideDistrictRulesInput | WithdrawDistrictRulesInput): RulesetRequest {
  return {
    id: input.id,
    set: input.districtRules,
    reason: input.reason,
    sent: input,
    field: 'districtRules',
  };
}
