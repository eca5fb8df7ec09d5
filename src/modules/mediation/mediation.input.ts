import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import { type FollowUpOutcome, type MediationOutcome } from './mediation.rules';
import { FollowUpOutcomeEnum, MediationOutcomeEnum } from './mediation.type';

@InputType('MediationPartyInput', {
  description: 'A party to a dispute (当事人): a resident on file, or somebody by name.',
})
export class MediationPartyInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of a resident of the street whom you may see (居民编号).',
  })
  resident?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name (姓名) of somebody who is not on file, or of a shop; at most 50 characters.',
  })
  name?: string | null;

  @Field(() => String, {
    description: 'Who they are in this dispute (身份), at most 20 characters, for instance a shop owner.',
  })
  role: string;
}

@InputType('MediationAgreementInput', { description: 'What the parties agreed on (调解协议).' })
export class MediationAgreementInput {
  @Field(() => String, {
    description: 'What was agreed (协议内容), at most 500 characters; no identity or phone numbers.',
  })
  text: string;

  @Field(() => GraphQLLocalDate, { description: 'By when it is to be kept (履行期限).' })
  keptBy: string;

  @Field(() => [GraphQLLocalDate], {
    description: 'Days of the follow-up visits (回访日期): 1 to 10, after the day of the session.',
  })
  followUps: string[];
}

@InputType('RecordMediationInput', {
  description: 'A session of mediation (调解登记). The same id and content may be sent again.',
})
export class RecordMediationInput {
  @Field(() => ID, {
    description: 'Id of the session, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the case (事件编号): a dispute that is not ended.' })
  caseId: string;

  @Field(() => Int, {
    description: 'Version of the record as you saw it (版本号); 0 where there is none yet.',
  })
  expectedVersion: number;

  @Field(() => GraphQLLocalDate, { description: 'Day of the session (调解日期), today or before.' })
  on: string;

  @Field(() => String, { description: 'Place (调解地点), at most 100 characters.' })
  place: string;

  @Field(() => MediationOutcomeEnum, { description: 'What it came to (调解结果).' })
  outcome: MediationOutcome;

  @Field(() => [MediationPartyInput], {
    defaultValue: [],
    description: 'Parties that are not on the record yet (新增当事人); in all 2 to 10.',
  })
  parties: MediationPartyInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Note (说明), at most 200 characters; with NOT_AGREED it says why and must be there.',
  })
  note?: string | null;

  @Field(() => MediationAgreementInput, {
    nullable: true,
    description: 'What was agreed (协议): with AGREED, and only then. It takes the place of an earlier one.',
  })
  agreement?: MediationAgreementInput | null;
}

@InputType('RecordMediationFollowUpInput', {
  description: 'What a follow-up visit found (回访登记). The same id and content may be sent again.',
})
export class RecordMediationFollowUpInput {
  @Field(() => ID, {
    description: 'Id of this record, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the case (事件编号); it may be ended.' })
  caseId: string;

  @Field(() => Int, { description: 'Version of the record as you saw it (版本号).' })
  expectedVersion: number;

  @Field(() => GraphQLLocalDate, {
    description:
      'The day the visit was planned for (计划日期): one that is open in the agreement that stands.',
  })
  on: string;

  @Field(() => FollowUpOutcomeEnum, { description: 'What it found (回访结果).' })
  outcome: FollowUpOutcome;

  @Field(() => String, { nullable: true, description: 'Note (说明), at most 200 characters.' })
  note?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day of one more visit (再次回访日期); at most 10 in all.',
  })
  next?: string | null;
}

@ArgsType()
export class DueFollowUpArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of a community, grid or courtyard (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Only what is due before this day (截止日期，不含当日); all when none is named.',
  })
  before?: string | null;
}
