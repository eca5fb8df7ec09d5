import { type Actor } from '../../auth/actor';
import { grantFor } from '../../auth/permissions';
import { businessDate } from '../../shared/business-date';
import { type Clock } from '../../shared/clock';
import { TechnicalError } from '../../shared/errors';
import { toWgs84 } from '../../shared/geo';
import { type Language } from '../../shared/language';
import { sentence } from '../../shared/messages';
import { type Text } from '../../shared/messages/text';
import { type OfficeHours } from '../../shared/working-time';
import { districtOf } from '../areas/area.rules';
import { type AreaService } from '../areas/area.service';
import {
  type CaseRoute,
  entryLevel,
  type FindRoute,
  type FoundRoute,
  type Routes,
} from '../cases/case-route.rules';
import { entryHolder } from '../cases/case.rules';
import { type Case } from '../cases/case.type';
import { categoryOf } from '../cases/category.rules';
import { groupNameOf, textsOf } from '../cases/category.service';
import { type CaseRouteType, type RouteExplanation } from './route.type';
import { type ExplainRoutingArgs } from './routing.input';
import { type HoldingRules as Holding } from '../rulesets/ruleset.rules';
import { type RoutingService } from './routing.service';
import {
  type Leads,
  leadsBy,
  type RouteFacts,
  type RoutingRule,
  ruleFor,
  timeOf,
  triedFor,
} from './routing.rules';
import { TIME_NAMES } from './routing.words';

type HoldingRules = Holding<readonly RoutingRule[]>;

/** The office hours of a district at a moment, its own where it has any. */
export type OfficeOf = (district: string, at: Date) => Promise<OfficeHours>;

/** Where cases go: at their report, when somebody asks beforehand, and why one is where it is. */
export class RouteService implements Routes {
  constructor(
    private readonly rules: RoutingService,
    private readonly areas: AreaService,
    private readonly officeOf: OfficeOf,
    private readonly clock: Clock,
  ) {}

  /** The rules that hold in districts at a moment; one Query a district and one for its office hours, kept for a minute. */
  async of(districts: readonly string[], at: Date): Promise<FindRoute> {
    const day = businessDate(at);
    const own = [...new Set(districts)];
    const read = await Promise.all(
      own.map((district) =>
        Promise.all([this.rules.inForceKept(district, day), this.officeOf(district, at)]),
      ),
    );
    const known = new Map(own.map((district, index) => [district, read[index]]));
    return (category, area) => {
      const [holding, office] = known.get(districtOf(area)) ?? [];
      return office && routeIn(holding, { category, area, time: timeOf(office, at) });
    };
  }

  /**
   * To which departments cases of an area's district may go, at whatever time of day; one Query, kept for a minute. For a caller who
   * has been authorised.
   */
  async leadsOf(area: string, at: Date): Promise<Leads> {
    const holding = await this.rules.inForceKept(districtOf(area), businessDate(at));
    return leadsBy(holding?.rules ?? []);
  }

  /**
   * Where a case would go and which rules were tried; undefined where the point lies in no grid of the actor's district.
   * @throws TechnicalError NOT_FOUND, BAD_USER_INPUT
   */
  async explain(
    actor: Actor,
    { category, point, at: asked }: ExplainRoutingArgs,
    language: Language,
  ): Promise<RouteExplanation | undefined> {
    if (categoryOf(category) === undefined) throw new TechnicalError('BAD_USER_INPUT', { what: 'category' });
    const area = await this.areas.areaFor(actor, toWgs84(point, point.datum));
    if (area === undefined) return undefined;
    if (grantFor(actor, 'routing:read', { area: area.code }) === undefined)
      throw new TechnicalError('NOT_FOUND');
    const at = asked ?? this.clock.now();
    const district = districtOf(area.code);
    const [holding, office] = await Promise.all([
      this.rules.inForce(district, businessDate(at)),
      this.officeOf(district, at),
    ]);
    const facts = { category, area: area.code, time: timeOf(office, at) };
    const route = routeIn(holding, facts);
    const { OUTCOME_WORDS } = await explaining();
    const tried = triedFor(holding?.rules ?? [], facts).filter(({ outcome }) => outcome !== 'OTHER_CATEGORY');
    return {
      ...{ area, at, ...(await shownRoute(route, holding, { code: category }, language)) },
      holder: entryHolder(area.code, area.names, entryLevel('GRID', route)),
      tried: tried.map((each) => ({ ...each, why: OUTCOME_WORDS[each.outcome][language] })),
    };
  }

  /** Why a case that somebody was shown is where it is; one Query where it went by a rule. */
  async whyOf({ storedRoute: route, category, area }: Case, language: Language): Promise<CaseRouteType> {
    const holding = route && (await this.rules.inForce(districtOf(area), route.from));
    return shownRoute(route, holding, category, language);
  }
}

function routeIn(holding: HoldingRules | undefined, facts: RouteFacts): FoundRoute | undefined {
  const rule = holding && ruleFor(holding.rules, facts);
  return rule && { from: holding.from, rule: rule.number, level: rule.level, lead: rule.lead };
}

async function shownRoute(
  route: CaseRoute | undefined,
  holding: HoldingRules | undefined,
  category: { code: string; version?: number | undefined },
  language: Language,
): Promise<CaseRouteType> {
  const rule = route && holding?.rules.find(({ number }) => number === route.rule);
  if (rule === undefined) {
    const { unit } = await textsOf(category, language);
    const { UNROUTED } = await explaining();
    return { why: sentence(UNROUTED, language, { unit }) };
  }
  return { routingSet: holding?.set, rule, why: await sentenceOf(rule, language) };
}

async function sentenceOf(rule: RoutingRule, language: Language): Promise<string> {
  const { number, category, area, time, level, lead, coHandlers } = rule;
  const words = (text: Text) => text[language];
  const names = coHandlers.map(({ name }) => name).join(language === 'zh' ? '、' : ', ');
  const { ALL, CO_HANDLERS, LEVEL_NAMES, RULE_SENTENCE } = await explaining();
  return sentence(RULE_SENTENCE, language, {
    ...{ number, lead: lead.name, level: words(LEVEL_NAMES[level]) },
    category: category === undefined ? words(ALL.category) : await nameOf(category, language),
    area: area?.name ?? words(ALL.area),
    time: words(time === undefined ? ALL.time : TIME_NAMES[time]),
    coHandlers: names === '' ? '' : sentence(CO_HANDLERS, language, { names }),
  });
}

async function nameOf(category: string, language: Language): Promise<string> {
  if (categoryOf(category) === undefined) return groupNameOf(category, language);
  return (await textsOf({ code: category }, language)).name;
}

/** The words of explanations, loaded when somebody asks for one. */
async function explaining() {
  return import('./routing-words.lazy');
}
