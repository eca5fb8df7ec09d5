import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../shared/graphql-enum';
import { type Change } from '../../shared/change';
import {
  RELATIONS,
  type Relation,
  type Residence,
  RESIDENCE_BEGINNINGS,
  RESIDENCE_ENDINGS,
  type ResidenceBeginning,
  type ResidenceEnding,
} from './residence.rules';
import { type Merge } from './merge.rules';
import {
  type Person,
  RESIDENT_KINDS,
  RESIDENT_STATES,
  type ResidentKind,
  type ResidentState,
  type Sex,
  SEXES,
} from './resident.rules';

export const SexEnum = enumOf(SEXES);
registerEnumType(SexEnum, {
  name: 'Sex',
  description: 'Sex (性别), in the classes of GB/T 2261.1.',
  valuesConfig: {
    MALE: { description: 'Male (男).' },
    FEMALE: { description: 'Female (女).' },
    UNKNOWN: { description: 'Not known (未知).' },
    NOT_STATED: { description: 'Not stated (未说明).' },
  },
});

export const ResidentKindEnum = enumOf(RESIDENT_KINDS);
registerEnumType(ResidentKindEnum, {
  name: 'ResidentKind',
  description: 'Why somebody belongs to the population of a place (人口类别).',
  valuesConfig: {
    REGISTERED: { description: 'Registered here (户籍人口).' },
    FLOATING: { description: 'Lives here, registered elsewhere (流动人口).' },
    OVERSEAS: { description: 'From Hong Kong, Macao, Taiwan or abroad (境外人员).' },
    OWNER_ABSENT: { description: 'Owns the dwelling and does not live here (非居住业主); not counted.' },
  },
});

export const ResidentStateEnum = enumOf(RESIDENT_STATES);
registerEnumType(ResidentStateEnum, {
  name: 'ResidentState',
  description: 'Whether somebody lives in the district (居住状态).',
  valuesConfig: {
    LIVING_HERE: { description: 'Lives here (在住).' },
    MOVED_OUT: { description: 'Has moved out (已迁出).' },
    DECEASED: { description: 'Has died (已故).' },
    MERGED: { description: 'Was the same person as another record, which goes on (已合并).' },
    ERASED: { description: 'Kept no longer: the personal data is gone (已清除).' },
  },
});

export const RelationEnum = enumOf(RELATIONS);
registerEnumType(RelationEnum, {
  name: 'HouseholdRelation',
  description: 'How somebody stands to the head of the household (与户主关系); GB/T 4761 has finer classes.',
  valuesConfig: {
    HEAD: { description: 'Head of the household (户主).' },
    SPOUSE: { description: 'Spouse (配偶).' },
    CHILD: { description: 'Child, also by marriage (子女).' },
    PARENT: { description: 'Parent, also by marriage (父母).' },
    GRANDCHILD: { description: 'Grandchild (孙子女).' },
    GRANDPARENT: { description: 'Grandparent (祖父母).' },
    SIBLING: { description: 'Brother or sister (兄弟姐妹).' },
    OTHER_RELATIVE: { description: 'Another relative (其他亲属).' },
    TENANT: { description: 'Tenant (租客).' },
    OTHER: { description: 'Not related (非亲属).' },
  },
});

export const ResidenceBeginningEnum = enumOf(RESIDENCE_BEGINNINGS);
registerEnumType(ResidenceBeginningEnum, {
  name: 'ResidenceBeginning',
  description: 'How a residence began (入住方式).',
  valuesConfig: {
    RECORDED: { description: 'Lived here when the record was made (登记时已居住).' },
    MOVED_IN: { description: 'Moved in (迁入).' },
    BORN: { description: 'Was born (出生).' },
  },
});

