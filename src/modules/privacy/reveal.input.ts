import { Field, ID, InputType } from 'type-graphql';
import { type RevealPurpose } from './access-record.rules';
import { RevealPurposeEnum } from './access-record.type';

/** What every request for somebody's data says. */
@InputType('AccessInput')
export class AccessInput {
  @Field(() => ID, {
    description:
      'Id of this request, made by the client: UUID version 7 (本次操作编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => RevealPurposeEnum, { description: 'What for (用途).' })
  purpose: RevealPurpose;

  @Field(() => String, {
    description: 'Why (事由), 4 to 200 characters, without any number; the resident reads it.',
  })
  reason: string;
}

@InputType('RevealResidentInput', { description: 'Whose numbers to show, and why (查看完整号码).' })
export class RevealResidentInput extends AccessInput {
  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;
}

@InputType('LookUpResidentInput', {
  description: 'A number to look up, and why (按号码查询): either the identity number or the phone.',
})
export class LookUpResidentInput extends AccessInput {
  @Field(() => String, { nullable: true, description: 'Identity number (公民身份号码), whole.' })
  identityNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone (电话), whole.' })
  phone?: string | null;
}
