import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { type Limit } from '../../shared/limit';
import { LimitType } from '../../shared/limit.type';
import { type Text } from '../../shared/messages/text';
import { UserError } from '../../shared/user-error.type';
import { type ClockStep } from '../cases/case-clock.rules';
import { ClockStepEnum } from '../cases/case-clock.type';
import { type Urgency } from '../cases/case.rules';
import { UrgencyEnum } from '../cases/case.type';
import { RoutingPerson } from '../routing/routing.type';
import { RULESET_STATES, type RulesetState } from '../rulesets/ruleset.machine';

export const DistrictRulesStateEnum = enumOf(RULESET_STATES);
registerEnumType(DistrictRulesStateEnum, {
  name: 'DistrictRulesState',
  description: 'State of a set of a district’s own rules (本区规定状态).',
  valuesConfig: {
    PROPOSED: { description: 'Proposed (待审批): somebody else has to decide.' },
    APPROVED: { description: 'Approved (已批准): it holds from its day on, until the day of the next.' },
    REJECTED: { description: 'Rejected (已驳回).' },
    WITHDRAWN: { description: 'Withdrawn (已撤回) by whoever proposed it.' },
  },
});

@ObjectType('OfficeSpan', { simpleResolvers: true, description: 'A span of office hours (办公时段).' })
export class OfficeSpan {
  @Field(() => String, { description: 'From (自), HH:MM in Shanghai.' })
  from: string;

  @Field(() => String, { description: 'To (至), HH:MM in Shanghai.' })
  to: string;
}

@ObjectType('OwnText', { simpleResolvers: true, description: 'A text in both languages (双语文本).' })
export class OwnText implements Text {
  @Field(() => String, { description: 'In Chinese (中文).' })
  zh: string;

  @Field(() => String, { description: 'In English (英文).' })
  en: string;
}

@ObjectType('StepLimit', { simpleResolvers: true, description: 'How long a step may take (环节时限).' })
export class StepLimit {
  @Field(() => ClockStepEnum, { description: 'The step (环节).' })
  step: ClockStep;

  @Field(() => LimitType, { description: 'How long it may take (时限).' })
  limit: Limit;
}

@ObjectType('OwnCategory', {
  simpleResolvers: true,
  description: 'What a district says of a category (本区类别规定); null is as everywhere.',
})
export class OwnCategoryType {
  @Field(() => ID, { description: 'Code of the category (类别编码).' })
  code: string;

  @Field(() => Boolean, { description: 'Whether a case can be reported under it (是否受理).' })
  isOffered: boolean;

  @Field(() => UrgencyEnum, { nullable: true, description: 'Urgency where nobody says (默认紧急程度).' })
  urgency?: Urgency | undefined;

  @Field(() => [StepLimit], { description: 'Limits of steps (环节时限); of others the usual ones hold.' })
  limits: StepLimit[];

  @Field(() => OwnText, { nullable: true, description: 'Name (名称).' })
  name?: Text | undefined;

  @Field(() => OwnText, { nullable: true, description: 'When it is filed as a case (立案条件).' })
  filing?: Text | undefined;

  @Field(() => OwnText, { nullable: true, description: 'When it may be closed (结案条件).' })
  closing?: Text | undefined;
}

@ObjectType('DistrictRulesSummary', {
  simpleResolvers: true,
  description: 'A set of a district’s own rules (本区规定) as a list shows it.',
})
export class DistrictRulesSummary {
  @Field(() => ID, { description: 'Id (规定编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the district (区编码).' })
  district: string;

  @Field(() => GraphQLLocalDate, { description: 'From which day on it holds (生效日期), in Shanghai.' })
  from: string;

  @Field(() => DistrictRulesStateEnum, { description: 'State (状态).' })
  state: RulesetState;

  @Field(() => String, { description: 'Why it was proposed (理由).' })
  reason: string;

  @Field(() => RoutingPerson, { description: 'Who proposed it (提出人).' })
  proposedBy: RoutingPerson;

  @Field(() => Date, { description: 'When (提出时间).' })
  proposedAt: Date;
}

@ObjectType('DistrictRules', {
  simpleResolvers: true,
  description:
    'A set of a district’s own rules (本区规定): office hours, days, categories. It is proposed, decided by somebody else, and holds from its day until that of the next. A case keeps what it was filed under.',
})
export class DistrictRules extends DistrictRulesSummary {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it holds (截止日期); until the next where it is null.',
  })
  to?: string | undefined;

  @Field(() => [OfficeSpan], { description: 'Office hours (办公时间); the usual ones where it is empty.' })
  hours: readonly OfficeSpan[];

  @Field(() => [GraphQLLocalDate], { description: 'Days that are free here (本区放假日).' })
  free: readonly string[];

  @Field(() => [GraphQLLocalDate], { description: 'Days that are worked here (本区上班日).' })
  worked: readonly string[];

  @Field(() => [OwnCategoryType], { description: 'What it says of categories (类别规定).' })
  categories: readonly OwnCategoryType[];

  @Field(() => RoutingPerson, { nullable: true, description: 'Who decided, or withdrew it (审批人).' })
  decidedBy?: RoutingPerson | undefined;

  @Field(() => Date, { nullable: true, description: 'When (审批时间).' })
  decidedAt?: Date | undefined;

  @Field(() => String, { nullable: true, description: 'Why it was decided so (审批意见).' })
  decisionReason?: string | undefined;
}

export const DistrictRulesConnection = connectionOf(
  DistrictRulesSummary,
  'DistrictRulesSummary',
  'sets of a district’s own rules (本区规定)',
);
export type DistrictRulesConnection = InstanceType<typeof DistrictRulesConnection>;

@ObjectType('DistrictRulesPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a district’s own rules (操作结果), or why it was refused.',
})
export class DistrictRulesPayload {
  @Field(() => DistrictRules, { nullable: true, description: 'The set as it stands now (规定).' })
  districtRules?: DistrictRules | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
