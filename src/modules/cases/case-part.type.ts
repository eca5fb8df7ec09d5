import { Field, ID, ObjectType } from 'type-graphql';
import { type CaseState } from './case.machine';
import { CaseStateEnum } from './case-state.type';
import { type Custodian } from './case.rules';
import { type CasePart } from './case-split.rules';
import { CustodianType } from './case.type';

@ObjectType('CasePart', {
  simpleResolvers: true,
  description: 'What a department that helps has to do for a case (协办事项): a case of its own.',
})
export class CasePartType implements CasePart {
  @Field(() => ID, {
    description: 'Id (协办事件编号): `case(id:)` gives the whole to whoever may see it.',
  })
  id: string;

  @Field(() => CustodianType, { description: 'The department that was asked (协办部门).' })
  department: Custodian;

  @Field(() => String, { description: 'What was asked of it (协办事项).' })
  text: string;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it came to its end (办结时间); null while it is open, and the case is not closed before.',
  })
  endedAt?: Date | undefined;

  @Field(() => CaseStateEnum, {
    nullable: true,
    description:
      'The state in which it has ended (办结状态): CLOSED, or DECLINED or CANCELLED; null while it is open.',
  })
  state?: CaseState | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'What came of it (协办结果), the first 200 characters.',
  })
  outcome?: string | undefined;
}
