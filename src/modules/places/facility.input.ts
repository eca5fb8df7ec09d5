import { Field, ID, InputType } from 'type-graphql';
import { type FacilityCategory, type FacilityState } from './facility.rules';
import { FacilityCategoryEnum, FacilityStateEnum } from './facility.type';
import { PutThingInput } from './thing.input';

@InputType('ResponsibleUnitInput', {
  description: 'Who answers for a facility (责任单位): a department, an organisation, or a name only.',
})
export class ResponsibleUnitInput {
  @Field(() => String, { description: 'Name (名称), at most 50 characters.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'Code of the department (部门编码), where it is one.' })
  department?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the organisation (单位编号), where it is one.' })
  organisation?: string | null;
}

@InputType('PutFacilityInput', { description: 'A facility (部件), new or changed, as a whole.' })
export class PutFacilityInput extends PutThingInput {
  @Field(() => String, { description: 'Name (部件名称), at most 50 characters.' })
  name: string;

  @Field(() => FacilityCategoryEnum, { description: 'Category (部件大类).' })
  category: FacilityCategory;

  @Field(() => String, {
    description: 'Kind within the category (部件小类), in words, at most 50 characters.',
  })
  subcategory: string;

  @Field(() => FacilityStateEnum, {
    defaultValue: 'INTACT',
    description: 'How it stands (部件状态); removing takes the place of deleting.',
  })
  state: FacilityState;

  @Field(() => Date, { nullable: true, description: 'Since when it stands so (状态起始时间).' })
  stateSince?: Date | null;

  @Field(() => ResponsibleUnitInput, { nullable: true, description: 'Who owns it (权属单位).' })
  owner?: ResponsibleUnitInput | null;

  @Field(() => ResponsibleUnitInput, { nullable: true, description: 'Who maintains it (养护单位).' })
  maintainer?: ResponsibleUnitInput | null;

  @Field(() => ResponsibleUnitInput, { nullable: true, description: 'Who has it in charge (管理单位).' })
  custodian?: ResponsibleUnitInput | null;
}
