import { Field, ObjectType } from 'type-graphql';
import { RecordLink } from '../../shared/record-link.type';
import { UserError } from '../../shared/user-error.type';
import { LegalHold } from './evidence-hold.type';

@ObjectType('FileHoldPayload', {
  simpleResolvers: true,
  description: 'What came of setting or lifting a legal hold (证据保全操作结果).',
})
export class FileHoldPayload {
  @Field(() => RecordLink, { nullable: true, description: 'The record (所属记录); null when refused.' })
  record?: RecordLink | undefined;

  @Field(() => LegalHold, {
    nullable: true,
    description: 'The hold as it stands (保全状态); null when refused, or lifted where there never was one.',
  })
  hold?: LegalHold | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
