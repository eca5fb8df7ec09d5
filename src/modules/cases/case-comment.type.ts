import { Field, ID, ObjectType } from 'type-graphql';
import { type CasePerson } from './case.rules';
import { CasePersonType } from './case.type';

@ObjectType('CaseComment', {
  simpleResolvers: true,
  description: 'What somebody said about a case (批注). It moves nothing and restarts no clock.',
})
export class CaseComment {
  @Field(() => ID, { description: 'Id (批注编号), made by the client.' })
  id: string;

  @Field(() => String, { description: 'What was said (内容).' })
  text: string;

  @Field(() => Boolean, { description: 'Whether only staff see it (内部批注): its reporter does not.' })
  internal: boolean;

  @Field(() => CasePersonType, { description: 'By whom (批注人).' })
  by: CasePerson;

  @Field(() => Date, { description: 'When (时间), by the server’s clock.' })
  at: Date;
}
