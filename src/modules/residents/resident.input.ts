import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type Relation, type ResidenceBeginning, type ResidenceEnding } from './residence.rules';
import { type ResidentKind, type Sex } from './resident.rules';
import {
  RelationEnum,
  ResidenceBeginningEnum,
  ResidenceEndingEnum,
  ResidentKindEnum,
  SexEnum,
} from './resident.type';

@InputType('RegisterResidentInput', {
  description: 'Somebody to put on file (登记居民), with the first residence. May be sent again.',
})
export class RegisterResidentInput {
  @Field(() => ID, {
    description: 'Id of the resident, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Id of the household (户编号).' })
  household: string;

  @Field(() => String, { description: 'Name (姓名), at most 50 characters.' })
  name: string;

  @Field(() => SexEnum, { nullable: true, description: 'Sex (性别); from the identity number where absent.' })
  sex?: Sex | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Birth date (出生日期); from the identity number where absent.',
  })
  birthDate?: string | null;

  @Field(() => ResidentKindEnum, { description: 'Kind (人口类别).' })
  kind: ResidentKind;

  @Field(() => String, {
    nullable: true,
    description: 'Identity number (公民身份号码, GB 11643); sealed at once, shown masked only.',
  })
  identityNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone (电话); sealed at once, shown masked only.',
  })
  phone?: string | null;

  @Field(() => RelationEnum, { description: 'How they stand to the head (与户主关系).' })
  relation: Relation;

  @Field(() => GraphQLLocalDate, { description: 'First day here (起始日期), in Shanghai.' })
  from: string;

  @Field(() => ResidenceBeginningEnum, {
    description: 'How the residence began (入住方式).',
    defaultValue: 'RECORDED',
  })
  beginning: ResidenceBeginning;
}

@InputType('UpdateResidentInput', {
  description:
    'What has changed about a resident (更新居民信息). What is left out stays; a phone or identity number given as null is removed.',
})
export class UpdateResidentInput {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => Int, { description: 'The version that was seen (所见版本); another one is a CONFLICT.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Name (姓名).' })
  name?: string | null;

  @Field(() => SexEnum, { nullable: true, description: 'Sex (性别).' })
  sex?: Sex | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Birth date (出生日期).' })
  birthDate?: string | null;

  @Field(() => ResidentKindEnum, { nullable: true, description: 'Kind (人口类别).' })
  kind?: ResidentKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Identity number (公民身份号码); never a masked one.',
  })
  identityNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone (电话); never a masked one.' })
  phone?: string | null;
}

@InputType('MoveResidentInput', {
  description:
    'A resident moves to a household of your area (迁移): from another, or back after having left.',
})
export class MoveResidentInput {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the household they leave (迁出户); none when they come back, or to a second home.',
  })
  household?: string | null;

  @Field(() => ID, { description: 'Id of the household they move to (迁入户).' })
  to: string;

  @Field(() => RelationEnum, { description: 'How they stand to the head there (与户主关系).' })
  relation: Relation;

  @Field(() => GraphQLLocalDate, { description: 'Day of the move (迁移日期), in Shanghai.' })
  on: string;
}

@InputType('EndResidenceInput', {
  description: 'A resident has left a household (离开): moved out, died, or was recorded by mistake.',
})
export class EndResidenceInput {
  @Field(() => ID, { description: 'Id of this change, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => ID, { description: 'Id of the household (户编号).' })
  household: string;

  @Field(() => GraphQLLocalDate, { description: 'Day of leaving (离开日期), in Shanghai.' })
  on: string;

  @Field(() => ResidenceEndingEnum, { description: 'How it ended (离开方式).' })
  ending: ResidenceEnding;
}
