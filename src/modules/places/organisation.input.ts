import { Field, InputType } from 'type-graphql';
import { type OrganisationKind } from './organisation.rules';
import { OrganisationKindEnum } from './organisation.type';
import { PutThingInput } from './thing.input';

@InputType('PutOrganisationInput', { description: 'An organisation (单位), new or changed, as a whole.' })
export class PutOrganisationInput extends PutThingInput {
  @Field(() => String, { description: 'Name (单位名称), at most 50 characters.' })
  name: string;

  @Field(() => OrganisationKindEnum, { description: 'Kind (单位类型).' })
  kind: OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code (统一社会信用代码, GB 32100-2015), 18 characters; checked.',
  })
  creditCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the legal person (法定代表人), at most 50 characters.',
  })
  legalPerson?: string | null;

  @Field(() => String, { nullable: true, description: 'Work phone (工作电话).' })
  workPhone?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it ceased or left (注销时间); it is then listed among the closed.',
  })
  closedAt?: Date | null;
}
