import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { type CorrectedField } from '../privacy/correction.rules';
import { type DataRequestState } from '../privacy/data-request.machine';
import { DataRequestStateEnum, DataRequestVerdictType } from '../privacy/data-request.type';

@ObjectType('ApplicationCorrection', {
  simpleResolvers: true,
  description:
    'What was corrected of what the register filled in (自动填写信息的更正), without what it says: a change that is proposed to the register.',
})
export class ApplicationCorrection {
  @Field(() => ID, {
    description: 'Id of the request (更正申请编号): see `dataRequest` and `myDataRequests`.',
  })
  id: string;

  @Field(() => [String], { description: 'Which fields (更正字段).' })
  fields: readonly CorrectedField[];

  @Field(() => DataRequestStateEnum, { description: 'Where it stands (办理状态).' })
  state: DataRequestState;

  @Field(() => Date, { description: 'When it was said (提出时间).' })
  submittedAt: Date;

  @Field(() => GraphQLLocalDate, { description: 'Last day for an answer (办理期限), in Shanghai.' })
  deadline: string;

  @Field(() => DataRequestVerdictType, {
    nullable: true,
    description: 'How it was decided (办理结果); null while it waits.',
  })
  verdict?: DataRequestVerdictType | undefined;
}
