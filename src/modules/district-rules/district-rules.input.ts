import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { type LimitUnit } from '../../shared/limit';
import { LimitUnitEnum } from '../../shared/limit.type';
import { type ClockStep } from '../cases/case-clock.rules';
import { ClockStepEnum } from '../cases/case-clock.type';
import { type Urgency } from '../cases/case.rules';
import { UrgencyEnum } from '../cases/case.type';

const DECISIONS = ['APPROVE', 'REJECT'] as const;
const DecisionEnum = enumOf(DECISIONS);
registerEnumType(DecisionEnum, {
  name: 'DistrictRulesDecision',
  description: 'How a district’s own rules are decided (审批意见).',
  valuesConfig: {
    APPROVE: { description: 'Approve (批准).' },
    REJECT: { description: 'Reject (驳回); the reason is required.' },
  },
});

@InputType('OfficeSpanInput', { description: 'A span of office hours (办公时段).' })
export class OfficeSpanInput {
  @Field(() => String, { description: 'From (自), HH:MM in Shanghai.' })
  from: string;

  @Field(() => String, { description: 'To (至), HH:MM in Shanghai.' })
  to: string;
}

@InputType('OwnTextInput', { description: 'A text in both languages (双语文本).' })
export class OwnTextInput {
  @Field(() => String, { description: 'In Chinese (中文), at most 100 characters.' })
  zh: string;

  @Field(() => String, { description: 'In English (英文), at most 100 characters.' })
  en: string;
}

@InputType('StepLimitInput', { description: 'How long a step may take (环节时限).' })
export class StepLimitInput {
  @Field(() => ClockStepEnum, { description: 'The step (环节).' })
  step: ClockStep;

  @Field(() => Int, { description: 'How many (数量), from 1 to 400.' })
  count: number;

  @Field(() => LimitUnitEnum, { description: 'Of what (单位).' })
  unit: LimitUnit;
}

@InputType('OwnCategoryInput', {
  description: 'What the district says of a category (本区类别规定); what is left out is as everywhere.',
})
export class OwnCategoryInput {
  @Field(() => ID, { description: 'Code of the category (类别编码).' })
  code: string;

  @Field(() => Boolean, {
    description: 'Whether a case can be reported under it (是否受理).',
    defaultValue: true,
  })
  isOffered: boolean;

  @Field(() => UrgencyEnum, { nullable: true, description: 'Urgency where nobody says (默认紧急程度).' })
  urgency?: Urgency | null;

  @Field(() => [StepLimitInput], { description: 'Limits of steps (环节时限), one each.', defaultValue: [] })
  limits: StepLimitInput[];

  @Field(() => OwnTextInput, { nullable: true, description: 'Name (名称).' })
  name?: OwnTextInput | null;

  @Field(() => OwnTextInput, { nullable: true, description: 'When it is filed as a case (立案条件).' })
  filing?: OwnTextInput | null;

  @Field(() => OwnTextInput, { nullable: true, description: 'When it may be closed (结案条件).' })
  closing?: OwnTextInput | null;
}

@InputType('ProposeDistrictRulesInput', {
  description: 'Rules to propose (提出本区规定). The same id and content may be sent again.',
})
export class ProposeDistrictRulesInput {
  @Field(() => ID, { description: 'Id of the set, made by the client: UUID version 7 (客户端生成的编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the district (区编码).' })
  district: string;

  @Field(() => GraphQLLocalDate, {
    description: 'From which day on it is to hold (生效日期): tomorrow or later.',
  })
  from: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it is to hold (截止日期); until the next where none is named.',
  })
  to?: string | null;

  @Field(() => String, { description: 'Why (理由), at most 500 characters.' })
  reason: string;

  @Field(() => [OfficeSpanInput], {
    description: 'Office hours (办公时间), in order, at most 4; the usual ones where there are none.',
    defaultValue: [],
  })
  hours: OfficeSpanInput[];

  @Field(() => [GraphQLLocalDate], {
    description: 'Days that are free here (本区放假日), at most 30.',
    defaultValue: [],
  })
  free: string[];

  @Field(() => [GraphQLLocalDate], {
    description: 'Days that are worked here (本区上班日), at most 30.',
    defaultValue: [],
  })
  worked: string[];

  @Field(() => [OwnCategoryInput], {
    description: 'What it says of categories (类别规定), at most 100; of others the usual holds.',
    defaultValue: [],
  })
  categories: OwnCategoryInput[];
}

@InputType('DistrictRulesMoveInput')
abstract class DistrictRulesMoveInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the set (规定编号).' })
  districtRules: string;
}

@InputType('DecideDistrictRulesInput', {
  description: 'A decision on a district’s own rules (审批本区规定).',
})
export class DecideDistrictRulesInput extends DistrictRulesMoveInput {
  @Field(() => DecisionEnum, { description: 'Decision (审批意见).' })
  decision: (typeof DECISIONS)[number];

  @Field(() => String, { nullable: true, description: 'Reason (理由); required when it is rejected.' })
  reason?: string | null;
}

@InputType('WithdrawDistrictRulesInput', {
  description: 'Withdrawing a district’s own rules (撤回本区规定).',
})
export class WithdrawDistrictRulesInput extends DistrictRulesMoveInput {
  @Field(() => String, { description: 'Reason (理由).' })
  reason: string;
}
