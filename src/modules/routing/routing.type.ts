import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Role } from '../../auth/actor';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { RoleEnum } from '../people/person.type';
import { RULESET_STATES, type RulesetState } from '../rulesets/ruleset.machine';
import {
  type Ruleset,
  type RulesetPerson,
  type RulesetStep,
  type RulesetSummary,
} from '../rulesets/ruleset.rules';
import {
  type Named,
  ROUTE_LEVELS,
  ROUTE_TIMES,
  type RouteLevel,
  type RouteTime,
  RULE_OUTCOMES,
  type RoutingRule,
  type RuleOutcome,
} from './routing.rules';

export const RoutingStateEnum = enumOf(RULESET_STATES);
registerEnumType(RoutingStateEnum, {
  name: 'RoutingState',
  description: 'State of a set of routing rules (派遣规则状态).',
  valuesConfig: {
    PROPOSED: { description: 'Proposed (待审批): somebody else has to decide.' },
    APPROVED: { description: 'Approved (已批准): it holds from its day on, until the day of the next.' },
    REJECTED: { description: 'Rejected (已驳回).' },
    WITHDRAWN: { description: 'Withdrawn (已撤回) by whoever proposed it.' },
  },
});

export const RouteTimeEnum = enumOf(ROUTE_TIMES);
registerEnumType(RouteTimeEnum, {
  name: 'RouteTime',
  description: 'When a routing rule holds (适用时间).',
  valuesConfig: {
    WORKING_TIME: { description: 'While offices work (工作时间), by the hours of the district.' },
    OUTSIDE: { description: 'Nights, lunch, weekends and holidays (工作时间以外).' },
  },
});

export const RouteLevelEnum = enumOf(ROUTE_LEVELS);
registerEnumType(RouteLevelEnum, {
  name: 'RouteLevel',
  description: 'At which level a case begins (首办层级); never below the one that reports it.',
  valuesConfig: {
    GRID: { description: 'Where it is reported: its grid (网格), or its courtyard.' },
    COMMUNITY: { description: 'Straight to the community (社区).' },
    STREET: { description: 'Straight to the street (街道).' },
    DISTRICT: { description: 'Straight to the district (区).' },
  },
});

export const RuleOutcomeEnum = enumOf(RULE_OUTCOMES);
registerEnumType(RuleOutcomeEnum, {
  name: 'RuleOutcome',
  description: 'What became of a rule that was tried (规则判定).',
  valuesConfig: {
    DECIDES: { description: 'It matches and is the most specific (按此条派遣).' },
    LESS_SPECIFIC: { description: 'It matches, but a more specific one decides (已有更具体的规则).' },
    OTHER_CATEGORY: { description: 'It is for other categories (类别不符).' },
    OTHER_AREA: { description: 'It is for another area (区域不符).' },
    OTHER_TIME: { description: 'It is for other times (时间不符).' },
  },
});

@ObjectType('RoutingName', {
  simpleResolvers: true,
  description: 'An area or department (区域或部门), as it was called when the rule was written.',
})
export class RoutingName implements Named {
  @Field(() => ID, { description: 'Code (编码).' })
  code: string;

  @Field(() => String, { description: 'Name (名称).' })
  name: string;
}

@ObjectType('RoutingRule', {
  simpleResolvers: true,
  description:
    'A routing rule (派遣规则): for which cases, where they begin, and who answers for them. Of those that match, the most specific decides: first by category, then by area, then by time.',
})
export class RoutingRuleType implements RoutingRule {
  @Field(() => Int, { description: 'Its place in its set (序号), from 1; it means nothing else.' })
  number: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the category or group (类别或大类编码); null for all.',
  })
  category?: string | undefined;

  @Field(() => RoutingName, { nullable: true, description: 'Area (区域); null for the whole district.' })
  area?: RoutingName | undefined;

  @Field(() => RouteTimeEnum, { nullable: true, description: 'Time (时间); null for all times.' })
  time?: RouteTime | undefined;

  @Field(() => RouteLevelEnum, { description: 'Where a case begins (首办层级).' })
  level: RouteLevel;

  @Field(() => RoutingName, { description: 'The department that leads (主办部门), once it is dispatched.' })
  lead: RoutingName;

  @Field(() => [RoutingName], { description: 'Departments that help (协办部门).' })
  coHandlers: readonly RoutingName[];

  @Field(() => String, { nullable: true, description: 'Why there is such a rule (备注).' })
  note?: string | undefined;
}

@ObjectType('RoutingPerson', { simpleResolvers: true, description: 'Who proposed or decided (经办人).' })
export class RoutingPerson implements RulesetPerson {
  @Field(() => ID, { description: 'Id of the person (人员编号).' })
  id: string;

  @Field(() => String, { description: 'Name (姓名).' })
  name: string;

  @Field(() => RoleEnum, { description: 'Role (岗位) in which they acted.' })
  role: Role;
}

@ObjectType('RoutingSetSummary', {
  simpleResolvers: true,
  description: 'A set of routing rules (派遣规则方案) as a list shows it.',
})
export class RoutingSetSummary implements RulesetSummary {
  @Field(() => ID, { description: 'Id (方案编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the district (区编码).' })
  district: string;

  @Field(() => GraphQLLocalDate, { description: 'From which day on it holds (生效日期), in Shanghai.' })
  from: string;

  @Field(() => RoutingStateEnum, { description: 'State (状态).' })
  state: RulesetState;

  @Field(() => String, { description: 'Why it was proposed (理由).' })
  reason: string;

  @Field(() => RoutingPerson, { description: 'Who proposed it (提出人).' })
  proposedBy: RoutingPerson;

  @Field(() => Date, { description: 'When (提出时间).' })
  proposedAt: Date;
}

@ObjectType('RoutingSet', {
  simpleResolvers: true,
  description:
    'A set of routing rules (派遣规则方案) of a district: proposed, decided by somebody else, and holding from its day until that of the next.',
})
export class RoutingSet extends RoutingSetSummary implements Ruleset<readonly RoutingRule[]> {
  @Field(() => [RoutingRuleType], { description: 'Its rules (规则); their order means nothing.' })
  rules: readonly RoutingRule[];

  @Field(() => RoutingPerson, { nullable: true, description: 'Who decided, or withdrew it (审批人).' })
  decidedBy?: RoutingPerson | undefined;

  @Field(() => Date, { nullable: true, description: 'When (审批时间).' })
  decidedAt?: Date | undefined;

  @Field(() => String, { nullable: true, description: 'Why it was decided so (审批意见).' })
  decisionReason?: string | undefined;

  steps: readonly RulesetStep[];
}

export const RoutingSetConnection = connectionOf(
  RoutingSetSummary,
  'RoutingSetSummary',
  'sets of routing rules (派遣规则方案)',
);
export type RoutingSetConnection = InstanceType<typeof RoutingSetConnection>;

@ObjectType('RoutingSetPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a set of routing rules (操作结果), or why it was refused.',
})
export class RoutingSetPayload {
  @Field(() => RoutingSet, { nullable: true, description: 'The set as it stands now (方案).' })
  routingSet?: RoutingSet | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

/** A rule that was tried, and why it decides or not. */
@ObjectType('TriedRule', { simpleResolvers: true, description: 'A rule that was tried (规则判定过程).' })
export class TriedRuleType {
  @Field(() => RoutingRuleType, { description: 'The rule (规则).' })
  rule: RoutingRule;

  @Field(() => RuleOutcomeEnum, { description: 'What became of it (判定).' })
  outcome: RuleOutcome;

  @Field(() => String, { description: 'That in words (判定说明), in the language of `Accept-Language`.' })
  why: string;
}
