import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../shared/connection.type';
import { enumOf } from '../../shared/graphql-enum';
import { UserError } from '../../shared/user-error.type';
import {
  REGISTRY_FACTS,
  type RegistryFact,
  SERVICE_CHANNELS,
  SERVICE_HANDLERS,
  SERVICE_KINDS,
  type ServiceChannel,
  type ServiceHandler,
  type ServiceItem,
  type ServiceKind,
  type ServiceSummary,
} from './service-item.rules';

export const ServiceKindEnum = enumOf(SERVICE_KINDS);
registerEnumType(ServiceKindEnum, {
  name: 'ServiceKind',
  description: 'What a service is about (事项主题).',
  valuesConfig: {
    BIRTH: { description: 'Birth and children (生育).' },
    ASSISTANCE: { description: 'Social assistance (社会救助), for instance 低保.' },
    MEDICAL_INSURANCE: { description: 'Medical insurance (医疗保险).' },
    SOCIAL_INSURANCE: { description: 'Social insurance (社会保险).' },
    RESIDENCE: { description: 'Residence and its registration (居住、户籍).' },
    DISABILITY: { description: 'Disability (残疾人服务).' },
    ELDERLY: { description: 'Old age (老年人服务).' },
    HOUSING: { description: 'Housing (住房保障).' },
    OTHER: { description: 'Anything else (其他).' },
  },
});

export const ServiceChannelEnum = enumOf(SERVICE_CHANNELS);
registerEnumType(ServiceChannelEnum, {
  name: 'ServiceChannel',
  description: 'By which way one applies (办理渠道).',
  valuesConfig: {
    ONLINE: { description: 'In the portal (网上办).' },
    COUNTER: { description: 'At the counter (窗口办).' },
    GRID_WORKER: { description: 'With the grid worker’s help (网格员帮办代办).' },
  },
});

export const ServiceHandlerEnum = enumOf(SERVICE_HANDLERS);
registerEnumType(ServiceHandlerEnum, {
  name: 'ServiceHandler',
  description: 'Who does a step (办理单位层级).',
  valuesConfig: {
    COMMUNITY: { description: 'The community (社区).' },
    STREET: { description: 'The street (街道).' },
    DISTRICT: { description: 'An office of the district (区级部门).' },
  },
});

export const RegistryFactEnum = enumOf(REGISTRY_FACTS);
registerEnumType(RegistryFactEnum, {
  name: 'RegistryFact',
  description: 'What the register knows of an applicant (已登记信息), so that nobody is asked for it.',
  valuesConfig: {
    NAME: { description: 'Name (姓名).' },
    SEX: { description: 'Sex (性别).' },
    BIRTH_DATE: { description: 'Birth date (出生日期).' },
    IDENTITY_NUMBER: { description: 'Identity number (公民身份号码).' },
    PHONE: { description: 'Phone (电话).' },
    RESIDENCE: { description: 'Where they live (居住地).' },
  },
});

@ObjectType('ServiceMaterial', {
  simpleResolvers: true,
  description: 'Something an applicant brings (申请材料).',
})
@InputType('ServiceMaterialInput', { description: 'Something an applicant brings (申请材料).' })
export class ServiceMaterial {
  @Field(() => ID, {
    description:
      'Code (材料代码), of its own within the service: 2 to 30 capital letters, digits and underscores.',
  })
  code: string;

  @Field(() => String, { description: 'Name (材料名称), at most 100 characters.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether it must be there (是否必要).' })
  isRequired: boolean;

  @Field(() => String, { nullable: true, description: 'Which bureau it is from (出具单位).' })
  issuer?: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'How it must be (要求), at most 100 characters.' })
  note?: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'Address of an example picture (样例图片), https.' })
  example?: string | null | undefined;
}

@ObjectType('ServiceQuestion', {
  simpleResolvers: true,
  description: 'Something an applicant is asked because no register knows it (申请填写项).',
})
@InputType('ServiceQuestionInput', {
  description: 'Something an applicant is asked because no register knows it (申请填写项).',
})
export class ServiceQuestion {
  @Field(() => ID, {
    description:
      'Code (填写项代码), of its own within the service: 2 to 30 capital letters, digits and underscores.',
  })
  code: string;

  @Field(() => String, { description: 'What is asked (填写内容), at most 100 characters.' })
  label: string;

  @Field(() => Boolean, { description: 'Whether it must be answered (是否必填).' })
  isRequired: boolean;
}

@ObjectType('StepDepartment', {
  simpleResolvers: true,
  description: 'The department that does a step (办理部门).',
})
export class StepDepartmentType {
  @Field(() => ID, { description: 'Code (部门编码).' })
  code: string;

  @Field(() => String, { description: 'Name (部门名称).' })
  name: string;
}

