import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { COURTYARD_KINDS, type CourtyardKind, DWELLING_USES, type DwellingUse } from './courtyard.rules';
import { RegisterEntry } from './register.type';

export const CourtyardKindEnum = enumOf(COURTYARD_KINDS);
registerEnumType(CourtyardKindEnum, {
  name: 'CourtyardKind',
  description: 'Kind of a courtyard (院落类型).',
  valuesConfig: {
    MANAGED_ESTATE: { description: 'Estate with property management (物业小区).' },
    THREE_WITHOUT: {
      description: 'Without property management, gate and guard (三无院落): exactly those without all three.',
    },
    WORK_UNIT_COMPOUND: { description: 'Compound of a work unit (单位家属院).' },
    RESETTLEMENT: { description: 'Resettlement estate (安置小区).' },
    MIXED_USE: { description: 'Shops and flats (商住).' },
    OTHER: { description: 'Other (其他).' },
  },
});

export const DwellingUseEnum = enumOf(DWELLING_USES);
registerEnumType(DwellingUseEnum, {
  name: 'DwellingUse',
  description: 'What a dwelling is used for (房屋用途).',
  valuesConfig: {
    OWNER_OCCUPIED: { description: 'Owner-occupied (自住).' },
    RENTED: { description: 'Rented (出租).' },
    SHARED_RENT: { description: 'Rented to several parties (群租).' },
    BUSINESS: { description: 'Business (经营).' },
    VACANT: { description: 'Vacant (空置).' },
  },
});

@ObjectType('CommitteeHead', {
  simpleResolvers: true,
  description: 'Head of a residents’ committee (院委会主任).',
})
export class CommitteeHead {
  @Field(() => String, { description: 'Name (姓名).' })
  name: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the person (人员编号) where the head is a secondary worker (二级网格员).',
  })
  personId?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Work phone (工作电话).' })
  workPhone?: string | undefined;
}

@ObjectType('Building', { simpleResolvers: true, description: 'A building (楼栋) of a courtyard.' })
export class Building extends RegisterEntry {
  @Field(() => ID, { description: 'Id (楼栋编号): code of the courtyard, a hyphen, its number.' })
  id: string;

  @Field(() => ID, { description: 'Code of the courtyard (院落).' })
  courtyard: string;

  @Field(() => String, { description: 'Number (楼号), the first part of its doors.' })
  number: string;

  @Field(() => String, { nullable: true, description: 'Name (楼名), where it has one.' })
  name?: string | undefined;

  @Field(() => Int, { description: 'Number of units (单元数).' })
  units: number;

  @Field(() => Int, { description: 'Number of floors above ground (层数).' })
  floors: number;

  @Field(() => Int, { nullable: true, description: 'Year it was built (建成年份).' })
  yearBuilt?: number | undefined;

  @Field(() => Boolean, { description: 'Whether it has a lift (有无电梯).' })
  hasLift: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was pulled down (拆除时间); null while it stands.',
  })
  closedAt?: string | undefined;
}

@ObjectType('Courtyard', {
  simpleResolvers: true,
  description: 'Profile of a courtyard (院落档案): its kind, its bodies and its size.',
})
export class Courtyard extends RegisterEntry {
  @Field(() => ID, { description: 'Id: the courtyard’s code (院落编码), 18 digits.' })
  id: string;

  /** The same code, as every site carries it. */
  courtyard: string;

  @Field(() => String, { description: 'Name (院落名称), as the area has it.' })
  name: string;

  @Field(() => CourtyardKindEnum, { description: 'Kind (院落类型).' })
  kind: CourtyardKind;

  @Field(() => Boolean, { description: 'Whether it has property management (有无物业管理).' })
  hasPropertyManagement: boolean;

  @Field(() => Boolean, { description: 'Whether it has a gate (有无门禁).' })
  hasGate: boolean;

  @Field(() => Boolean, { description: 'Whether it has a guard (有无门卫).' })
  hasGuard: boolean;

  @Field(() => String, { nullable: true, description: 'Property company (物业公司).' })
  propertyCompany?: string | undefined;

  @Field(() => Boolean, { description: 'Whether it has a residents’ committee (有无院委会).' })
  hasCommittee: boolean;

  @Field(() => CommitteeHead, { nullable: true, description: 'Head of the committee (院委会主任).' })
  committeeHead?: CommitteeHead | undefined;

  @Field(() => Int, { nullable: true, description: 'Number of buildings (楼栋数), as planned.' })
  buildingsCount?: number | undefined;

  @Field(() => Int, { nullable: true, description: 'Number of households it was planned for (规划户数).' })
  householdsPlanned?: number | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was dissolved (撤销时间); null while it stands.',
  })
  closedAt?: string | undefined;
}

@ObjectType('CourtyardPage', {
  simpleResolvers: true,
  description: 'A courtyard with its buildings (院落详情).',
})
export class CourtyardPage {
  @Field(() => Courtyard, {
    nullable: true,
    description: 'Profile (院落档案); null while nobody has written one.',
  })
  profile?: Courtyard | undefined;

  @Field(() => [Building], { description: 'Buildings (楼栋), by number; at most 100.' })
  buildings: Building[];
}

@ObjectType('Dwelling', {
  simpleResolvers: true,
  description: 'A dwelling (房屋): what lies behind one door.',
})
export class Dwelling extends RegisterEntry {
  @Field(() => ID, { description: 'Id (房屋编号): code of the courtyard, a hyphen, its door.' })
  id: string;

  @Field(() => ID, { description: 'Code of the courtyard (院落).' })
  courtyard: string;

  @Field(() => String, {
    description: 'Door within the courtyard (门牌): building-unit-room, as households have it.',
  })
  door: string;

  @Field(() => DwellingUseEnum, { description: 'Use (用途).' })
  use: DwellingUse;

  @Field(() => Float, { nullable: true, description: 'Floor area (建筑面积) in square metres.' })
  squareMetres?: number | undefined;

  @Field(() => Date, {
    nullable: true,
    description: 'When it ceased to be one (注销时间); null while it is one.',
  })
  closedAt?: string | undefined;
}

export const CourtyardConnection = connectionOf(Courtyard, 'Courtyard', 'courtyards (院落)');
export type CourtyardConnection = InstanceType<typeof CourtyardConnection>;

export const DwellingConnection = connectionOf(Dwelling, 'Dwelling', 'dwellings (房屋)');
export type DwellingConnection = InstanceType<typeof DwellingConnection>;
