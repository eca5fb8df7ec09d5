import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import {
  CONTROL_LEVELS,
  type ControlLevel,
  EQUIPMENT_KINDS,
  EQUIPMENT_STATES,
  type EquipmentKind,
  type EquipmentState,
  POLLUTION_SOURCES,
  type PollutionSource,
  PREMISES_KINDS,
  PREMISES_STATUSES,
  type PremisesKind,
  type PremisesStatus,
} from './premises.rules';
import { ThingEntry, ThingSummary } from './thing.type';

export const PremisesKindEnum = enumOf(PREMISES_KINDS);
registerEnumType(PremisesKindEnum, {
  name: 'PremisesKind',
  description: 'Kind of premises (场所类型).',
  valuesConfig: {
    RIVERSIDE_RESTAURANT: { description: 'Restaurant by a river (沿河餐饮).' },
    RESTAURANT: { description: 'Other restaurant (餐饮).' },
    WORKSHOP: { description: 'Workshop (作坊、加工点).' },
    CAR_WASH: { description: 'Car wash (洗车场).' },
    CONSTRUCTION_SITE: { description: 'Construction site (建筑工地).' },
    SMALL_HOTEL: { description: 'Small hotel (小旅馆).' },
    RENTAL_DORMITORY: { description: 'Rental dormitory (出租公寓、集体宿舍).' },
    SCHOOL_SURROUNDINGS: { description: 'Surroundings of a school (校园周边).' },
    SHOP: { description: 'Shop (商铺).' },
    ENTERTAINMENT: { description: 'Place of entertainment (娱乐场所).' },
    OTHER: { description: 'Other (其他).' },
  },
});

export const ControlLevelEnum = enumOf(CONTROL_LEVELS);
registerEnumType(ControlLevelEnum, {
  name: 'ControlLevel',
  description: 'Level at which premises are controlled as a source of pollution (污染源管控级别).',
  valuesConfig: {
    NATIONAL: { description: 'National (国控).' },
    PROVINCIAL: { description: 'Provincial (省控).' },
    MUNICIPAL: { description: 'Municipal (市控).' },
    DISTRICT: { description: 'District (区控).' },
    NONE: { description: 'Not under control (非管控).' },
  },
});

export const PollutionSourceEnum = enumOf(POLLUTION_SOURCES);
registerEnumType(PollutionSourceEnum, {
  name: 'PollutionSource',
  description: 'What premises may pollute with (污染源类型).',
  valuesConfig: {
    WASTE_WATER: { description: 'Waste water (污水).' },
    FUMES: { description: 'Cooking fumes (油烟).' },
    EXHAUST_GAS: { description: 'Exhaust gas (废气).' },
    DUST: { description: 'Dust (扬尘).' },
    NOISE: { description: 'Noise (噪声).' },
    SOLID_WASTE: { description: 'Solid waste (固体废物).' },
    HAZARDOUS_WASTE: { description: 'Hazardous waste (危险废物).' },
  },
});

export const PremisesStatusEnum = enumOf(PREMISES_STATUSES);
registerEnumType(PremisesStatusEnum, {
  name: 'PremisesStatus',
  description: 'Whether premises operate (经营状态).',
  valuesConfig: {
    OPERATING: { description: 'Operating (营业).' },
    SUSPENDED: { description: 'Suspended (停业整顿).' },
    CLOSED: { description: 'Closed (关闭): listed apart, never deleted.' },
  },
});

export const EquipmentKindEnum = enumOf(EQUIPMENT_KINDS);
registerEnumType(EquipmentKindEnum, {
  name: 'EquipmentKind',
  description: 'Kind of equipment (设备类型).',
  valuesConfig: {
    FUME_PURIFIER: { description: 'Fume purifier (油烟净化器).' },
    GREASE_TRAP: { description: 'Grease trap (隔油池).' },
    SEWER_CONNECTION: { description: 'Connection to the sewer (污水接管).' },
    WASTE_WATER_TREATMENT: { description: 'Waste water treatment (污水处理设施).' },
    DUST_SUPPRESSION: { description: 'Dust suppression (抑尘设施).' },
    FIRE_EXTINGUISHER: { description: 'Fire extinguisher (灭火器).' },
    SMOKE_DETECTOR: { description: 'Smoke detector (烟感报警器).' },
    GAS_ALARM: { description: 'Gas alarm (燃气报警器).' },
    OTHER: { description: 'Other (其他); the note says what.' },
  },
});

