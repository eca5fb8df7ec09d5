import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type Sex } from '../residents/resident.rules';
import { SexEnum } from '../residents/resident.type';
import { type DataRequestDecision } from './data-request.machine';
import { DataRequestDecisionEnum } from './data-request.type';

@InputType('RequestDeletionInput', { description: 'That your record be erased, and why (申请删除本人信息).' })
export class RequestDeletionInput {
  @Field(() => ID, {
    description: 'Id of the request, made by the client: UUID version 7 (申请编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => String, {
    description: 'What is wrong, or why (说明), 4 to 200 characters; numbers belong into their fields.',
  })
  reason: string;
}

@InputType('RequestCorrectionInput', {
  description:
    'What is wrong in your record, and what it should say (申请更正本人信息). What is right is left out.',
})
export class RequestCorrectionInput extends RequestDeletionInput {
  @Field(() => String, { nullable: true, description: 'Name (姓名).' })
  name?: string | null;

  @Field(() => SexEnum, { nullable: true, description: 'Sex (性别).' })
  sex?: Sex | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Birth date (出生日期).' })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone (电话); sealed at once.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Identity number (公民身份号码); sealed at once.' })
  identityNumber?: string | null;
}

@InputType('DecideDataRequestInput', {
  description: 'The answer to a resident’s request (办理个人信息申请).',
})
export class DecideDataRequestInput {
  @Field(() => ID, { description: 'Id of this decision, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => ID, { description: 'Id of the request (申请编号).' })
  request: string;

  @Field(() => DataRequestDecisionEnum, { description: 'The decision (决定).' })
  decision: DataRequestDecision;

  @Field(() => String, { description: 'Why (理由), 4 to 200 characters; the resident reads it.' })
  reason: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version of the record as you saw it in `register` (所见档案版本): needed to accept a correction of what somebody has changed since.',
  })
  recordVersion?: number | null;
}