@ObjectType('ServiceStep', { simpleResolvers: true, description: 'A step until the result (办理环节).' })
export class ServiceStep {
  @Field(() => String, { description: 'Name (环节名称).' })
  name: string;

  @Field(() => ServiceHandlerEnum, { description: 'Who does it (办理单位层级).' })
  by: ServiceHandler;

  @Field(() => StepDepartmentType, {
    nullable: true,
    description:
      'The department of the district that does it here (办理部门); where none is named, the street enters what the district did.',
  })
  department?: StepDepartmentType | null | undefined;

  @Field(() => Int, { nullable: true, description: 'Working days it may take (办理时限，工作日), 1 to 250.' })
  workingDays?: number | null | undefined;
}

@ObjectType('ServicePlace', { simpleResolvers: true, description: 'Where one can go (办理地点).' })
@InputType('ServicePlaceInput', { description: 'Where one can go (办理地点).' })
export class ServicePlace {
  @Field(() => String, { description: 'Name (名称).' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Address (地址).' })
  address?: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'When it is open (办公时间), in words.' })
  hours?: string | null | undefined;
}

@ObjectType('ServiceForm', { simpleResolvers: true, description: 'A form to be filled in (表格).' })
@InputType('ServiceFormInput', { description: 'A form to be filled in (表格).' })
export class ServiceForm {
  @Field(() => String, { description: 'Name (表格名称).' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where it is to be had (下载地址), https.' })
  url?: string | null | undefined;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the sheet (采集表编号) that it is, where it is filled in here: an application is not complete without. One published in the district.',
  })
  sheet?: string | null | undefined;
}

@ObjectType('ServiceItemSummary', {
  simpleResolvers: true,
  description: 'A service as a list shows it (服务事项): the version that holds.',
})
export class ServiceItemSummary implements ServiceSummary {
  @Field(() => ID, { description: 'Id (事项编号): the district’s code, a hyphen and a code of its own.' })
  id: string;

  @Field(() => Int, { description: 'Version (版本).' })
  version: number;

  @Field(() => String, { description: 'Name (事项名称).' })
  name: string;

  @Field(() => [String], { description: 'What it is or was also called (别名、旧称), for instance 准生证.' })
  aliases: readonly string[];

  @Field(() => ServiceKindEnum, { description: 'What it is about (事项主题).' })
  kind: ServiceKind;

  @Field(() => [ServiceChannelEnum], { description: 'By which ways one applies (办理渠道).' })
  channels: readonly ServiceChannel[];

  @Field(() => GraphQLLocalDate, { description: 'First day on which this version holds (生效日期).' })
  from: string;

  @Field(() => GraphQLLocalDate, {
    description: 'Last day on which it holds (失效日期); 9999-12-31 where it has no end.',
  })
  until: string;
}

@ObjectType('ServiceItem', {
  simpleResolvers: true,
  description:
    'A service and how one gets it (办事指南): one version, as the district published it, in Chinese.',
})
export class ServiceItemType extends ServiceItemSummary implements ServiceItem {
  @Field(() => String, { description: 'Who may apply (受理条件).' })
  whoMayApply: string;

  @Field(() => [ServicePlace], { description: 'Where (办理地点).' })
  places: readonly ServicePlace[];

  @Field(() => [ServiceMaterial], { description: 'What one brings (申请材料).' })
  materials: readonly ServiceMaterial[];

  @Field(() => [ServiceQuestion], { description: 'What one is asked (申请填写项).' })
  questions: readonly ServiceQuestion[];

  @Field(() => [RegistryFactEnum], {
    description: 'What is taken from the register and asked nobody (自动填写信息).',
  })
  fromRegistry: readonly RegistryFact[];

  @Field(() => [ServiceStep], { description: 'The steps, in order (办理流程).' })
  steps: readonly ServiceStep[];

  @Field(() => String, { description: 'What it costs (收费标准), in words.' })
  fees: string;

  @Field(() => [String], { description: 'On what it is based (设定依据).' })
  legalBasis: readonly string[];

  @Field(() => [ServiceForm], { description: 'Forms (表格), to fetch or to fill in here.' })
  forms: readonly ServiceForm[];

  published: ServiceItem['published'];
}

export const ServiceItemConnection = connectionOf(ServiceItemSummary, 'ServiceItem', 'services (服务事项)');
export type ServiceItemConnection = InstanceType<typeof ServiceItemConnection>;

@ObjectType('ServiceItemPayload', {
  simpleResolvers: true,
  description: 'What came of publishing a service (事项发布结果).',
})
export class ServiceItemPayload {
  @Field(() => ServiceItemType, { nullable: true, description: 'The version (办事指南).' })
  service?: ServiceItemType | undefined;

  @Field(() => [UserError], { description: 'Why it was refused (拒绝原因); empty when it was done.' })
  userErrors: UserError[];
}
