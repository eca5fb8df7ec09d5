import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { type CourtyardKind, type DwellingUse } from './courtyard.rules';
import { CourtyardKindEnum, DwellingUseEnum } from './courtyard.type';
import { PutInput } from './register.input';

@InputType('CommitteeHeadInput', { description: 'Head of a residents’ committee (院委会主任).' })
export class CommitteeHeadInput {
  @Field(() => String, { description: 'Name (姓名), at most 50 characters.' })
  name: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the person (人员编号) where the head is a secondary worker (二级网格员).',
  })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Work phone (工作电话).' })
  workPhone?: string | null;
}

@InputType('PutSiteInput')
class PutSiteInput extends PutInput {
  @Field(() => ID, { description: 'Code of the courtyard (院落编码), 18 digits.' })
  courtyard: string;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when it is no more (注销时间); nothing is ever deleted. Null while it stands.',
  })
  closedAt?: Date | null;
}

@InputType('PutCourtyardInput', {
  description: 'The whole profile of a courtyard (院落档案), new or changed.',
})
export class PutCourtyardInput extends PutSiteInput {
  @Field(() => CourtyardKindEnum, {
    description: 'Kind (院落类型); must agree with the three fields that follow.',
  })
  kind: CourtyardKind;

  @Field(() => Boolean, { description: 'Whether it has property management (有无物业管理).' })
  hasPropertyManagement: boolean;

  @Field(() => Boolean, { description: 'Whether it has a gate (有无门禁).' })
  hasGate: boolean;

  @Field(() => Boolean, { description: 'Whether it has a guard (有无门卫).' })
  hasGuard: boolean;

  @Field(() => String, { nullable: true, description: 'Property company (物业公司).' })
  propertyCompany?: string | null;

  @Field(() => Boolean, { description: 'Whether it has a residents’ committee (有无院委会).' })
  hasCommittee: boolean;

  @Field(() => CommitteeHeadInput, { nullable: true, description: 'Head of the committee (院委会主任).' })
  committeeHead?: CommitteeHeadInput | null;

  @Field(() => Int, { nullable: true, description: 'Number of buildings (楼栋数), 0 to 500.' })
  buildingsCount?: number | null;

  @Field(() => Int, { nullable: true, description: 'Households it was planned for (规划户数), 0 to 50,000.' })
  householdsPlanned?: number | null;
}

@InputType('PutBuildingInput', { description: 'A building (楼栋), new or changed, known by its number.' })
export class PutBuildingInput extends PutSiteInput {
  @Field(() => String, { description: 'Number (楼号), 1 to 10 letters or digits.' })
  number: string;

  @Field(() => String, { nullable: true, description: 'Name (楼名), at most 50 characters.' })
  name?: string | null;

  @Field(() => Int, { description: 'Number of units (单元数), 1 to 50.' })
  units: number;

  @Field(() => Int, { description: 'Number of floors above ground (层数), 1 to 150.' })
  floors: number;

  @Field(() => Int, { nullable: true, description: 'Year it was built (建成年份), 1800 to 2100.' })
  yearBuilt?: number | null;

  @Field(() => Boolean, { description: 'Whether it has a lift (有无电梯).' })
  hasLift: boolean;
}

@InputType('PutDwellingInput', { description: 'A dwelling (房屋), new or changed, known by its door.' })
export class PutDwellingInput extends PutSiteInput {
  @Field(() => String, { description: 'Number of the building (楼号).' })
  building: string;

  @Field(() => String, { description: 'Unit (单元号).' })
  unit: string;

  @Field(() => String, { description: 'Room (房号).' })
  room: string;

  @Field(() => DwellingUseEnum, { description: 'Use (用途).' })
  use: DwellingUse;

  @Field(() => Float, {
    nullable: true,
    description: 'Floor area (建筑面积) in square metres, 1 to 100,000.',
  })
  squareMetres?: number | null;
}
