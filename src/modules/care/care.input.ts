import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { AccessInput } from '../privacy/reveal.input';
import { type CareKind, type VisitTier } from './care.rules';
import { CareKindEnum, VisitTierEnum } from './care.type';

@InputType('ReadCareTagsInput', { description: 'Whose care tags to read, and why (查看关爱标签).' })
export class ReadCareTagsInput extends AccessInput {
  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;
}

@InputType('SetCareTagInput', { description: 'A decision that somebody is looked after (设置关爱标签).' })
export class SetCareTagInput {
  @Field(() => ID, {
    description: 'Id of the tag, made by the client: UUID version 7 (标签编号). Send it again to repeat.',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => CareKindEnum, { description: 'Kind (类别).' })
  kind: CareKind;

  @Field(() => VisitTierEnum, { description: 'How often to visit (走访频次).' })
  visits: VisitTier;

  @Field(() => String, { description: 'What for (目的), 4 to 200 characters; sealed.' })
  purpose: string;

  @Field(() => String, { description: 'Why (依据), 4 to 200 characters; sealed.' })
  reason: string;

  @Field(() => GraphQLLocalDate, { description: 'When to look again whether it is right (复核日期).' })
  reviewOn: string;

  @Field(() => GraphQLLocalDate, {
    description: 'First day on which it is valid no more (到期日期), within a year.',
  })
  expiresOn: string;
}

@InputType('EndCareTagInput', { description: 'That a care tag is right no more (解除关爱标签).' })
export class EndCareTagInput {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => ID, { description: 'Id of the tag (标签编号).' })
  tag: string;
}

@InputType('ReviewCareTagInput', { description: 'That a care tag is still right (复核关爱标签).' })
export class ReviewCareTagInput extends EndCareTagInput {
  @Field(() => VisitTierEnum, { description: 'How often to visit from now on (走访频次).' })
  visits: VisitTier;

  @Field(() => GraphQLLocalDate, { description: 'When to look again (下次复核日期), by the expiry.' })
  reviewOn: string;
}
