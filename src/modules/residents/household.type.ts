import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';

@ObjectType('Household', {
  simpleResolvers: true,
  description: 'A household (户): who lives behind one door. Persons and their data are not shown here.',
})
export class Household {
  @Field(() => ID, { description: 'Id (户编号).' })
  id: string;

  @Field(() => ID, { description: 'Code of the courtyard (院落).' })
  courtyard: string;

  @Field(() => String, { description: 'Door within the courtyard (门牌): building-unit-room.' })
  door: string;

  @Field(() => String, { description: 'Address (地址).' })
  address: string;

  @Field(() => Int, { description: 'Number of members (人数).' })
  memberCount: number;
}

export const HouseholdConnection = connectionOf(Household, 'Household', 'households (户)');
export type HouseholdConnection = InstanceType<typeof HouseholdConnection>;
