import { Field, ID, ObjectType } from 'type-graphql';
import { Area } from '../areas/area.type';
import { CustodianType } from '../cases/case.type';
import { RoutingRuleType, TriedRuleType } from './routing.type';
import { type RoutingRule } from './routing.rules';

@ObjectType('CaseRoute', {
  simpleResolvers: true,
  description: 'Why a case is where it is, and who answers for it (派遣依据).',
})
export class CaseRouteType {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the set of rules it went by (所依方案); null where the district had none.',
  })
  routingSet?: string | undefined;

  @Field(() => RoutingRuleType, {
    nullable: true,
    description: 'The rule that decided (所依规则), with lead and co-handlers; null where there were none.',
  })
  rule?: RoutingRule | undefined;

  @Field(() => String, { description: 'That in a sentence (说明), in the language of `Accept-Language`.' })
  why: string;
}

@ObjectType('RouteExplanation', {
  simpleResolvers: true,
  description: 'Where a case would go, and why (派遣试算). Nothing is written.',
})
export class RouteExplanation extends CaseRouteType {
  @Field(() => Area, { description: 'The area the point lies in (所在区域).' })
  area: Area;

  @Field(() => Date, { description: 'For which moment it was asked (时间).' })
  at: Date;

  @Field(() => CustodianType, { description: 'Who would hold it first (首办单位), reported by a resident.' })
  holder: CustodianType;

  @Field(() => [TriedRuleType], {
    description:
      'The rules that were tried (判定过程), the most specific first; the one that decides is among them.',
  })
  tried: readonly TriedRuleType[];
}
