import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { FoundResident } from '../residents/resident.type';

@ObjectType('RevealedNumbers', {
  simpleResolvers: true,
  description: 'A resident’s numbers in the open (完整号码). Show them, and keep them nowhere.',
})
export class RevealedNumbersType {
  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => String, { nullable: true, description: 'Identity number (公民身份号码).' })
  identityNumber?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Phone (电话).' })
  phone?: string | undefined;
}

@ObjectType('RevealPayload', {
  simpleResolvers: true,
  description: 'What came of asking for the numbers (查看完整号码结果).',
})
export class RevealPayload {
  @Field(() => RevealedNumbersType, { nullable: true, description: 'The numbers (完整号码).' })
  revealed?: RevealedNumbersType | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('LookUpPayload', {
  simpleResolvers: true,
  description: 'What came of looking a number up (按号码查询结果).',
})
export class LookUpPayload {
  @Field(() => [FoundResident], {
    nullable: true,
    description: 'Who has it (查询结果), in your area; empty when nobody there has. Null when refused.',
  })
  residents?: FoundResident[] | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
