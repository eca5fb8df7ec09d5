import { Field, ID, InputType } from 'type-graphql';

@InputType('SetLegalHoldInput', { description: 'A legal hold to be set or lifted (证据保全).' })
export class SetLegalHoldInput {
  @Field(() => ID, { description: 'Id of the case (事件编号).' })
  caseId: string;

  @Field(() => Boolean, { description: 'Set it, or lift it (设置或解除).' })
  on: boolean;

  @Field(() => String, { description: 'Why (理由), for instance the number of the proceedings.' })
  reason: string;
}