export const EquipmentStateEnum = enumOf(EQUIPMENT_STATES);
registerEnumType(EquipmentStateEnum, {
  name: 'EquipmentState',
  description: 'How equipment stands (设备状态).',
  valuesConfig: {
    WORKING: { description: 'Installed and working (已安装、正常运行).' },
    NOT_WORKING: { description: 'Installed, not working (已安装、未运行).' },
    NOT_INSTALLED: { description: 'Not installed (未安装).' },
  },
});

@ObjectType('Equipment', {
  simpleResolvers: true,
  description: 'A piece of equipment that premises should have (设备).',
})
export class Equipment {
  @Field(() => EquipmentKindEnum, { description: 'Kind (设备类型).' })
  kind: EquipmentKind;

  @Field(() => EquipmentStateEnum, { description: 'How it stands (设备状态).' })
  state: EquipmentState;

  @Field(() => Date, { nullable: true, description: 'When it was last checked (检查时间).' })
  checkedAt?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Note (备注).' })
  note?: string | undefined;
}

@ObjectType('PremisesSummary', {
  simpleResolvers: true,
  description: 'Premises (场所) as a list shows them.',
})
export class PremisesSummary extends ThingSummary {
  @Field(() => PremisesKindEnum, { description: 'Kind (场所类型).' })
  kind: PremisesKind;

  @Field(() => ControlLevelEnum, { description: 'Control level (管控级别).' })
  control: ControlLevel;

  @Field(() => PremisesStatusEnum, { description: 'Status (经营状态).' })
  status: PremisesStatus;

  @Field(() => Boolean, { description: 'Whether they lie by a river (是否沿河).' })
  riverside: boolean;

  @Field(() => Int, {
    description: 'How many pieces of equipment are missing or do not work (设备问题数).',
  })
  faults: number;
}

@ObjectType('Premises', {
  simpleResolvers: true,
  description: 'Premises (场所): where something is done that somebody looks in on.',
})
export class Premises extends ThingEntry {
  @Field(() => String, { description: 'Name (场所名称).' })
  name: string;

  @Field(() => PremisesKindEnum, { description: 'Kind (场所类型).' })
  kind: PremisesKind;

  @Field(() => ControlLevelEnum, { description: 'Control level (管控级别).' })
  control: ControlLevel;

  @Field(() => [PollutionSourceEnum], { description: 'What they may pollute with (污染源类型).' })
  pollutionSources: readonly PollutionSource[];

  @Field(() => Boolean, { description: 'Whether they lie by a river (是否沿河).' })
  riverside: boolean;

  @Field(() => PremisesStatusEnum, { description: 'Status (经营状态).' })
  status: PremisesStatus;

  @Field(() => Date, { nullable: true, description: 'Since when they have that status (状态起始时间).' })
  statusSince?: string | undefined;

  @Field(() => ID, { nullable: true, description: 'Id of the organisation that runs them (经营单位编号).' })
  operator?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Who answers there (联系人).' })
  contactName?: string | undefined;

  @Field(() => String, { nullable: true, description: 'Work phone (工作电话).' })
  workPhone?: string | undefined;

  @Field(() => [Equipment], { description: 'Equipment (设备) they should have.' })
  equipment: readonly Equipment[];
}

export const PremisesSummaryConnection = connectionOf(PremisesSummary, 'PremisesSummary', 'premises (场所)');
export type PremisesSummaryConnection = InstanceType<typeof PremisesSummaryConnection>;
