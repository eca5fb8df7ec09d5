import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';

@InputType('ExportMyFileInput', { description: 'That you want to take your file away (导出本人档案).' })
export class ExportMyFileInput {
  @Field(() => ID, {
    description:
      'Id of this request, made by the client: UUID version 7 (本次操作编号). Send it again to repeat.',
  })
  id: string;
}

@ObjectType('ExportMyFilePayload', {
  simpleResolvers: true,
  description: 'What came of exporting your own file (导出本人档案结果).',
})
export class ExportMyFilePayload {
  @Field(() => String, {
    nullable: true,
    description: 'All that is on file about you (本人档案), a JSON document; your numbers are in it, whole.',
  })
  file?: string | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
