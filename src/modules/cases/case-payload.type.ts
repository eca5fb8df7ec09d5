import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { Case } from './case.type';

@ObjectType('CasePayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a case (事件操作结果): the case, or why it was refused.',
})
export class CasePayload {
  @Field(() => Case, { nullable: true, description: 'The case as it stands now (事件); null when refused.' })
  case?: Case | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
