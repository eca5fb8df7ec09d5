import { Field, ID, InputType } from 'type-graphql';
import { type HouseholdKind, HouseholdKindEnum } from './household.type';

@InputType('RegisterHouseholdInput', {
  description: 'A household to put on file (登记户). The same id and content may be sent again.',
})
export class RegisterHouseholdInput {
  @Field(() => ID, {
    description: 'Id of the household, made by the client: UUID version 7, lower case (客户端生成的编号).',
  })
  id: string;

  @Field(() => ID, { description: 'Code of the courtyard (院落编码).' })
  courtyard: string;

  @Field(() => String, { description: 'Door (门牌): building-unit-room, at most 30 characters.' })
  door: string;

  @Field(() => HouseholdKindEnum, { description: 'Kind (户类型).', defaultValue: 'FAMILY' })
  kind: HouseholdKind;
}
