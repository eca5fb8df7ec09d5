import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import {
  type ControlLevel,
  type EquipmentKind,
  type EquipmentState,
  type PollutionSource,
  type PremisesKind,
  type PremisesStatus,
} from './premises.rules';
import {
  ControlLevelEnum,
  EquipmentKindEnum,
  EquipmentStateEnum,
  PollutionSourceEnum,
  PremisesKindEnum,
  PremisesStatusEnum,
} from './premises.type';
import { PutThingInput } from './thing.input';

@InputType('EquipmentInput', { description: 'A piece of equipment (设备) and how it stands.' })
export class EquipmentInput {
  @Field(() => EquipmentKindEnum, { description: 'Kind (设备类型); each once, save OTHER.' })
  kind: EquipmentKind;

  @Field(() => EquipmentStateEnum, { description: 'How it stands (设备状态).' })
  state: EquipmentState;

  @Field(() => Date, { nullable: true, description: 'When it was last checked (检查时间).' })
  checkedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Note (备注), at most 500 characters.' })
  note?: string | null;
}

@InputType('PutPremisesInput', { description: 'Premises (场所), new or changed, as a whole.' })
export class PutPremisesInput extends PutThingInput {
  @Field(() => String, { description: 'Name (场所名称), at most 50 characters.' })
  name: string;

  @Field(() => PremisesKindEnum, { description: 'Kind (场所类型).' })
  kind: PremisesKind;

  @Field(() => ControlLevelEnum, { defaultValue: 'NONE', description: 'Control level (管控级别).' })
  control: ControlLevel;

  @Field(() => [PollutionSourceEnum], {
    defaultValue: [],
    description: 'What they may pollute with (污染源类型).',
  })
  pollutionSources: PollutionSource[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether they lie by a river (是否沿河); a riverside restaurant always does.',
  })
  riverside: boolean;

  @Field(() => PremisesStatusEnum, {
    defaultValue: 'OPERATING',
    description: 'Status (经营状态); closing takes the place of deleting.',
  })
  status: PremisesStatus;

  @Field(() => Date, { nullable: true, description: 'Since when they have that status (状态起始时间).' })
  statusSince?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the organisation that runs them (经营单位编号), see `organisations`.',
  })
  operator?: string | null;

  @Field(() => String, { nullable: true, description: 'Who answers there (联系人), at most 50 characters.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'Work phone (工作电话).' })
  workPhone?: string | null;

  @Field(() => [EquipmentInput], {
    defaultValue: [],
    description: 'Equipment (设备) they should have, at most 20 pieces.',
  })
  equipment: EquipmentInput[];
}

@ArgsType()
export class ControlledPremisesArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of an area of any level (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => ControlLevelEnum, {
    nullable: true,
    description: 'Only those of this control level (管控级别); NONE lists nothing.',
  })
  level?: ControlLevel | null;
}
