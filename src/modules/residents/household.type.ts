import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Change } from '../../shared/change';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { type Member, type Relation, type ResidenceBeginning, type ResidenceEnding } from './residence.rules';
import { PersonFacts, RelationEnum, ResidenceBeginningEnum, ResidenceEndingEnum } from './resident.type';

/** Kinds of household. */
export const HOUSEHOLD_KINDS = ['FAMILY', 'COLLECTIVE', 'SHARED_RENT'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];
export const HouseholdKindEnum = enumOf(HOUSEHOLD_KINDS);
registerEnumType(HouseholdKindEnum, {
  name: 'HouseholdKind',
  description: 'Kind of household (户类型).',
  valuesConfig: {
    FAMILY: { description: 'Family (家庭户).' },
    COLLECTIVE: { description: 'Collective, for instance a dormitory (集体户).' },
    SHARED_RENT: { description: 'A dwelling shared by tenants (群租户).' },
  },
});

/** What every view of a household shows. */
@ObjectType('HouseholdFacts', { simpleResolvers: true })
export class HouseholdFacts {
  @Field(() => ID, { description: 'Id (户编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the courtyard (院落).' })
  courtyard: string;

  @Field(() => String, { description: 'Door within the courtyard (门牌): building-unit-room.' })
  door: string;

  @Field(() => String, { description: 'Address (地址).' })
  address: string;

  @Field(() => HouseholdKindEnum, { description: 'Kind (户类型).' })
  kind: HouseholdKind;

  @Field(() => Int, {
    description: 'How many live here (居住人数); owners who live elsewhere are not counted.',
  })
  memberCount: number;

  @Field(() => Int, { description: 'How many of them are registered elsewhere (流动人口数).' })
  floatingCount: number;

  @Field(() => String, { nullable: true, description: 'Name of the head, masked (户主,已脱敏).' })
  maskedHeadName?: string | undefined;
}

@ObjectType('Household', {
  simpleResolvers: true,
  description: 'A household (户) as lists show it: who lives behind one door, counted.',
})
export class Household extends HouseholdFacts {}

export const HouseholdConnection = connectionOf(Household, 'Household', 'households (户)');
export type HouseholdConnection = InstanceType<typeof HouseholdConnection>;

@ObjectType('HouseholdMember', {
  simpleResolvers: true,
  description: 'Somebody who lives or lived in a household (户成员).',
})
export class HouseholdMember extends PersonFacts implements Member {
  @Field(() => ID, { description: 'Id of the resident (居民编号).' })
  resident: string;

  @Field(() => RelationEnum, { description: 'How they stand to the head (与户主关系).' })
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

@ObjectType('HouseholdFile', {
  simpleResolvers: true,
  description: 'A household with its people (户档案).',
})
export class HouseholdFile extends HouseholdFacts {
  @Field(() => Int, { description: 'How often it was changed (版本).' })
  version: number;

  grid: string;
  /** All there ever were. */
  everyone: readonly Member[];
  changes: readonly Change[];
}
