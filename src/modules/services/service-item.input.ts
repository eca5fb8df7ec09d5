import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../shared/connection.type';
import {
  type RegistryFact,
  type ServiceChannel,
  type ServiceHandler,
  type ServiceKind,
} from './service-item.rules';
import {
  RegistryFactEnum,
  ServiceChannelEnum,
  ServiceForm,
  ServiceHandlerEnum,
  ServiceKindEnum,
  ServiceMaterial,
  ServicePlace,
  ServiceQuestion,
} from './service-item.type';

@InputType('ServiceStepInput', { description: 'A step until the result (办理环节).' })
export class ServiceStepInput {
  @Field(() => String, { description: 'Name (环节名称).' })
  name: string;

  @Field(() => ServiceHandlerEnum, { description: 'Who does it (办理单位层级).' })
  by: ServiceHandler;

  @Field(() => ID, {
    nullable: true,
    description:
      'Code of the department of the district that does it here (办理部门编码), only with DISTRICT; without one the street enters what the district did.',
  })
  department?: string | null;

  @Field(() => Int, { nullable: true, description: 'Working days it may take (办理时限，工作日), 1 to 250.' })
  workingDays?: number | null;
}

@InputType('PublishServiceItemInput', {
  description:
    'The next version of a service, as a whole (发布办事指南). The same id and content may be sent again.',
})
export class PublishServiceItemInput {
  @Field(() => ID, { description: 'Id of this request, made by the client: UUID version 7 (本次操作编号).' })
  id: string;

  @Field(() => ID, {
    description:
      'Id of the service (事项编号), for instance 510108-BIRTH_REGISTRATION; a new one makes a new service.',
  })
  service: string;

  @Field(() => Int, { description: 'The last version as you saw it (所见版本); 0 for a new service.' })
  expectedVersion: number;

  @Field(() => GraphQLLocalDate, {
    description:
      'First day on which it holds (生效日期), in Shanghai; the version before ends the day before.',
  })
  from: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day (失效日期); none where it has no end.',
  })
  until?: string | null;

  @Field(() => String, { description: 'Name (事项名称), at most 20 characters.' })
  name: string;

  @Field(() => [String], { description: 'What it is or was also called (别名、旧称), at most 4.' })
  aliases: string[];

  @Field(() => ServiceKindEnum, { description: 'What it is about (事项主题).' })
  kind: ServiceKind;

  @Field(() => [ServiceChannelEnum], { description: 'By which ways one applies (办理渠道).' })
  channels: ServiceChannel[];

  @Field(() => String, { description: 'Who may apply (受理条件), at most 500 characters.' })
  whoMayApply: string;

  @Field(() => [ServicePlace], { description: 'Where (办理地点).' })
  places: ServicePlace[];

  @Field(() => [ServiceMaterial], { description: 'What one brings (申请材料), at most 20.' })
  materials: ServiceMaterial[];

  @Field(() => [ServiceQuestion], { description: 'What one is asked (申请填写项), at most 20.' })
  questions: ServiceQuestion[];

  @Field(() => [RegistryFactEnum], { description: 'What is taken from the register (自动填写信息).' })
  fromRegistry: RegistryFact[];

  @Field(() => [ServiceStepInput], { description: 'The steps, in order (办理流程), at most 10.' })
  steps: ServiceStepInput[];

  @Field(() => String, { description: 'What it costs (收费标准), in words.' })
  fees: string;

  @Field(() => [String], { description: 'On what it is based (设定依据).' })
  legalBasis: string[];

  @Field(() => [ServiceForm], { description: 'Forms (表格下载).' })
  forms: ServiceForm[];
}

@ArgsType()
export class ServiceItemsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the district or an area in it (区域编码); your own when none is named.',
  })
  area?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What to find (关键词): a part of the name or of an alias, or initials of pinyin (拼音首字母), for instance sydj; at most 50 characters.',
  })
  query?: string | null;
}
