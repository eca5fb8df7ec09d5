import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../shared/user-error.type';
import { HouseholdFile } from './household.type';
import { Resident } from './resident.type';

@ObjectType('HouseholdPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a household (户操作结果).',
})
export class HouseholdPayload {
  @Field(() => HouseholdFile, { nullable: true, description: 'The household as it stands now (户档案).' })
  household?: HouseholdFile | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('ResidentPayload', {
  simpleResolvers: true,
  description: 'What came of a mutation on a resident (居民操作结果).',
})
export class ResidentPayload {
  @Field(() => Resident, { nullable: true, description: 'The resident as they stand now (居民).' })
  resident?: Resident | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType('ResidencePayload', {
  simpleResolvers: true,
  description: 'What came of a change of who lives where (居住变动结果).',
})
export class ResidencePayload {
  @Field(() => Resident, { nullable: true, description: 'The resident as they stand now (居民).' })
  resident?: Resident | undefined;

  @Field(() => HouseholdFile, {
    nullable: true,
    description: 'The household as it stands now (户档案); of a move, the one moved to.',
  })
  household?: HouseholdFile | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
