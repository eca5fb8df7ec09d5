import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { GeoPointInput } from '../../shared/point.type';
import { type RouteLevel, type RouteTime } from './routing.rules';
import { RouteLevelEnum, RouteTimeEnum } from './routing.type';

const DECISIONS = ['APPROVE', 'REJECT'] as const;
const DecisionEnum = enumOf(DECISIONS);
registerEnumType(DecisionEnum, {
  name: 'RoutingDecision',
  description: 'How a set of routing rules is decided (审批意见).',
  valuesConfig: {
    APPROVE: { description: 'Approve (批准).' },
    REJECT: { description: 'Reject (驳回); the reason is required.' },
  },
});

@InputType('RoutingRuleInput', { description: 'A routing rule (派遣规则): category × area × time.' })
export class RoutingRuleInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of a category or a group (类别或大类编码); all when none is named.',
  })
  category?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of a street, community or grid (区域编码); the whole district when none is named.',
  })
  area?: string | null;

  @Field(() => RouteTimeEnum, { nullable: true, description: 'Time (时间); all times when none is named.' })
  time?: RouteTime | null;

  @Field(() => RouteLevelEnum, { description: 'Where a case begins (首办层级).', defaultValue: 'GRID' })
  level: RouteLevel;

  @Field(() => ID, { description: 'Code of the department that leads (主办部门); it serves the whole area.' })
  lead: string;

  @Field(() => [ID], { description: 'Codes of those that help (协办部门), at most 9.', defaultValue: [] })
  coHandlers: string[];

  @Field(() => String, { nullable: true, description: 'Why (备注), at most 100 characters.' })
  note?: string | null;
}

@InputType('ProposeRoutingInput', {
  description: 'A set of rules to propose (提出派遣规则). The same id and content may be sent again.',
})
export class ProposeRoutingInput {
  @Field(() => ID, { description: 'Id of the set, made by the client: UUID version 7 (客户端生成的编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the district (区编码).' })
  district: string;

  @Field(() => GraphQLLocalDate, {
    description: 'From which day on it is to hold (生效日期): tomorrow or later.',
  })
  from: string;

  @Field(() => String, { description: 'Why (理由), at most 500 characters.' })
  reason: string;

  @Field(() => [RoutingRuleInput], {
    description:
      'All rules from that day on (全部规则), at most 150: every category is to have a holder at all times.',
  })
  rules: RoutingRuleInput[];
}

@InputType('RoutingMoveInput')
abstract class RoutingMoveInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the set (方案编号).' })
  routingSet: string;
}

@InputType('DecideRoutingInput', { description: 'A decision on a set of rules (审批派遣规则).' })
export class DecideRoutingInput extends RoutingMoveInput {
  @Field(() => DecisionEnum, { description: 'Decision (审批意见).' })
  decision: (typeof DECISIONS)[number];

  @Field(() => String, { nullable: true, description: 'Reason (理由); required when it is rejected.' })
  reason?: string | null;
}

@InputType('WithdrawRoutingInput', { description: 'Withdrawing a set of rules (撤回派遣规则).' })
export class WithdrawRoutingInput extends RoutingMoveInput {
  @Field(() => String, { description: 'Reason (理由).' })
  reason: string;
}

@ArgsType()
export class ExplainRoutingArgs {
  @Field(() => ID, { description: 'Code of the category (类别编码).' })
  category: string;

  @Field(() => GeoPointInput, { description: 'Where (坐标点).' })
  point: GeoPointInput;

  @Field(() => Date, { nullable: true, description: 'When (时间); now when nothing is said.' })
  at?: Date | null;
}
