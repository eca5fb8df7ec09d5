import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { GeoPoint } from '../../shared/point.type';
import {
  FACILITY_CATEGORIES,
  FACILITY_STATES,
  type FacilityCategory,
  type FacilityState,
} from './facility.rules';
import { ThingEntry, ThingSummary } from './thing.type';

export const FacilityCategoryEnum = enumOf(FACILITY_CATEGORIES);
registerEnumType(FacilityCategoryEnum, {
  name: 'FacilityCategory',
  description: 'Category of a facility (部件大类), as digital city management names them (GB/T 30428).',
  valuesConfig: {
    PUBLIC_UTILITY: { description: 'Public utilities (公用设施).' },
    ROAD_TRAFFIC: { description: 'Roads and traffic (道路交通).' },
    CITY_APPEARANCE: { description: 'City appearance and sanitation (市容环境).' },
    GREENING: { description: 'Parks and greening (园林绿化).' },
    OTHER: { description: 'Other (其他).' },
  },
});

export const FacilityStateEnum = enumOf(FACILITY_STATES);
registerEnumType(FacilityStateEnum, {
  name: 'FacilityState',
  description: 'How a facility stands (部件状态).',
  valuesConfig: {
    INTACT: { description: 'Intact (完好).' },
    DAMAGED: { description: 'Damaged (破损).' },
    MISSING: { description: 'Missing (丢失).' },
    REMOVED: { description: 'Removed (拆除): listed apart, never deleted.' },
  },
});

@ObjectType('ResponsibleUnit', {
  simpleResolvers: true,
  description: 'Who answers for a facility (责任单位): a department, an organisation, or a name only.',
})
export class ResponsibleUnit {
  @Field(() => String, { description: 'Name (名称).' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'Code of the department (部门编码), where it is one.' })
  department?: string | undefined;

  @Field(() => ID, { nullable: true, description: 'Id of the organisation (单位编号), where it is one.' })
  organisation?: string | undefined;
}

@ObjectType('FacilitySummary', {
  simpleResolvers: true,
  description: 'A facility (部件) as a list or map shows it.',
})
export class FacilitySummary extends ThingSummary {
  @Field(() => FacilityCategoryEnum, { description: 'Category (部件大类).' })
  category: FacilityCategory;

  @Field(() => String, { description: 'Kind within the category (部件小类), in words.' })
  subcategory: string;

  @Field(() => FacilityStateEnum, { description: 'How it stands (部件状态).' })
  state: FacilityState;

  @Field(() => GeoPoint, { nullable: true, description: 'Where (坐标点), WGS 84.' })
  point?: GeoPoint | undefined;
}

@ObjectType('Facility', {
  simpleResolvers: true,
  description: 'A facility (部件): a thing of the city that three units answer for.',
})
export class Facility extends ThingEntry {
  @Field(() => String, { description: 'Name (部件名称).' })
  name: string;

  @Field(() => FacilityCategoryEnum, { description: 'Category (部件大类).' })
  category: FacilityCategory;

  @Field(() => String, { description: 'Kind within the category (部件小类), in words.' })
  subcategory: string;

  @Field(() => FacilityStateEnum, { description: 'How it stands (部件状态).' })
  state: FacilityState;

  @Field(() => Date, { nullable: true, description: 'Since when it stands so (状态起始时间).' })
  stateSince?: string | undefined;

  @Field(() => ResponsibleUnit, { nullable: true, description: 'Who owns it (权属单位).' })
  owner?: ResponsibleUnit | undefined;

  @Field(() => ResponsibleUnit, { nullable: true, description: 'Who maintains it (养护单位).' })
  maintainer?: ResponsibleUnit | undefined;

  @Field(() => ResponsibleUnit, { nullable: true, description: 'Who has it in charge (管理单位).' })
  custodian?: ResponsibleUnit | undefined;
}

export const FacilitySummaryConnection = connectionOf(
  FacilitySummary,
  'FacilitySummary',
  'facilities (部件)',
);
export type FacilitySummaryConnection = InstanceType<typeof FacilitySummaryConnection>;
