import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import { CARE_KINDS, type CareKind, VISIT_TIERS, type VisitTier } from './care.rules';

export const CareKindEnum = enumOf(CARE_KINDS);
registerEnumType(CareKindEnum, {
  name: 'CareKind',
  description: 'Why somebody is looked after (关爱类别). Restricted kinds are read by community staff only.',
  valuesConfig: {
    SUBSISTENCE_ALLOWANCE: { description: 'Lives on the subsistence allowance (低保).' },
    DESTITUTE: { description: 'Destitute, supported by the state (特困).' },
    DISABILITY: { description: 'Lives with a disability (残疾).' },
    ELDERLY_ALONE: { description: 'Of great age or elderly, and alone (高龄独居、空巢).' },
    CHILD_IN_NEED: { description: 'A child in need (困境儿童).' },
    LEFT_BEHIND: { description: 'Left behind by family who work elsewhere (留守).' },
    VETERAN: { description: 'Veteran, or family of one (优抚).' },
    TEMPORARY_HARDSHIP: { description: 'In hardship for a time (临时困难).' },
    MENTAL_DISORDER: { description: 'Lives with a mental disorder (精神障碍). Restricted.' },
    COMMUNITY_CORRECTION: { description: 'In community correction (社区矫正). Restricted.' },
  },
});

export const VisitTierEnum = enumOf(VISIT_TIERS);
registerEnumType(VisitTierEnum, {
  name: 'VisitTier',
  description:
    'How often somebody is visited (走访频次); the district sets the days of each, see `visitPolicy`.',
  valuesConfig: {
    CLOSE: { description: 'Closely (密切关注): a week unless the district says otherwise.' },
    KEY: { description: 'A key household or person (重点): a month.' },
    GENERAL: { description: 'In general (一般): a quarter.' },
    TRUSTED: { description: 'All is well (放心户): half a year.' },
    VACANT: { description: 'Nobody lives there (空置): a year.' },
  },
});

@ObjectType('CareTagPerson', { simpleResolvers: true, description: 'Who decided on a tag (设置人).' })
export class CareTagPerson {
  @Field(() => String, { description: 'Name (姓名).' })
  name: string;
}

@ObjectType('CareTag', {
  simpleResolvers: true,
  description: 'That somebody is looked after (关爱标签), for how long and why.',
})
export class CareTagType {
  @Field(() => ID, { description: 'Id (标签编号).' })
  id: string;

  @Field(() => CareKindEnum, { description: 'Kind (类别).' })
  kind: CareKind;

  @Field(() => VisitTierEnum, { description: 'How often to visit (走访频次).' })
  visits: VisitTier;

  @Field(() => String, { description: 'What for (目的); empty once it was ended.' })
  purpose: string;

  @Field(() => String, { description: 'Why (依据); empty once it was ended.' })
  reason: string;

  @Field(() => Date, { description: 'When it was set (设置时间).' })
  setAt: Date;

  @Field(() => CareTagPerson, { description: 'By whom (设置人).' })
  setBy: CareTagPerson;

  @Field(() => GraphQLLocalDate, { description: 'When to look again whether it is right (复核日期).' })
  reviewOn: string;

  @Field(() => GraphQLLocalDate, { description: 'First day on which it is valid no more (到期日期).' })
  expiresOn: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When it was ended before that (解除日期).' })
  endedOn?: string | undefined;
}

@ObjectType('CareTagPayload', {
  simpleResolvers: true,
  description: 'What came of a decision on a care tag (关爱标签操作结果).',
})
export class CareTagPayload {
  @Field(() => CareTagType, { nullable: true, description: 'The tag as it stands now (标签).' })
  tag?: CareTagType | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('ReadCareTagsPayload', {
  simpleResolvers: true,
  description: 'What came of reading care tags (查看关爱标签结果).',
})
export class ReadCareTagsPayload {
  @Field(() => [CareTagType], {
    nullable: true,
    description: 'The valid tags (有效标签); null when refused.',
  })
  tags?: CareTagType[] | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
