import { Field, ID, InputType } from 'type-graphql';

@InputType('VerifyEvidenceInput', { description: 'Whose files are to be read again (证据完整性复核).' })
export class VerifyEvidenceInput {
  @Field(() => ID, { description: 'Id of the case (事件编号).' })
  caseId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'File after which to go on (续查位置): `next` of the answer before.',
  })
  after?: string | null;
}
