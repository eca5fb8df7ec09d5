import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { type PolicyService } from '../policies/policy.service';
import { type VisitPolicy } from './visit-plan.rules';

@ObjectType('VisitPolicyFacts', { simpleResolvers: true })
@InputType('VisitPolicyFactsInput')
class VisitPolicyFacts {
  @Field(() => Int, { description: 'Days between visits of the tier CLOSE (密切关注间隔天数), 1 to 31.' })
  closeDays: number;

  @Field(() => Int, { description: 'Days between visits of the tier KEY (重点间隔天数), up to 92.' })
  keyDays: number;

  @Field(() => Int, { description: 'Days between visits of the tier GENERAL (一般间隔天数), up to 366.' })
  generalDays: number;

  @Field(() => Int, { description: 'Days between visits of the tier TRUSTED (放心户间隔天数), up to 731.' })
  trustedDays: number;

  @Field(() => Int, { description: 'Days between visits of the tier VACANT (空置间隔天数), up to 731.' })
  vacantDays: number;

  @Field(() => Int, {
    description: 'Within how many days a new household is visited first (首访期限), 1 to 92.',
  })
  firstDays: number;

  @Field(() => Int, { description: 'When to come again where nobody was home (无人再访间隔), 1 to 31.' })
  notHomeDays: number;

  @Field(() => Int, { description: 'When to come again after a refusal (拒访再访间隔), 1 to 92.' })
  refusedDays: number;
}

@ObjectType('VisitPolicy', {
  simpleResolvers: true,
  description: 'How often households are visited in a district (走访频次规定).',
})
export class VisitPolicyType extends VisitPolicyFacts {
  @Field(() => ID, { description: 'Code of the district (区编码).' })
  district: string;

  @Field(() => Int, { description: 'How often it was set (版本); 0 while the usual figures hold.' })
  version: number;
}

@InputType('SetVisitPolicyInput', { description: 'How often households are to be visited (设定走访频次).' })
export class SetVisitPolicyInput extends VisitPolicyFacts {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the district (区编码).' })
  district: string;

  @Field(() => Int, { description: 'The version that was seen (所见版本).' })
  expectedVersion: number;
}

@ObjectType('VisitPolicyPayload', {
  simpleResolvers: true,
  description: 'What came of setting how often households are visited (设定结果).',
})
export class VisitPolicyPayload {
  @Field(() => VisitPolicyType, { nullable: true, description: 'The policy as it stands (规定).' })
  policy?: VisitPolicyType | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

/** How often households are visited: data of a district. */
export type VisitPolicyService = PolicyService<VisitPolicy, SetVisitPolicyInput>;
