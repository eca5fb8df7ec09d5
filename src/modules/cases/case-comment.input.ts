import { Field, ID, InputType } from 'type-graphql';

@InputType('CommentOnCaseInput', {
  description: 'A comment on a case (批注). The same id and content may be sent again.',
})
export class CommentOnCaseInput {
  @Field(() => ID, {
    description: 'Id of the comment, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the case (事件编号).' })
  caseId: string;

  @Field(() => String, { description: 'What is said (内容), at most 2,000 characters.' })
  text: string;

  @Field(() => Boolean, {
    description: 'Only for staff (内部批注): hidden from the reporter.',
    defaultValue: false,
  })
  internal: boolean;
}