export const ResidenceEndingEnum = enumOf(RESIDENCE_ENDINGS);
registerEnumType(ResidenceEndingEnum, {
  name: 'ResidenceEnding',
  description: 'How a residence ended (离开方式).',
  valuesConfig: {
    MOVED_OUT: { description: 'Moved out (迁出).' },
    DECEASED: { description: 'Died (死亡).' },
    RECORDED_BY_MISTAKE: { description: 'Never lived here, the record was a mistake (误登记).' },
  },
});

@ObjectType('Residence', {
  simpleResolvers: true,
  description: 'That somebody lives or lived somewhere (居住记录).',
})
export class ResidenceType implements Residence {
  @Field(() => ID, { description: 'Id of the household (户编号).' })
  household: string;

  @Field(() => ID, { description: 'Code of the courtyard at the time (当时的院落).' })
  courtyard: string;

  @Field(() => String, { description: 'Address (地址).' })
  address: string;

  @Field(() => RelationEnum, { description: 'How the resident stands to the head (与户主关系).' })
  relation: Relation;

  @Field(() => GraphQLLocalDate, { description: 'First day (起始日期), in Shanghai.' })
  from: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day of leaving (离开日期); null while it lasts.',
  })
  until?: string | undefined;

  @Field(() => ResidenceBeginningEnum, { description: 'How it began (入住方式).' })
  beginning: ResidenceBeginning;

  @Field(() => ResidenceEndingEnum, { nullable: true, description: 'How it ended (离开方式).' })
  ending?: ResidenceEnding | undefined;
}

/** What every view of a person shows. */
@ObjectType('PersonFacts', { simpleResolvers: true })
export class PersonFacts implements Person {
  @Field(() => String, { description: 'Name (姓名); empty where it was erased.' })
  name: string;

  @Field(() => SexEnum, { description: 'Sex (性别).' })
  sex: Sex;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Birth date (出生日期).' })
  birthDate?: string | undefined;

  @Field(() => ResidentKindEnum, { description: 'Kind (人口类别).' })
  kind: ResidentKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Identity number, masked (公民身份号码,已脱敏): `5****************4`. See `revealResident` for the whole.',
  })
  maskedIdentityNumber?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Phone, masked (电话,已脱敏): `138****1234`.' })
  maskedPhone?: string | undefined;
}

@ObjectType('Resident', {
  simpleResolvers: true,
  description:
    'Somebody who lives or lived in the district (居民). Numbers are masked wherever they are shown.',
})
export class Resident extends PersonFacts {
  @Field(() => ID, { description: 'Id (居民编号).' })
  id: string;

  @Field(() => Int, { description: 'How often the record was changed (版本); give it with a change.' })
  version: number;

  @Field(() => ResidentStateEnum, { description: 'Whether they live here (居住状态).' })
  state: ResidentState;

  @Field(() => [ResidenceType], { description: 'Where they live and lived (居住记录), latest first.' })
  residences: readonly Residence[];

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the record that goes on for this one (并入的居民编号); null unless it was merged.',
  })
  mergedInto?: string | undefined;

  /** How to take the merge back, where the record was merged. */
  merge?: Merge | undefined;
  /** Ids of the records that were merged into this one. */
  absorbed?: readonly string[] | undefined;

  /** All that is left of the birth date of somebody erased. */
  birthYear?: number | undefined;
  /** Sealed identity number and phone. */
  sealed?: Uint8Array | undefined;
  identityIndex?: string | undefined;
  phoneIndex?: string | undefined;
  changes: readonly Change[];
}

@ObjectType('FoundResident', {
  simpleResolvers: true,
  description: 'A resident as a search shows them (居民查询结果).',
})
export class FoundResident extends PersonFacts {
  @Field(() => ID, { description: 'Id (居民编号).' })
  id: string;

  @Field(() => ResidentStateEnum, { description: 'Whether they live here (居住状态).' })
  state: ResidentState;

  @Field(() => ID, { nullable: true, description: 'Code of the courtyard (院落) of the latest residence.' })
  courtyard?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Address (地址) of the latest residence.' })
  address?: string | undefined;
}
