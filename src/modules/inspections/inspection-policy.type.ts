import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { type PolicyService } from '../policies/policy.service';
import { type InspectionPolicy } from './inspection-plan.rules';
import { type ControlLevel, type PremisesKind } from '../places/premises.rules';
import { ControlLevelEnum, PremisesKindEnum } from '../places/premises.type';

@ObjectType('InspectionPlanRule', {
  simpleResolvers: true,
  description: 'How often some premises are inspected by a checklist (巡查频次条目).',
})
@InputType('InspectionPlanRuleInput', {
  description: 'How often some premises are to be inspected by a checklist (巡查频次条目).',
})
export class InspectionPlanRule {
  @Field(() => ID, { description: 'Code of the checklist (检查表编码), see `checklists`.' })
  checklist: string;

  @Field(() => [PremisesKindEnum], {
    description: 'Kinds of premises (场所类型) it is about; empty is all that the checklist is for.',
  })
  kinds: readonly PremisesKind[];

  @Field(() => [ControlLevelEnum], { description: 'Control levels (管控级别) it is about; empty is all.' })
  controls: readonly ControlLevel[];

  @Field(() => Int, {
    description: 'Days between two inspections (间隔天数), 1 to 731. Of several rules the shortest holds.',
  })
  days: number;
}

@ObjectType('InspectionPolicy', {
  simpleResolvers: true,
  description: 'How often premises are inspected in a district, by which checklist (巡查频次规定).',
})
export class InspectionPolicyType {
  @Field(() => ID, { description: 'Code of the district (区编码).' })
  district: string;

  @Field(() => Int, { description: 'How often it was set (版本); 0 while the usual figures hold.' })
  version: number;

  @Field(() => Int, { description: 'Within how many days premises are inspected first (首查期限).' })
  firstDays: number;

  @Field(() => [InspectionPlanRule], { description: 'The rules (频次条目); what none names is not planned.' })
  rules: readonly InspectionPlanRule[];
}

@InputType('SetInspectionPolicyInput', {
  description: 'How often premises are to be inspected (设定巡查频次), as a whole.',
})
export class SetInspectionPolicyInput {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the district (区编码).' })
  district: string;

  @Field(() => Int, { description: 'The version that was seen (所见版本).' })
  expectedVersion: number;

  @Field(() => Int, { description: 'Within how many days premises are inspected first (首查期限), 1 to 92.' })
  firstDays: number;

  @Field(() => [InspectionPlanRule], { description: 'All rules (全部频次条目), at most 60.' })
  rules: InspectionPlanRule[];
}

@ObjectType('InspectionPolicyPayload', {
  simpleResolvers: true,
  description: 'What came of setting how often premises are inspected (设定结果).',
})
export class InspectionPolicyPayload {
  @Field(() => InspectionPolicyType, { nullable: true, description: 'The policy as it stands (规定).' })
  policy?: InspectionPolicyType | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

/** How often premises are inspected: data of a district. */
export type InspectionPolicyService = PolicyService<InspectionPolicy, SetInspectionPolicyInput>;
