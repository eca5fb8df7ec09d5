import { Field, ID, ObjectType } from 'type-graphql';
import { type CaseState } from './case.machine';
import { CaseStateEnum } from './case-state.type';

@ObjectType('LeadCase', {
  simpleResolvers: true,
  description:
    'The case that goes on for one that was merged into it (主事件): how it stands, for whoever may see the merged one.',
})
export class LeadCase {
  @Field(() => ID, { description: 'Id (事件编号).' })
  id: string;

  @Field(() => CaseStateEnum, { description: 'State (状态).' })
  state: CaseState;

  @Field(() => Date, { description: 'When it last moved (最近更新时间).' })
  updatedAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'What came of it (处理结果), as it was said when it was closed; null while it is open.',
  })
  outcome?: string | undefined;
}
